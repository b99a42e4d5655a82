"""The list of what the law here answers: a row for each authority and each channel, in the order of every listing.

`authorities.csv` says of each authority which module holds it, whether it is a grant or a bar, what it is about, in how
few words, and whether a public record or only the facts of a case can answer it; `channels.csv` says of each channel
which module holds its law, its label and its other names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from mnna.errors import RuleError
from mnna.quick import Path, QuickTuple

FOLDER = Path(__file__).parent
GRANT, BAR = "grant", "bar"
RECORD, CASE = "record", "case"
TOPICS: Mapping[str, str] = {
    "equipment": "Equipment",
    "money": "Money",
    "research": "Research and development",
    "training": "Training",
    "contracts": "Contracts",
    "exports": "Exports and licenses",
    "commitments": "Commitments",
    "notification": "Notice to Congress",
    "restrictions": "Restrictions",
}
"""Topic to its title: what people want, in the order of the listing."""


FORMS = ("financing", "excess articles", "sale", "loan guarantee", "license")
"""The forms of help that a bar may cut off: which of them, the text of the bar says."""


class AuthorityRow(QuickTuple):
    """One authority: `module` is its place under `statutes`, `subject` what it is about, for a sentence or a table.

    `watched` marks what readers most often expect the status to change, wrongly. `turns_on` is `case` where only the
    facts of a case can settle an open answer (the unit, the buyer, the loan), and `record` where a public record can.
    `new` says that the first text encoded made this law: before its first day there was none. `form` is one of `FORMS`,
    or empty where no bar encoded here reaches the authority.
    """

    id: str
    module: str
    kind: str
    topic: str
    subject: str
    watched: bool
    turns_on: str
    new: bool
    form: str


class ChannelRow(QuickTuple):
    """One channel of transfer: `label` names it on a form, `aliases` are its other usual names."""

    id: str
    module: str
    label: str
    aliases: tuple[str, ...]


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Every row of a table with its place; raises `RuleError` for a header or a row that is not as it must be."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    if tuple(header) != columns:
        found = f"the columns are {', '.join(header)}"
        raise RuleError(f"{name} line 1", found, (), f"They must be exactly: {', '.join(columns)}.")
    seen = set()
    for line, cells in enumerate(rows, 2):
        where = f"{name} line {line}"
        if len(cells) != len(columns):
            raise RuleError(where, f"{len(cells)} cells of {len(columns)}", (), "Quote cells that hold commas.")
        if cells[0] in seen:
            raise RuleError(where, f"the id {cells[0]!r} stands twice", (), "Leave one of the two out.")
        seen.add(cells[0])
        yield where, cells


def _authorities() -> Iterator[AuthorityRow]:
    for where, cells in _rows("authorities.csv", AuthorityRow._fields):
        id_, module, kind, topic, subject, watched, turns_on, new, form = cells
        found = AuthorityRow(id_, module, kind, topic, subject, watched == "yes", turns_on, new == "yes", form)
        if found.kind not in (GRANT, BAR):
            raise RuleError(where, f"the kind is {found.kind!r}", (GRANT, BAR), "An authority is one of the two.")
        if found.topic not in TOPICS:
            raise RuleError(where, f"the topic is {found.topic!r}", tuple(TOPICS), "Take one of these.")
        for name, said in (("watched", watched), ("new", new)):
            if said not in ("", "yes"):
                raise RuleError(where, f"{name} is {said!r}", (), "It is yes or empty.")
        if turns_on not in (RECORD, CASE):
            raise RuleError(where, f"turns_on is {turns_on!r}", (RECORD, CASE), "It is one of the two.")
        if form not in ("", *FORMS):
            raise RuleError(where, f"the form is {form!r}", FORMS, "It is one of these or empty.")
        yield found


def _channels() -> Iterator[ChannelRow]:
    for _, (id_, module, label, aliases) in _rows("channels.csv", ChannelRow._fields):
        yield ChannelRow(id_, module, label, tuple(filter(None, map(str.strip, aliases.split(";")))))


AUTHORITIES: Mapping[str, AuthorityRow] = {found.id: found for found in _authorities()}
"""Every authority by id, in the order of every listing."""

SUBJECTS: Mapping[str, str] = {found.id: found.subject for found in AUTHORITIES.values()}
"""What each authority is about, in the few words a sentence or a table has room for."""

CHANNELS: Mapping[str, ChannelRow] = {found.id: found for found in _channels()}
"""Every channel of transfer by id, in the order of every listing."""


def row(authority: str) -> AuthorityRow:
    """The row of an authority; raises `RuleError` where `authorities.csv` has none."""
    if authority not in AUTHORITIES:
        raise RuleError(f"the authority {authority!r}", "authorities.csv has no row for it", (), "Add the row.")
    return AUTHORITIES[authority]


def of_form(*forms: str) -> tuple[str, ...]:
    """The ids of the authorities that give help of one of these forms; raises `RuleError` for a form there is not."""
    if strange := [form for form in forms if form not in FORMS]:
        raise RuleError(f"the form {strange[0]!r}", "authorities.csv has no such form", FORMS, "Take one of these.")
    return tuple(found.id for found in AUTHORITIES.values() if found.form in forms)


def is_bar(authority: str) -> bool:
    """Whether an authority is a bar, so that yes is the bad news; an id that is not listed is none."""
    return authority in AUTHORITIES and AUTHORITIES[authority].kind == BAR


def subject(authority: str) -> str:
    """What an authority is about, in a few words; an id that is not listed is given back with spaces."""
    return AUTHORITIES[authority].subject if authority in AUTHORITIES else authority.replace("-", " ")
