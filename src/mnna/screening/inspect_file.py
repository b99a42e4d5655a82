"""The first pass over a file: which spellings occur, and whether its days and amounts can be read in one way only.

Also the warnings and notes that follow: answers that a reader should check before use.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mnna.answers.inputs import ESTIMATE
from mnna.errors import BadQuestion
from mnna.rules.nodes import Kind
from mnna.rules.partial import ON
from mnna.screening.cells import Cells, family
from mnna.screening.columns import CHANNEL, RECIPIENT, all_fields, is_money, written
from mnna.screening.days import counted, settle
from mnna.screening.engines.dialect import Phrases
from mnna.screening.read_options import ReadOptions
from mnna.screening.spellings import FIRST_ROWS, MOST
from mnna.screening.sql import Plan
from mnna.screening.units import power

MANY_PAIRS = 20 * MOST


@dataclass(frozen=True, slots=True)
class Look:
    """The number of rows, the spellings of recipients and channels, and how the cells are to be read.

    `small` are the roles of money whose amounts are all under 100,000. `estimates` is how many amounts are estimates.
    """

    rows: int
    recipients: frozenset[str]
    channels: frozenset[str]
    cells: Cells
    small: tuple[str, ...] = ()
    estimates: int = 0


Ask = Callable[[str], Sequence[tuple[Any, ...]]]
"""Returns the rows of a query over the file."""


def look(ask: Ask, plan: Plan, relation: str, options: ReadOptions) -> Look:
    """Return the result of the first pass: one query over the first rows, then one over the whole file.

    Raises `BadQuestion`, naming the option that settles it, if a whole column can be read in two ways.
    """
    doubts = _doubts(plan, _plainly_large(ask, plan, relation))
    found = list(ask(_query(plan, relation, list(doubts.values()))))
    if len(found) > MANY_PAIRS:
        wrong = f"there are more than {MANY_PAIRS:,} different pairs of them, so they are something else"
        raise BadQuestion("the recipients and channels", wrong, (), "Name the right columns with --map.")
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for place, (role, question) in enumerate(doubts, 3):
        seen[role][question] = sum(int(row[place] or 0) for row in found)
    form = options.form
    if ON in plan.headings.columns and "either" in seen[ON]:
        form = settle(seen[ON], plan.headings.columns[ON], form)
    cells = replace(plan.cells, form=form, comma=_comma(plan, seen, options.comma))
    return Look(
        sum(int(row[2]) for row in found),
        frozenset(row[0] for row in found if row[0] is not None),
        frozenset(row[1] for row in found if row[1] is not None),
        cells,
        _small(plan, seen),
        sum(counts["estimates"] for counts in seen.values()),
    )


SMALL = 100_000
"""If all amounts are below this, the unit is hardly dollars: no threshold of the law is near."""
BEYOND = 10**12
"""No arms transfer is worth a trillion dollars."""


def _small(plan: Plan, seen: Mapping[str, Counter[str]]) -> tuple[str, ...]:
    """Return the roles of money without a unit whose given amounts are all small and not all zero.

    Raises `BadQuestion` if a unit makes some amounts a trillion dollars or more.
    """
    found = []
    for role, column in plan.headings.columns.items():
        counts, unit = seen[role], plan.headings.units.get(role)
        if unit is not None and counts["beyond"]:
            asked, near = f"the amounts in the column {column!r}", f"--unit {column!r}=dollars"
            wrong = f"in {unit}, {counts['beyond']} of them would be a trillion dollars or more"
            raise BadQuestion(asked, wrong, (near,), "Say which unit it is.")
        if unit is None and counts["zero"] < counts["amounts"] == counts["small"]:
            found.append(role)
    return tuple(found)


def _plainly_large(ask: Ask, plan: Plan, relation: str) -> frozenset[str]:
    """Return the roles of money that have an amount in dollars that is not small in the first rows.

    Their amounts need not be counted over the whole file, which for three columns takes four times as long as all the
    rest.
    """
    asked = {role: number for role, number in _amounts(plan).items() if role not in plan.headings.units}
    if not asked:
        return frozenset()
    met = [_ones(f"{number} >= {SMALL}") for number in asked.values()]
    first = f"SELECT {', '.join(_cells(plan))} FROM {relation} LIMIT {FIRST_ROWS}"
    [counts] = ask(f"SELECT {', '.join(met)} FROM ({first}) first_")
    return frozenset(role for role, count in zip(asked, counts, strict=True) if count)


def _query(plan: Plan, relation: str, doubts: list[str]) -> str:
    spelled = [f"{_spelling(plan, RECIPIENT)} AS r_", f"{_spelling(plan, CHANNEL)} AS h_"]
    return (
        f"SELECT r_, h_, COUNT(*) AS n_{''.join(f', {one}' for one in doubts)} "
        f"FROM (SELECT {', '.join([*spelled, *_cells(plan)])} FROM {relation}) cells_ "
        f"GROUP BY 1, 2 LIMIT {MANY_PAIRS + 1}"
    )


def _cells(plan: Plan) -> list[str]:
    """Return the columns that are inspected, as SQL; texts are without blanks at their ends."""
    texts = [f"{plan.sql.bare(plan.cell(role))} AS {_cell(role)}" for role in _texts(plan)]
    return texts + [f"{plan.cell(role)} AS {_cell(role)}" for role in _numbers(plan)]


def _texts(plan: Plan) -> dict[str, Kind]:
    """Return the roles whose columns hold days or amounts as text, with their kinds."""
    kinds = {role: field.kind for role, (field, _) in all_fields().items()} | {ON: Kind.DATE}
    dates_and_money = [role for role in plan.headings.roles if kinds.get(role) in (Kind.DATE, Kind.MONEY)]
    return {role: kinds[role] for role in dates_and_money if family(plan.type(role)) == "text"}


def _numbers(plan: Plan) -> list[str]:
    """Return the roles of money whose columns hold numbers."""
    money = [role for role in all_fields() if is_money(role) and role in plan.headings.columns]
    return [role for role in money if family(plan.type(role)) in NUMBERS]


NUMBERS = ("whole", "decimal", "double")


def _cell(role: str) -> str:
    return f"x_{role}"


def _spelling(plan: Plan, role: str) -> str:
    return plan.sql.text(plan.cell(role) if role in plan.headings.roles else "NULL")


def _amounts(plan: Plan) -> dict[str, str]:
    """Return the amount of each money column as a number, NULL where it is not plainly one."""
    found = {}
    for role, kind in _texts(plan).items():
        if kind is Kind.MONEY:
            found[role] = _finite(f"TRY_CAST(replace(replace({_cell(role)}, ',', ''), '$', '') AS DOUBLE)")
    for role in _numbers(plan):
        exact = family(plan.type(role)) != "double"
        found[role] = _cell(role) if exact else _finite(f"CAST({_cell(role)} AS DOUBLE)")
    return found


def _finite(number: str) -> str:
    """Return the SQL of the number; NULL for NaN, which sorts above all numbers, and for infinity."""
    return f"(CASE WHEN {number} < 1e30 AND {number} > -1e30 THEN {number} END)"


def _doubts(plan: Plan, large: Collection[str]) -> dict[tuple[str, str], str]:
    """Return what to count over the columns, as SQL by role and question.

    Counted are cells that can be read in two ways, estimates, and, except for the roles in `large`, small amounts.
    """
    found: dict[tuple[str, str], str] = {}
    amounts = _amounts(plan)
    for role, kind in _texts(plan).items():
        asked = (counted if kind is Kind.DATE else _marks)(_cell(role), plan.sql)
        found |= {(role, question): query for question, query in asked.items()}
        if kind is Kind.MONEY:
            found[role, "estimates"] = _ones(f"{amounts[role]} IS NULL AND {plan.sql.matches(_cell(role), ESTIMATE)}")
    for role, number in amounts.items():
        if role not in large:
            found |= {(role, question): query for question, query in _sizes(plan, role, number).items()}
    return found


def _sizes(plan: Plan, role: str, number: str) -> Mapping[str, str]:
    """Return the SQL that counts the amounts without a scale: all, the small ones, the zeros, and those too large for
    their unit."""
    power_ = power(plan.headings.units.get(role, "dollars"))
    text = family(plan.type(role)) == "text"
    words = f"CAST({plan.cells.in_words(_cell(role), scaled=False)} AS DOUBLE)" if text else "NULL"
    amount = f"(CASE WHEN {number} IS NULL THEN {words} ELSE {number} END)"
    return {
        "amounts": f"COUNT({amount})",
        "small": _ones(f"{amount} < {SMALL} AND {amount} > -{SMALL}"),
        "zero": _ones(f"{amount} = 0"),
        "beyond": _ones(f"{number} >= {BEYOND // 10**power_}") if power_ else "0",
    }


def _ones(condition: str) -> str:
    """Return the SQL that counts the rows that meet a condition; a NULL condition is not met."""
    return f"COUNT(CASE WHEN {condition} THEN 1 END)"


COMMA = "^[^0-9]*([0-9]{1,3}([.][0-9]{3})*|[0-9]+),[0-9]{1,2}[^0-9]*$"
DOTS = "^[^0-9]*[0-9]{1,3}([.][0-9]{3}){2,}(,[0-9]+)?[^0-9]*$"
POINT = "^[^0-9]*([0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?|[0-9]+[.][0-9]+)[^0-9]*$"
EITHER = "^[0-9]{1,3}[.][0-9]{3}$"


def _marks(cell: str, sql: Phrases) -> Mapping[str, str]:
    """Return the SQL that counts amounts with a decimal comma, a decimal point, or a point of unclear meaning."""
    number = f"TRY_CAST({cell} AS DECIMAL(18,4)) IS NOT NULL"
    either, comma = sql.matches(cell, EITHER), f"({sql.matches(cell, COMMA)} OR {sql.matches(cell, DOTS)})"
    point = sql.matches(cell, POINT)

    def dotted(either_: int, other: int) -> str:
        return f"CASE WHEN {cell} LIKE '%.%' THEN CASE WHEN {either} THEN {either_} ELSE {other} END ELSE 0 END"

    return {
        "given": f"COUNT({cell})",
        "comma": f"SUM(CASE WHEN {number} THEN 0 ELSE CASE WHEN {comma} THEN 1 ELSE 0 END END)",
        "point": f"SUM(CASE WHEN {number} THEN {dotted(0, 1)} ELSE CASE WHEN {point} THEN 1 ELSE 0 END END)",
        "either": f"SUM(CASE WHEN {number} THEN {dotted(1, 0)} ELSE 0 END)",
    }


def _comma(plan: Plan, seen: Mapping[str, Counter[str]], said: bool | None) -> bool:
    """Return whether a comma is the decimal sign; raises `BadQuestion` if thousands could be taken for cents."""
    if said is not None:
        return said
    for role, column in plan.headings.columns.items():
        given, comma, point, either = (seen[role][question] for question in ("given", "comma", "point", "either"))
        if comma and not point and (either or comma * 10 >= given):
            wrong = f"{comma} of {given} look like 1.234,50, with a comma before the cents"
            near = ("--decimal comma", "--decimal point")
            raise BadQuestion(f"the amounts in the column {column!r}", wrong, near, "Say which it is.")
    return False


def doubts(plan: Plan, found: Look) -> tuple[str, ...]:
    """Return the warnings about columns: no money at all, or amounts that look like thousands or millions."""
    none = [] if any(map(is_money, plan.headings.roles)) else ["no column of money was found"]
    small = [
        f"every plain amount in “{plan.headings.columns[role]}” is under $100,000, so it may be in thousands or "
        f"millions (--unit {written(role)}=millions, or =dollars)"
        for role in found.small
    ]
    return (*none, *small)
