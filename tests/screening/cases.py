"""Random cases, and what the single case says to each, as the columns of a screened file."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from mnna.answers.case import check, read_fields
from mnna.answers.inputs import day, foreign
from mnna.engine.notice import Notice, decide
from mnna.errors import MnnaError
from mnna.registry.load import Registry
from mnna.screening.output_columns import COLUMNS as ADDED
from mnna.screening.output_columns import EXPLAINED, OUTPUT
from mnna.statutes import catalog

SHORT = OUTPUT
WHOLE = (*OUTPUT, *EXPLAINED)
COLUMNS = ("recipient", "channel", "on", "mde", "total", "construction", "firearms", "lease_months", "aukus_exempt",
           "new_sales_territory", "origin", "retransfer_exempt", "manufactures_sme", "comsat_launch")  # fmt: skip

COUNTRIES = [
    "COL",
    "MEX",
    "GBR",
    "FRA",
    "AUS",
    "JPN",
    "KOR",
    "ISR",
    "JOR",
    "NATO",
    "TWN",
    "ESP",
    "CZE",
    "SWE",
    "XKX",
    "KEN",
]
STATUTES = [date(1974, 12, 30), date(1976, 6, 30), date(1980, 12, 16), date(1981, 12, 29), date(1996, 7, 21),
            date(1999, 3, 12), date(1999, 11, 29), date(2000, 10, 6), date(2002, 9, 30), date(2008, 10, 15),
            date(2010, 10, 8), date(2016, 2, 18), date(2019, 2, 18), date(2021, 9, 15), date(2023, 12, 22),
            date(2024, 3, 7), date(2025, 12, 18), date(2026, 11, 24)]  # fmt: skip
THRESHOLDS = [Decimal(n) * 1_000_000 for n in (1, 7, 14, 25, 50, 100, 200, 300)]

DAYS = st.builds(
    lambda turn, off: turn + timedelta(days=off), st.sampled_from(STATUTES), st.sampled_from([-1, 0, 1])
) | st.dates(date(1970, 1, 1), date(2030, 12, 31))
AMOUNTS = st.builds(
    lambda turn, off: turn + off,
    st.sampled_from(THRESHOLDS),
    st.sampled_from([Decimal("-0.01"), Decimal(0), Decimal("0.01")]),
) | st.decimals(0, 400_000_000, places=2)
TRUTHS = st.sampled_from([None, None, True, False])


def maybe(some: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Something, or one time in four nothing."""
    return st.one_of(st.none(), some, some, some)


ROWS = st.fixed_dictionaries(
    {
        "recipient": maybe(st.sampled_from(COUNTRIES)) | st.sampled_from(["Freedonia", "USA", "South Korea", "burma"]),
        "channel": st.sampled_from([*catalog.CHANNELS, *catalog.CHANNELS, None, "barter"]),
        "on": maybe(DAYS),
        "mde": maybe(AMOUNTS),
        "total": maybe(AMOUNTS),
        "construction": maybe(AMOUNTS),
        "firearms": maybe(AMOUNTS),
        "lease_months": maybe(st.integers(0, 70)),
        "aukus_exempt": TRUTHS,
        "new_sales_territory": TRUTHS,
        "origin": st.sampled_from([None, "government", "commercial"]),
        "retransfer_exempt": TRUTHS,
        "manufactures_sme": TRUTHS,
        "comsat_launch": TRUTHS,
    }
)


def some_rows(count: int, seed: int) -> list[dict[str, Any]]:
    """Random rows like those of `ROWS`, half of them with a known country, channel and day."""
    one = random.Random(seed)
    return [_row(one, one.random() < 0.5) for _ in range(count)]


def _row(one: random.Random, whole: bool) -> dict[str, Any]:
    def given(draw: Callable[[], Any], always: bool = False) -> Any:
        return draw() if always or one.random() < 0.75 else None

    return {
        "recipient": given(lambda: one.choice([*COUNTRIES, "Freedonia", "USA", "South Korea", "burma"]), whole),
        "channel": given(lambda: one.choice([*catalog.CHANNELS] * 3 + ["barter"]), whole),
        "on": given(lambda: one.choice(STATUTES) + timedelta(days=one.choice([-1, 0, 1, one.randrange(900)])), whole),
        **{name: given(lambda: _amount(one)) for name in ("mde", "total", "construction", "firearms")},
        "lease_months": given(lambda: one.randrange(71)),
        "origin": given(lambda: one.choice(["government", "commercial"])),
        **{name: given(lambda: one.random() < 0.5) for name in COLUMNS[8:] if name != "origin"},
    }


def _amount(one: random.Random) -> Decimal:
    near = one.choice(THRESHOLDS) + Decimal(one.choice([-1, 0, 1])) / 100
    return one.choice([near, Decimal(one.randrange(400_000_000_00)) / 100])


def expected(registry: Registry, row: Mapping[str, Any]) -> dict[str, Any]:
    """What the single case answers to a row, as a screened file shows it; a column the row lacks is not given."""
    needed = [
        ("the recipient", row.get("recipient")),
        ("the channel", row.get("channel")),
        ("the day of the transfer", row.get("on")),
    ]
    blank = dict.fromkeys(WHOLE)
    try:
        country = foreign(row["recipient"]).iso3 if row.get("recipient") is not None else None
        on = day(row["on"]) if row.get("on") is not None else None
        law = catalog.channel_asked(row["channel"]) if row.get("channel") is not None else None
        fields: dict[str, Any] = {}
        for name in COLUMNS[3:]:
            if row.get(name) is not None:
                fields |= read_fields(_knowing(name), {name: row[name]})
        check(fields)
    except MnnaError as error:
        return blank | {"notify": "error", "because": str(error)}
    if country is None or on is None or law is None:
        missing = [name for name, value in needed if value is None]
        because = f"Unknown: {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not given."
        return blank | {"notify": "unknown", "because": because, "needs": "; ".join(missing)}
    return shown(decide(law, registry, country, on, fields))


@cache
def _knowing(name: str) -> Any:
    """A law that turns on a fact; others would refuse it; a file carries it anyway."""
    from mnna.answers.case import MONEY_FIELDS, fields_of

    laws = [catalog.case_law(channel) for channel in catalog.CHANNELS]
    return next(law for law in laws if name in MONEY_FIELDS or name in fields_of(law))


def shown(notice: Notice) -> dict[str, Any]:
    """A notice as the columns of a file."""
    lists = {"citation": notice.citations, "needs": notice.needs, "presumes": notice.presumes, "steps": notice.steps,
             "own_facts": notice.own_facts}  # fmt: skip
    others = {column.name: column.of(notice) or None for column in ADDED}
    return others | {
        "notify": notice.verdict,
        "threshold_measure": notice.measure,
        "threshold_usd": notice.usd,
        "review_days": notice.review_days,
        "group": notice.group,
        "because": notice.because,
        "as_of": notice.as_of and notice.as_of.isoformat(),
        **{name: "; ".join(parts) or None for name, parts in lists.items()},
    }
