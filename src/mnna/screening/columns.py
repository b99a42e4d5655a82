"""Which column is which: by the contract's names, by usual other names, or as the user says; and always said aloud."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from mnna.errors import BadQuestion
from mnna.rules.nodes import Field, Kind

RECIPIENT, CHANNEL, ON = "recipient", "channel", "on"
USUAL = {
    RECIPIENT: ("buyer", "purchaser", "country", "customer", "recipient country", "purchasing country",
                "foreign country", "destination", "destination country", "end user country",
                "consignee country", "iso3", "country code"),
    CHANNEL: ("program", "programme", "sale type", "transfer type", "channel of sale", "type of sale"),
    ON: ("date", "day", "notified on", "notification date", "date notified", "transaction date", "sale date",
         "case date", "date of notification", "transmittal date", "congressional notification date"),
    "mde": ("major defense equipment", "mde value", "mde amount"),
    "total": ("total value", "total amount", "value", "value usd", "amount", "amount usd", "total estimated cost",
              "estimated total", "total cost", "contract value"),
    "construction": ("design and construction", "construction value", "construction services"),
    "firearms": ("category i", "category i firearms", "cat i firearms", "firearms value"),
    "lease_months": ("months", "lease term months", "term months", "duration months"),
    "origin": ("origin of articles", "article origin"),
}  # fmt: skip
"""Names that mean a column of ours and nothing else we know of; compared without case, blanks and punctuation."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The column of each role (a role without a column is unknown in every row), and what is to be said about it."""

    columns: Mapping[str, str]
    said: tuple[str, ...]


def folded(name: str) -> str:
    """A column's name without case, accents of punctuation, or `usd` at its end."""
    words = re.sub(r"[^a-z0-9]+", " ", name.lower()).split()
    return " ".join(words)


def written(role: str, fields: Mapping[str, Field]) -> str:
    """A role as the contract writes it: money fields end in `_usd`."""
    return f"{role}_usd" if role in fields and fields[role].kind is Kind.MONEY else role


def match(
    names: Iterable[str],
    fields: Mapping[str, Field],
    said: Mapping[str, str],
    repeated: Collection[str] = (),
    several: bool = False,
) -> Headings:
    """Find the column of every role among a file's columns; `said` is the user's own map, role to column.

    `repeated` are names, in lower case, that several columns bear in the file; here each has a number after it but one.
    The columns are those of `several` files taken together: then one file may call Buyer what is recipient in another.

    Raises `BadQuestion` where the user's map names no role or no column, where two columns could be one role, and where
    a file has neither recipient nor channel nor day.
    """
    present = list(names)
    roles = [RECIPIENT, CHANNEL, ON, *fields]
    columns = {_role(asked, roles, fields): _column(column, present) for asked, column in said.items()}
    notes = [f"“{column}” is read as {written(role, fields)}, as you say" for role, column in columns.items()]
    for role in roles:
        if role not in columns and (column := _find(role, present, fields, set(columns.values()))) is not None:
            if column.lower() in repeated:
                raise _unclear(written(role, fields), [name for name in present if _numbered(name, column)])
            taken = {*columns.values(), column}
            if several and (other := _find(role, present, fields, taken)) is not None:
                raise _unclear(written(role, fields), [column, other])
            columns[role] = column
            if column != written(role, fields):
                notes.append(f"“{column}” is read as {written(role, fields)}")
    _enough(columns, present)
    absent = [written(role, fields) for role in (RECIPIENT, CHANNEL, ON, "mde", "total") if role not in columns]
    notes += [f"no column for {name}: it is unknown in every row" for name in absent]
    return Headings(columns, tuple(notes))


def _role(asked: str, roles: list[str], fields: Mapping[str, Field]) -> str:
    for role in roles:
        if asked in (role, written(role, fields)):
            return role
    known = [written(role, fields) for role in roles]
    raise BadQuestion(
        f"--map {asked}=...", "there is no such column to map to", difflib.get_close_matches(asked, known) or known, ""
    )


def _column(asked: str, present: list[str]) -> str:
    if asked in present:
        return asked
    near = difflib.get_close_matches(asked, present, 3, 0.4) or present
    raise BadQuestion(f"--map ...={asked}", "the file has no such column", near, "Write it as the file does.")


def _find(role: str, present: list[str], fields: Mapping[str, Field], taken: set[str]) -> str | None:
    """The column of that role's own name, else the one column with a usual name for it."""
    own = {folded(role), folded(written(role, fields))}
    free = [name for name in present if name not in taken]
    for exact in (written(role, fields), role):
        if exact in free:
            return exact
    alike = [name for name in free if folded(name) in own]
    if not alike:
        usual = {*USUAL.get(role, ())}
        usual |= {f"{name} usd" for name in usual} if role in fields else set()
        alike = [name for name in free if folded(name) in usual]
    if len(alike) > 1:
        raise _unclear(written(role, fields), alike)
    return alike[0] if alike else None


def _numbered(name: str, column: str) -> bool:
    """Whether the name is the column's, or that with a number after it."""
    return re.fullmatch(re.escape(column) + "(_[0-9]+)?", name, re.IGNORECASE) is not None


def _unclear(role: str, columns: list[str]) -> BadQuestion:
    return BadQuestion(
        f"the column for {role}",
        f"{len(columns)} columns could be meant",
        columns,
        f"Say which: --map {role}={columns[0]!r}.",
    )


def _enough(columns: Mapping[str, str], present: list[str]) -> None:
    if RECIPIENT not in columns and CHANNEL not in columns:
        raise BadQuestion(
            "the columns of the file",
            f"none is read as recipient or channel; they are {', '.join(present) or 'none'}",
            (),
            "Name them with --map recipient=COLUMN --map channel=COLUMN.",
        )


def carried(present: Iterable[str], added: Iterable[str]) -> dict[str, str]:
    """The file's own columns with their names in the output; one that bears a name of ours gets `_in` after it."""
    present = list(present)
    out: dict[str, str] = {}
    taken = {name.lower() for name in (*added, *present)}
    for name in present:
        new = name
        while new.lower() in {other.lower() for other in added} or (new != name and new.lower() in taken):
            new = f"{new}_in"
        out[name] = new
    return out
