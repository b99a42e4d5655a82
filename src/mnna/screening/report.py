"""A screening as a document for readers, and its report as a file: JSON for programs, a self-contained page for people.

Both are made from the JSON of a screening, so that a page can show what another process computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mnna.engine.record import json_text
from mnna.errors import BadQuestion
from mnna.files import STDIN, check
from mnna.present.days import day
from mnna.present.document import Block, Column, Document, Facts, Items, Number, Row, Section, Table
from mnna.present.html import page
from mnna.present.numbers import money
from mnna.present.wording import NOTHING, sentence, term_label, term_value, verdict_words
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.screening.output_columns import BETWEEN
from mnna.screening.source import Source
from mnna.screening.summary import ANSWERS
from mnna.screening.writers import Target, is_one_of, whole
from mnna.sentences import capital

ERROR = "Could not be read"
MOST = 12
"""The most lines of each section in a terminal."""


def report_form(asked: str | Path | None, source: Source, goal: Target | None) -> Path | None:
    """Return the path of the report, or None if none is wanted.

    Raises `BadQuestion` if its ending is neither .json nor .html, its folder is missing, or it would overwrite the
    cases or the answers.
    """
    if asked is None:
        return None
    path = Path(asked)
    check(path, (".json", ".html"))
    if is_one_of(path, source.given):
        raise BadQuestion(f"--report {asked}", "it is the file to be read", (), "Give the report a file of its own.")
    if goal is not None and path.resolve() == goal.path.resolve():
        raise BadQuestion(f"--report {asked}", "the answers go there", (), "Give the report a file of its own.")
    return path


def write_report(told: Mapping[str, Any], path: Path) -> None:
    """Write the report of a screening, given as JSON; the file is complete or does not exist."""
    is_json = path.suffix.lower() == ".json"
    text = json_text(told) if is_json else page(report(told))
    with whole(path) as beside:
        beside.write_text(text, encoding="utf-8")


def title(told: Mapping[str, Any]) -> str:
    """Return the title: the warnings, if any, and the number of rows by answer."""
    counts = told["answers"]
    rest = f", {counts['error']:,} could not be read" if counts["error"] else ""
    warned = f"Warning: {'; '.join(told['warnings'])}. " if told["warnings"] else ""
    return f"{warned}{counts['yes']:,} of {told['rows']:,} must be notified, {counts['unknown']:,} unknown{rest}"


def report(told: Mapping[str, Any]) -> Document:
    """Return the full report of a screening, in tables."""
    sections = [
        Section("answers", "Rows by answer", (_answers(told),)),
        Section("rejects", "Rows that could not be read", _tally("Reason", told["rejects"])),
        Section("needs", "What would settle the unknowns", _tally("Fact", told["needs"])),
        _changed(told, _tally("Change", _in_words(told))),
        Section("rules", "By rule", _wide("Rule", told["by_rule"])),
        Section("countries", "By country", _wide("Country", _named(told["by_country"]))),
        Section(
            "columns", "How the file was read", (Items(tuple(map(sentence, told["columns"]))),) * bool(told["columns"])
        ),
        Section("stamp", "Audit stamp", (Facts(tuple((capital(k), v or NOTHING) for k, v in told["stamp"].items())),)),
    ]
    return _document(told, sections)


def _document(told: Mapping[str, Any], sections: list[Section]) -> Document:
    filled = tuple(section for section in sections if section.blocks)
    stamp = tuple((name, told["stamp"][name]) for name in ("input", "law", "facts", "version"))
    return Document(title=title(told), subtitle=_subtitle(told), sections=filled, stamp=stamp)


def in_short(told: Mapping[str, Any]) -> Document:
    """Return the report for a terminal: one line per count, at most `MOST` lines in a section."""
    by_country = sorted(_named(told["by_country"]).items(), key=lambda one: -sum(one[1].values()))
    sections = [
        Section("columns", "How the file was read", _lines(map(sentence, told["columns"]))),
        Section("answers", "Rows by answer", (_answers(told),)),
        Section("rules", "By rule", _lines(map(_line, told["by_rule"].items()))),
        Section("countries", "By country", _lines(map(_line, by_country))),
        Section("rejects", "Rows that could not be read", _lines(_counted(told["rejects"]))),
        Section("needs", "What would settle the unknowns", _lines(_counted(told["needs"]))),
        _changed(told, _lines(_counted(_in_words(told)))),
    ]
    return _document(told, sections)


def _subtitle(told: Mapping[str, Any]) -> str:
    source = STDIN if told["source"] == "-" else told["source"]
    out = "standard output" if told["out"] == "-" else told["out"]
    return f"{_rows(told['rows'])} of {source} in {told['seconds']:.1f} seconds{f', written to {out}' if out else ''}"


def _answers(told: Mapping[str, Any]) -> Facts:
    return Facts(tuple((word(answer), Number(count, f"{count:,}")) for answer, count in told["answers"].items()))


def word(answer: str) -> str:
    """Return an answer in words."""
    return ERROR if answer == "error" else verdict_words(answer, "case")


LACKING = "Country, day or channel not given"
"""The label for rows without a known country, for which no law was looked up."""


def _named(by_country: Mapping[str, Any]) -> dict[str, Any]:
    """Return the counts by the country's name instead of its code."""
    known = countries()
    return {known[code].name if code in known else LACKING: found for code, found in by_country.items()}


def _line(one: tuple[str, Mapping[str, int]]) -> str:
    name, counts = one
    told = (f"{count:,} {word(answer).lower()}" for answer, count in counts.items() if count)
    return f"{name}: {', '.join(told)}"


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    return (f"{_rows(count)}: {text}" for text, count in counts.items())


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _lines(found: Iterator[str]) -> tuple[Block, ...]:
    lines = list(found)
    more = [f"and {len(lines) - MOST} more, which a report has (--report)"] if len(lines) > MOST else []
    return (Items((*lines[:MOST], *more)),) if lines else ()


def _tally(what: str, counts: Mapping[str, int]) -> tuple[Block, ...]:
    return _table(what, 6, {"rows": "Rows"}, {text: {"rows": count} for text, count in counts.items()})


def _wide(what: str, found: Mapping[str, Mapping[str, int]]) -> tuple[Block, ...]:
    return _table(what, 4, {name: word(name) for name in ANSWERS[:3]}, found)


def _table(
    what: str, share: int, heads: Mapping[str, str], found: Mapping[str, Mapping[str, int]]
) -> tuple[Block, ...]:
    numbers = (Column(name, head, number=True) for name, head in heads.items())
    rows = (Row(text, (text, *(Number(of[name], f"{of[name]:,}") for name in heads))) for text, of in found.items())
    return (Table("", (Column("what", what, share, strong=True), *numbers), tuple(rows)),) if found else ()


def _changed(told: Mapping[str, Any], found: tuple[Block, ...]) -> Section:
    """Return the section on what an assumption changes, without blocks if nothing is assumed."""
    if "changed" not in told:
        return Section("changed", "")
    assumed = Items(tuple(_assumed(one) for one in told["assume"]), "run", "Assumed")
    return Section("changed", "What the assumption changes", (assumed, *(found or (Items(("No row changes.",)),))))


def _assumed(one: Mapping[str, str]) -> str:
    kinds, known = load_registry().kinds, countries()
    name = known[one["country"]].name if one["country"] in known else one["country"]
    status = kinds[one["status"]].title if one["status"] in kinds else one["status"]
    does = "holds" if one["act"] == "designate" else "does not hold"
    return f"{name} {does} “{status}” from {day(one['on'])} on"


def _in_words(told: Mapping[str, Any]) -> dict[str, int]:
    """Return the changes in words with their counts: `Notify, then not known; days of review: 30 days, then none`."""
    return {"; ".join(map(_turn, text.split(BETWEEN))): count for text, count in (told.get("changed") or {}).items()}


def _turn(text: str) -> str:
    name, _, values = text.partition(": ")
    before, _, after = values.partition(" -> ")
    label = LABELS.get(name, term_label(name))
    return f"{label}: {_value(name, before)}, then {_value(name, after)}"


LABELS = {"notify": "Notice", "threshold_usd": "Threshold", "group": "Group"}


def _value(name: str, value: str) -> str:
    if name == "notify":
        return word(value).lower()
    if value == "none":
        return value
    if name == "threshold_usd":
        return money(float(value))
    return term_value(name, int(value) if value.isdigit() else value)
