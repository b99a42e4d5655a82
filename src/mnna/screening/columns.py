"""Find which column of a file plays which role: by its own or a usual name, or as the user says; all is reported.

For what a file seems to lack, columns are only suggested; the user must choose one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Protocol

from mnna.answers.case import fields_of, worked_out
from mnna.errors import BadQuestion, alike
from mnna.rules.nodes import Field, Kind
from mnna.screening.read_options import ReadOptions
from mnna.screening.units import ANOTHER, OTHER_MONEY, SIGNS, heading, power, stated
from mnna.statutes import catalog
from mnna.statutes.provision import CaseLaw
from mnna.tables import table


@cache
def all_fields() -> Mapping[str, tuple[Field, CaseLaw]]:
    """Return every fact that some channel depends on, by name and money first, with a law that has it."""
    laws = reversed([catalog.case_law(channel) for channel in catalog.CHANNELS])
    found = {name: (fact, law) for law in laws for name, fact in fields_of(law).items()}
    order = ("mde", "total", "construction")
    return dict(sorted(found.items(), key=lambda one: (order.index(one[0]) if one[0] in order else 3, one[0])))


@cache
def all_worked_out() -> Mapping[str, Field]:
    """Return every fact that some channel depends on and that is computed from others, by name."""
    laws = map(catalog.case_law, catalog.CHANNELS)
    return {name: field for law in laws for name, field in worked_out(law).items()}


def is_money(role: str) -> bool:
    """Return whether a role is an amount of money."""
    return role in all_fields() and all_fields()[role][0].kind is Kind.MONEY


MOST_SUGGESTED = 3
"""The most columns that are suggested."""

_MONEY_OR_DAY = {
    "total": {"value", "values", "cost", "costs", "amount", "amounts", "price", "usd", "dollars", "$"},
    "on": {"date", "dates", "day", "notified", "announced", "notification", "transmitted", "submitted", "posted"},
}
_SOMETHING_ELSE = {*OTHER_MONEY, "tiv", "number", "count", "percent"}
"""Words of headings that speak of money and of days, and those that speak of something else in spite of them."""


class Held(Protocol):
    """Finds, among some columns, those that hold channels and those that hold countries."""

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        """Return those of the columns that hold only channels, or mostly channels."""

    def countries(self, names: Collection[str]) -> list[str]:
        """Return those of the columns of which more than half of the texts are countries."""


def likely(role: str, free: Collection[str], held: Held | None) -> list[str]:
    """Return a few columns of `free` that may play the role; `held` is None if only headings are known."""
    if role == "recipient":
        return held.countries(free)[:MOST_SUGGESTED] if held else []
    if role == "channel":
        return held.channels(free, mostly=True)[:MOST_SUGGESTED] if held else []
    words = _MONEY_OR_DAY.get(role, set())
    parts = {name: set(re.findall(rf"[a-z]+|[${SIGNS}]", name.lower())) for name in free}
    return [name for name, found in parts.items() if words & found and not _SOMETHING_ELSE & found][:MOST_SUGGESTED]


def offer(names: list[str], role: str) -> str:
    """Return the note that suggests columns for a role, with the option to choose one; empty without names."""
    if not names:
        return ""
    return f" ({' or '.join(f'“{name}”' for name in names)} may be it: --map {role}={names[0]!r})"


EVERY_ROW = {
    "channel": " (--set channel=fms or another gives it to all rows)",
    "on": " (--set on=2024-05-01 or another gives it to all rows)",
}
"""The hint, by role, that an option gives all rows one value."""


RECIPIENT, CHANNEL, ON = "recipient", "channel", "on"


@cache
def usual() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return, by role, the usual other names of its column, in groups.

    Names are compared without case, blanks, punctuation and unit. Among several columns, one with a name of an earlier
    group wins; two with names of the same group are an error.
    """
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in table(Path(__file__).with_name("usual_names.csv")):
        found[row["role"]] = (*found.get(row["role"], ()), tuple(row["names"].split("; ")))
    return found


@dataclass(frozen=True, slots=True)
class Headings:
    """The column of each role, and the notes for the user about the choice. A role without a column is unknown in each
    row.

    `constants` are values that the user sets for all rows, by role; such a role has no column. `units` are the units of
    money from headings or the user, by role.
    """

    columns: Mapping[str, str]
    said: tuple[str, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    @property
    def roles(self) -> tuple[str, ...]:
        """Return every role that has a column or a value for all rows."""
        return (*self.columns, *self.constants)


def folded(name: str) -> str:
    """Return a name in lower case without punctuation, but with the sign of another currency: €5 is never read as 5."""
    words = re.sub(rf"[^a-z0-9{SIGNS}]+", " ", name.lower()).split()
    return " ".join(words)


def written(role: str) -> str:
    """Return a role as the contract writes it: the names of money fields end in `_usd`."""
    return f"{role}_usd" if is_money(role) else role


def match(
    names: Iterable[str],
    told: ReadOptions,
    repeated: Collection[str] = (),
    several: bool = False,
    held: Held | None = None,
    above: Collection[str] = (),
) -> Headings:
    """Return the column of every role among the columns `names`, with what the user said taking precedence.

    `repeated` are names, in lower case, that several columns of the file have; in `names` all but one have a number at
    the end. `several` says that the columns are those of several files together. Then one file may say Buyer and
    another recipient. `held` says which columns hold channels or countries. `above` are the units of money in lines
    above the headings.

    Raises `BadQuestion` if the user names an unknown role or column, if two columns fit one role, and if the file has
    neither recipient nor channel.
    """
    search = _Search(list(names), set(repeated), several, held)
    mapped = {_role(asked, "map to"): column for asked, column in told.map.items()}
    columns = {role: _column(name, search.present, f"--map ...={name}") for role, name in mapped.items() if name}
    constants = {_role(asked, "set"): value for asked, value in told.set.items()}
    notes = [f"“{column}” is read as {written(role)}, as you say" for role, column in columns.items()]
    notes += [f"{written(role)} is {value} in every row, as you say" for role, value in constants.items()]
    for role in _roles():
        if role not in mapped and role not in constants and (column := search.column(role, columns)) is not None:
            columns[role] = column
            if column != written(role):
                notes.append(f"“{column}” is read as {written(role)}")
    free = [name for name in search.present if name not in columns.values()]
    _enough({**columns, **constants}, search.present, likely(RECIPIENT, free, held) if not columns else [])
    for_all = {stated(name) for name in search.present if re.search(r"\ball\b", name.lower())}  # `$M for all items`
    units, more = _units(columns, told.unit, {*above, *filter(None, for_all)})
    absent = [one for one in (RECIPIENT, CHANNEL, ON, "mde", "total") if one not in {**columns, **constants, **mapped}]
    notes += more
    for role in absent:
        hint = offer(likely(role, free, held), written(role)) or EVERY_ROW.get(role, "")
        notes.append(f"no column for {written(role)}: it is unknown in every row{hint}")
    return Headings(columns, tuple(notes), constants, units)


def _roles() -> list[str]:
    return [RECIPIENT, CHANNEL, ON, *all_fields()]


def _units(
    columns: Mapping[str, str], said: Mapping[str, str], above: Collection[str]
) -> tuple[dict[str, str], list[str]]:
    """Return the units of money by role, and the notes about them. The user's units win over those of headings.

    Raises `BadQuestion` if lines above the headings give several units and some column of money has none of its own.
    """
    money = {role: column for role, column in columns.items() if is_money(role)}
    told = {_money_role(asked, money): unit for asked, unit in said.items()}
    read = {role: unit for role, column in money.items() if (unit := heading(column).unit) and role not in told}
    notes = [f"{written(role)} is in {unit}, as you say" for role, unit in told.items() if power(unit) >= 0]
    notes += [
        f"“{money[role]}” is in {unit}, as its heading says{_unless_dollars(role)}" for role, unit in read.items()
    ]
    rest = [role for role in money if role not in {**read, **told}] if above else []
    if rest and ANOTHER in above:
        near = [f"--unit {written(role)}=dollars" for role in rest]
        raise BadQuestion("the amounts", f"a line above the headings gives them in {ANOTHER}", near, "Give US dollars.")
    if rest and len(above) > 1:
        near = [f"--unit {written(rest[0])}={unit}" for unit in sorted(above)]
        raise BadQuestion("the unit of the amounts", "lines above the headings give more than one", near, "Say which.")
    given = {role: unit for role in rest for unit in above if power(unit)}
    notes += [
        f"{written(role)} is in {unit}, as a line above the headings says{_unless_dollars(role)}"
        for role, unit in given.items()
    ]
    return read | told | given, notes


def _unless_dollars(role: str) -> str:
    return f" (--unit {written(role)}=dollars if it is not)"


def _money_role(asked: str, money: Mapping[str, str]) -> str:
    for role, column in money.items():
        if asked in (role, written(role), column):
            return role
    raise BadQuestion(f"--unit {asked}=...", "the file has no such column of money", list(map(written, money)), "")


def roles_named(names: Iterable[str]) -> set[str]:
    """Return the roles that these headings name, by the contract's or usual names."""
    search = _Search(list(names))
    return {role for role in _roles() if search.meaning(search.present, role)}


def column_of(asked: str, names: Iterable[str], option: str) -> str:
    """Return the column that a heading or a role names; raises `BadQuestion` if none or several fit."""
    present = list(names)
    search = _Search(present)
    roles = [role for role in _roles() if asked in (role, written(role))]
    found = None if asked in present else next((search.found(role, set()) for role in roles), None)
    return found or _column(asked, present, f"--{option} {asked}")


@dataclass(frozen=True, slots=True)
class _Search:
    """Searches the columns of one file for roles."""

    present: list[str]
    repeated: Collection[str] = ()
    several: bool = False
    held: Held | None = None

    def column(self, role: str, columns: Mapping[str, str]) -> str | None:
        """Return the column of a role, or None; raises `BadQuestion` if several fit. `columns` are taken already."""
        column = self.found(role, set(columns.values()))
        if column is None:
            return None
        if column.lower() in self.repeated:
            alike_ = re.compile(re.escape(column) + "(_[0-9]+)?", re.IGNORECASE)  # with a number after it, if any
            raise _unclear(written(role), [name for name in self.present if alike_.fullmatch(name)])
        taken = {*columns.values(), column}
        if self.several and (other := self.found(role, taken)) is not None:
            raise _unclear(written(role), [column, other])
        return column

    def found(self, role: str, taken: set[str]) -> str | None:
        """Return the column with the role's own name, else the one column with a usual name for it, else None."""
        free = [name for name in self.present if name not in taken]
        for exact in (written(role), role):
            if exact in free:
                return exact
        meant = self.meaning(free, role)
        if role == CHANNEL and not any(folded(name) == CHANNEL for name in meant):
            meant = (self.held.channels(free) if self.held else []) or meant
        if len(meant) > 1:
            raise _unclear(written(role), meant)
        return meant[0] if meant else None

    def meaning(self, free: list[str], role: str) -> list[str]:
        """Return the columns whose names mean the role, all from the first group of names that any column has."""
        money = is_money(role)
        bare = {name: folded(heading(name).bare if money else name) for name in free}
        for group in ((folded(role), folded(written(role))), *usual().get(role, ())):
            names = {*group, *(f"{name} usd" for name in group if money)}
            if meant := [name for name in free if bare[name] in names or folded(name) in names]:
                return meant
        return []


def _role(asked: str, option: str) -> str:
    for role in _roles():
        if asked in (role, written(role)):
            return role
    known = list(map(written, _roles()))
    near = alike(asked, known, 3, 0.6) or known
    raise BadQuestion(f"--{option.split()[0]} {asked}=...", f"there is no such column to {option}", near, "")


def _column(asked: str, present: list[str], option: str) -> str:
    if asked in present:
        return asked
    near = alike(asked, present) or present
    raise BadQuestion(option, "the file has no such column", near, "Write it as the file does.")


def _unclear(role: str, columns: list[str]) -> BadQuestion:
    wrong, do = f"{len(columns)} columns could be meant", f"Say which: --map {role}={columns[0]!r}."
    return BadQuestion(f"the column for {role}", wrong, columns, do)


def _enough(columns: Mapping[str, str], present: list[str], near: list[str]) -> None:
    if RECIPIENT not in columns and CHANNEL not in columns:
        wrong = f"none is read as recipient or channel; they are {', '.join(present) or 'none'}"
        do = "Name them with --map recipient=COLUMN --map channel=COLUMN."
        raise BadQuestion("the columns of the file", wrong, [f"--map recipient={name!r}" for name in near], do)


def carried(present: Iterable[str], added: Iterable[str]) -> dict[str, str]:
    """Return the output name of each of the file's own columns. A name that an added column has gets `_in` after it."""
    present = list(present)
    out: dict[str, str] = {}
    taken = {name.lower() for name in (*added, *present)}
    for name in present:
        new = name
        while new.lower() in {other.lower() for other in added} or (new != name and new.lower() in taken):
            new = f"{new}_in"
        out[name] = new
    return out
