"""The counts of a screening: by answer, rule, country, reason for refusal, and fact that would settle an unknown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from mnna.screening.answer_table import ON_MARK
from mnna.screening.join_tables import Local
from mnna.screening.output_columns import BETWEEN, COMPARED, PART

ANSWERS = ("yes", "no", "unknown", "error")
Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """Rows by answer, by rule and answer, by country and answer, by reason for refusal, and by fact still needed.

    `changed` counts the rows that an assumption changes, by what changes; None without an assumption.
    """

    rows: int
    answers: Counts
    rules: Mapping[str, Counts]
    countries: Mapping[str, Counts]
    rejects: Counts
    needs: Counts
    changed: Counts | None = None

    @property
    def answered(self) -> int:
        """Return how many rows got a yes or a no."""
        return self.answers["yes"] + self.answers["no"]


def summarised(engine: Local, countries: tuple[str, ...], reasons: Mapping[int, str], assumed: bool) -> Summary:
    """Return the counts from the tables `seen_` and `answersN_`.

    `reasons` has the message for each negative key; `assumed` adds the changes.
    """
    query = (
        "SELECT a.notify, a.rule, a.country, a.parts, CASE WHEN k.key0 < 0 THEN k.key0 END AS wrong, SUM(k.n) AS n "
        "FROM seen_ k JOIN answers0_ a ON a.key = k.key0 GROUP BY 1, 2, 3, 4, 5"
    )
    answers, rejects, needs = Counter[str](), Counter[str](), Counter[str]()
    rules: dict[str, Counts] = defaultdict(lambda: dict.fromkeys(ANSWERS[:3], 0))
    by_country: dict[str, Counts] = defaultdict(lambda: dict.fromkeys(ANSWERS[:3], 0))
    for notify, rule, country, need, wrong, n in engine.rows(query):
        answers[notify] += int(n)
        if notify == "error":
            rejects[reasons[wrong]] += int(n)
        else:
            rules[rule or "no law looked up"][notify] += int(n)
            by_country["not given" if country is None else countries[country]][notify] += int(n)
        for one in need.replace(ON_MARK, "its day").split(PART) if need else ():
            needs[one] += int(n)
    return Summary(
        sum(answers.values()),
        {name: answers[name] for name in ANSWERS},
        dict(sorted(rules.items())),
        dict(sorted(by_country.items())),
        _most_first(rejects),
        _most_first(needs),
        _changed(engine) if assumed else None,
    )


def _most_first(counts: Counter[str]) -> Counts:
    """Return the counts, largest first and equal ones by name, so that reports are reproducible."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _changed(engine: Local) -> Counts:
    """Return how many rows the assumption changes, by the answer before and after."""
    name = engine.sql.name
    sides = ", ".join(f"{table}.{name(column)}" for table in ("a", "b") for column in COMPARED)
    places = ", ".join(str(number) for number in range(1, 2 * len(COMPARED) + 1))
    query = (
        f"SELECT {sides}, SUM(k.n) FROM seen_ k JOIN answers0_ a ON a.key = k.key0 JOIN answers1_ b ON b.key = k.key1 "
        f"GROUP BY {places}"
    )
    counts = Counter[str]()
    for *values, n in engine.rows(query):
        before, after = values[: len(COMPARED)], values[len(COMPARED) :]
        parts = [f"{c}: {_said(x)} -> {_said(y)}" for c, x, y in zip(COMPARED, before, after, strict=True) if x != y]
        if parts:
            counts[BETWEEN.join(parts)] += int(n)
    return _most_first(counts)


def _said(value: object) -> str:
    return "none" if value is None else str(value)
