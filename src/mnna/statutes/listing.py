"""The list of encoded questions: one row for each authority and each channel, in the order that all lists follow.

`authorities.csv` gives for each authority its module, whether it is a grant or a bar, its topic and its subject, and
whether a public record or only the facts of a case can answer it. `channels.csv` gives for each channel its module, its
label and its other names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mnna.errors import RuleError
from mnna.quick import Path, QuickTuple
from mnna.tables import cells as cells_of

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
"""The title of each topic (the kind of benefit or duty), in the order of the listing."""


FORMS = ("financing", "excess articles", "sale", "loan guarantee", "license")
"""The forms of help that a bar may cut off; the text of the bar says which."""


class AuthorityRow(QuickTuple):
    """One authority: `module` is its module under `statutes`, `subject` its short name for a sentence or a table.

    `watched` marks an authority that readers often wrongly expect the status to change. `turns_on` is `case` if only
    the facts of a case can settle an open answer (the unit, the buyer, the loan), and `record` if a public record can.
    `new` says that the first encoded text created this law: before its first day there was none. `form` is one of
    `FORMS`, or empty if no encoded bar cuts off the authority by its form.
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
    """One channel of transfer: `label` is its name on a form, `aliases` are its other usual names."""

    id: str
    module: str
    label: str
    aliases: tuple[str, ...]


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Yield each row of a table with its file name and line; raise `RuleError` for an invalid header or row."""
    header, *rows = map(cells_of, (FOLDER / name).read_bytes().decode().splitlines())
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
"""Every authority by id, in the order of the listing."""

SUBJECTS: Mapping[str, str] = {found.id: found.subject for found in AUTHORITIES.values()}
"""The subject of each authority in a few words, for a sentence or a table."""

CHANNELS: Mapping[str, ChannelRow] = {found.id: found for found in _channels()}
"""Every channel of transfer by id, in the order of the listing."""


def row(authority: str) -> AuthorityRow:
    """Return the row of an authority; raise `RuleError` if `authorities.csv` has none."""
    if authority not in AUTHORITIES:
        raise RuleError(f"the authority {authority!r}", "authorities.csv has no row for it", (), "Add the row.")
    return AUTHORITIES[authority]


def of_form(*forms: str) -> tuple[str, ...]:
    """Return the ids of the authorities that give help of one of these forms; raise `RuleError` for an unknown form."""
    if strange := [form for form in forms if form not in FORMS]:
        raise RuleError(f"the form {strange[0]!r}", "authorities.csv has no such form", FORMS, "Take one of these.")
    return tuple(found.id for found in AUTHORITIES.values() if found.form in forms)


def is_bar(authority: str) -> bool:
    """Return whether an authority is a bar, so that "yes" means barred; False for an id that is not listed."""
    return authority in AUTHORITIES and AUTHORITIES[authority].kind == BAR


def subject(authority: str) -> str:
    """Return the subject of an authority in a few words; for an id that is not listed, the id with spaces."""
    return AUTHORITIES[authority].subject if authority in AUTHORITIES else authority.replace("-", " ")
