"""The bill that a what-if assumes to be law: one from the ledger by its number, or one of the user's own in TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.inputs import dollars
from mnna.engine.record import HIDDEN, Record, described
from mnna.errors import BadQuestion, UnknownWord, alike
from mnna.rules.nodes import Kind, Value
from mnna.statutes.bills import bill
from mnna.statutes.enacting import BillFigure, BillText, bill_texts, figures_of
from mnna.statutes.parameters import param, parameters
from mnna.statutes.texts import Text, texts

PROPOSAL = "proposal"
FILE = ".toml"
OWN = "own"
NOT_READ = BillText("", "no", "", (), "")
KEYS = ("parameter", "value", "since", "source")


@dataclass(frozen=True, slots=True, repr=False)
class Bill(Record):
    """A bill that is assumed to be law: what it is, how much of it was read, and what is not computed here."""

    id: str
    citation: str
    title: str
    says: str
    read: str = field(
        metadata=described("How much of its text was read: `whole`, `part`, `no`, or `own` for one from a file.")
    )
    text: str = field(metadata=described("Which text of it was read."))
    names: tuple[str, ...] = field(metadata=described("Statuses it speaks of without changing a figure."))
    leaves_open: str = field(metadata=described("What else it would change, which nothing here computes."))
    source: str
    figures: tuple[BillFigure, ...] = field(metadata=HIDDEN)

    def summary(self) -> str:
        """Return its number and title."""
        return f"{self.citation}: {self.title}"


def bill_of(asked: str | Path) -> Bill:
    """Return the bill with that number, or in that TOML file.

    Raises `UnknownWord` for a number that no text here is about, and `BadQuestion` for a file that is not a valid bill.
    """
    if not isinstance(asked, str) or asked.strip().lower().endswith(FILE):
        return _of_file(Path(asked))
    number = cited(asked)
    text = ledger()[number]
    read = bill_texts().get(text.id, NOT_READ)
    title, figures = text.title.partition(": ")[2] or text.title, figures_of(text.id)
    told = (read.read, read.text, read.names, read.leaves_open, text.source, figures)
    return Bill(text.id, number, title, text.says, *told)


def ledger() -> dict[str, Text]:
    """Return bill number to proposal, for every number of each proposal."""
    proposed = [text for text in texts() if text.kind == PROPOSAL]
    numbers = ((bill(part.strip()), text) for text in proposed for part in text.citation.split(";"))
    return {number: text for number, text in numbers if number is not None}


def cited(asked: str) -> str:
    """Return the number of a bill in the form in which it is cited; raises `UnknownWord` for any other text."""
    number, known = bill(asked), ledger()
    if number in known:
        return str(number)
    wrong = "it is not the number of a bill" if number is None else "no bill of that number was read here"
    near = alike(number or asked, known, 3, 0.6) or [id_ for id_, text in known.items() if figures_of(text.id)]
    raise UnknownWord(f"the bill {asked!r}", wrong, near, "Or name a TOML file of your own.")


def _of_file(path: Path) -> Bill:
    read = _toml(path)
    rows = list(_tables(read))
    if not rows:
        raise _bad(path, "it names no parameter", "Give each figure a table [[figure]] with parameter and value.")
    figures = tuple(_figure(path, row, str(read.get("source", ""))) for row in rows)
    ids = [one.parameter for one in figures]
    doubled = next((id_ for id_ in ids if ids.count(id_) > 1), "")
    if doubled:
        raise _bad(path, f"it sets {doubled} twice", "Give each parameter once.")
    title = str(read.get("title", "")) or path.stem
    return Bill(path.stem, title, title, "", OWN, path.name, (), "", str(read.get("source", "")), figures)


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _bad(path, f"it cannot be read ({error.strerror or error})", "Name a TOML file.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _bad(path, f"it is not TOML ({error})", "See docs/bills.md.") from None


def _tables(read: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every table of the file that sets a figure: the top level, or the tables in its lists."""
    if "parameter" in read:
        yield {name: value for name, value in read.items() if name != "title"}
    for value in read.values():
        if isinstance(value, list):
            yield from (row for row in value if isinstance(row, Mapping))


def _figure(path: Path, row: Mapping[str, Any], source: str) -> BillFigure:
    strange = next((name for name in row if name not in KEYS), "")
    if strange:
        raise _bad(path, f"{strange!r} is no key of a figure", f"The keys are {', '.join(KEYS)}.")
    id_ = str(row.get("parameter", ""))
    if id_ not in parameters():
        near = alike(id_, parameters(), 3, 0.5) or ("36b-mde", "36b-total")
        raise BadQuestion(f"the parameter {id_!r} in {path.name}", "the law has no such figure", near, "")
    if "value" not in row:
        raise _bad(path, f"{id_} has no value", "Give the new value.")
    since = row.get("since")
    if since is not None and type(since) is not date:
        raise _bad(path, f"since {since!r} is not a day", "Write since = 2027-01-01, without quotes.")
    own = str(row.get("source") or source or path.name)
    return BillFigure(id_, _value(path, id_, row["value"]), since, own, own, "high")


def _value(path: Path, id_: str, given: object) -> Value:
    """Return the new value in the type of the parameter; raises `BadQuestion` for another type."""
    kind = param(id_).kind
    if kind is Kind.MONEY:
        return dollars(given, id_)
    fits = {Kind.COUNT: type(given) is int and given >= 0, Kind.DATE: type(given) is date}
    if fits.get(kind, isinstance(given, str)):
        assert isinstance(given, (int, date, str))
        return given
    wanted = {Kind.COUNT: "a whole number", Kind.DATE: "a day"}.get(kind, "a text")
    raise _bad(path, f"{id_} is {given!r}, which is not {wanted}", "Correct it.")


def _bad(path: Path, wrong: str, do: str) -> BadQuestion:
    return BadQuestion(f"the bill {path.name}", wrong, (), do)
