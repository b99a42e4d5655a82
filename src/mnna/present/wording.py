"""The printed words that all output forms share: verdicts, labels, terms and reasons, each declared only here."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from mnna._version import NAME
from mnna.present import places
from mnna.present.days import prose
from mnna.present.inline import Cite, Command, Link, Text, apart, separated
from mnna.present.numbers import NOT_KNOWN, amount
from mnna.quick import Path
from mnna.sentences import capital, without_needs

VERDICTS = {
    "grant": {"yes": "Allowed", "no": "Not allowed"},
    "bar": {"yes": "Barred", "no": "Not barred"},
    "case": {"yes": "Notify", "no": "No notice"},
    "question": {"yes": "Yes", "no": "No"},
}
"""The words of each verdict, by kind of question: a permission, a bar, a notice to Congress, or any other question."""

UNKNOWN = "Not known"
RULINGS = {"right": "Right", "partly": "Partly right", "wrong": "Wrong", "not verifiable": "Not verifiable"}
"""The words for the result of checking a statement of an article."""

STEPS = "Still to do"
ROUTES = "How this could change"
NEEDS = "What would settle it"
NEEDS_BEFORE = "What would settle the answer before"
PRESUMES = "Presumed"
CAVEATS = "Caveat"
OWN_FACTS = "Rests on your own facts"
SUSPENDED = "Stopped by"
NOT_CHECKED = "Not checked here"
TURNS_ON_CASE = "Restrictions that turn on the case"
ONLY_THE_CASE = "Only the facts of a case can settle these: the unit, the buyer, the loan, what the aid is for."
IN_PRACTICE = "In practice"
PRACTICES = {
    "used": "Documented use",
    "fits": "Likely use",
    "other-route": "Without the status",
    "none": "No use found",
}
"""The words for each kind of evidence that an authority was used."""
WHY = "Why, step by step"
ITS_WORDS = "its words"
TERMS = "Terms"
CITATIONS = "Law"
TOTALS = {"rounded": "rounded", "package": "several cases together"}
"""What the total of a notice is, where it is not the one that a source states."""
CONFIDENCE = {"high": "High confidence", "medium": "Medium confidence", "low": "Low confidence"}
OWN_MARK = "(your own facts)"
BECOMES = "becomes"
CONTENTS = "Contents"
LEAD = "In short"
SAME_STAMP = "Equal stamps mean equal answers."
IN_WORDS = "Pictures are told in words here. The PDF and the web page of this answer show them."
NOTHING = "—"
GAPS = {"missing": "missing", "outside": "outside the years covered"}
"""The words for each reason why a figure is missing."""

_HERE = Path(__file__).parent
_UNITS = ("usd", "days", "months", "years", "percent", "pounds")
_NOT_APPLICABLE = ("none", "none recorded", "not applicable", "")


def sentence(text: str) -> str:
    """Return the text with a capital first letter, and a period unless it ends with punctuation."""
    return capital(text) + ("" if text.endswith((".", "?", "!", ":")) else ".")


def verdict_words(value: str, fits: str) -> str:
    """Return a verdict in the words that fit its question: `Allowed`, `Not barred`, `Notify`, `Yes`, `Not known`."""
    return UNKNOWN if value == "unknown" else VERDICTS[fits].get(value, value)


def fits(finding: Mapping[str, Any]) -> str:
    """Return which words fit the question of a finding: `grant`, `bar`, `case` or `question`."""
    case = "threshold_measure" in finding.get("terms", {})
    return "case" if case else fits_question(str(finding["bears"]), finding["question"])


def fits_question(bears: str, question: str) -> str:
    """Return which words fit a question that `bears` as a grant or a bar: `grant`, `bar` or `question`.

    A grant is "Allowed" only if its question begins with "May"; "Is the United States bound by treaty" is answered with
    Yes or No.
    """
    return "question" if bears == "grant" and not question.startswith("May ") else bears


def reason(finding: Mapping[str, Any]) -> str:
    """Return the reason of a finding without its verdict and needs, which are printed separately."""
    text, verdict = str(finding["because"]), str(finding["verdict"]).capitalize()
    if text.startswith((f"{verdict}. ", f"{verdict}: ")):
        text = capital(text[len(verdict) + 2 :])
    return prose(without_needs(text, finding.get("needs", ())))


def reason_alone(finding: Mapping[str, Any]) -> str:
    """Return the reason without the presumptions too, for where they are listed separately."""
    text = reason(finding)
    for one in finding.get("presumes") or ():
        text = text.replace(f" {sentence(prose(str(one)))}", "")
    return text


def in_one(finding: Mapping[str, Any]) -> str:
    """Return verdict and reason in one text: `Not barred: No foreign assistance goes to ...`."""
    return f"{verdict_words(finding['verdict'], fits(finding))}: {reason(finding)}"


def says(node: Mapping[str, Any]) -> str:
    """Return the text of one node of a tree as a sentence."""
    return sentence(prose(str(node["says"])))


def stamp(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the stamp in one line: `law 1a2b · facts 3c4d · mnna 0.2.0`."""
    return " · ".join(f"{NAME if name == 'version' else name} {value}" for name, value in pairs)


def version_of_law(law: str) -> str:
    """Return the note on the hash of the law; a site names its one file of hashes in place of the hash."""
    return f"Version of the law: {law}"


def act(text: str) -> Text:
    """Return a step or a route, given as `what is done [22 USC 2321k(a)]`, as a sentence and its citation."""
    said, cited = apart(text)
    return (f"{sentence(prose(said))} [", Cite(cited), "]") if cited else sentence(prose(said))


def presumed(text: str) -> str:
    """Return a presumption without its opening words "it is presumed that", which the heading replaces."""
    return text.removeprefix("it is presumed that ")


def own_mark(own: bool) -> str:
    """Return the mark of a row of the user's own facts, after a space; an empty text for a row of ours."""
    return f" {OWN_MARK}" if own else ""


def several(texts: Iterable[str]) -> Text:
    """Return several texts as one sentence, each with its citation: `Debts [22 USC 2370(c)]; expropriation [...].`"""
    pieces: list[str | Cite] = []
    for text in texts:
        said, cited = apart(text)
        pieces.append(f"; {prose(said)}" if pieces else capital(prose(said)))
        pieces += [" [", Cite(cited), "]"] if cited else []
    return (*pieces, ".") if pieces else ""


def use(row: Mapping[str, Any], named: Callable[[str], Link] = places.source) -> Text:
    """Return one row on the use of an authority: the use, or where one was looked for, its confidence and its sources.

    `named` makes the link of a source from its id.
    """
    looked = f" Looked in: {row['looked_in']}." if row["looked_in"] else ""
    said = prose(f"{PRACTICES[row['kind']]}: {sentence(row['what'])}{looked}")
    doubt = f" {CONFIDENCE[row['confidence']]}." if row["kind"] != "none" and row["confidence"] != "high" else ""
    return (f"{said}{doubt} [", *separated(map(named, row["source"])), "]")


def note(text: str) -> Text:
    """Return a remark with its days in words and the text between backticks as code."""
    pieces = enumerate(text.split("`"))
    return tuple(Command(piece) if place % 2 else prose(piece) for place, piece in pieces if piece)


def own_facts(rows: Sequence[str]) -> tuple[str, ...]:
    """Return the note on the user's own rows that a whole document rests on; none without such rows."""
    return (f"{OWN_FACTS}: {'; '.join(rows)}.",) if rows else ()


def terms(finding: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the terms of a finding as pairs of label and value in words; terms that do not apply are left out."""
    decided = fits(finding) == "case" and finding["verdict"] != "unknown"
    idle = (*_NOT_APPLICABLE, *((None,) if decided else ()))
    values = finding.get("terms", {}).items()
    return tuple((term_label(name), term_value(name, value)) for name, value in values if value not in idle)


def term_label(name: str) -> str:
    """Return the label of a term: `Cap for a year` for `annual_cap_usd`."""
    return _labels().get(name) or capital(" ".join(_stem(name)[0].split("_")))


def term_value(name: str, value: object) -> str:
    """Return the value of a term with its unit: `$500 million`, `30 days`, `Yes`, `Not known`."""
    unit = _stem(name)[1]
    if value is None:
        return capital(NOT_KNOWN)
    if isinstance(value, bool):
        return VERDICTS["question"]["yes" if value else "no"]
    if isinstance(value, (int, float)):
        return amount(value, unit)
    return prose(_values().get((name, str(value))) or str(value))


def _stem(name: str) -> tuple[str, str]:
    """Split the name of a term into the name without its unit, and the unit (empty if it has none)."""
    stem, _, unit = name.rpartition("_")
    return (stem, unit) if unit in _UNITS and stem else (name, "")


def _table(name: str) -> list[list[str]]:
    """Return the rows of a CSV table of this package, without the header."""
    return list(csv.reader((_HERE / name).read_text(encoding="utf-8").splitlines()))[1:]


@cache
def _labels() -> dict[str, str]:
    return {row[0]: row[1] for row in _table("terms.csv")}


@cache
def _values() -> dict[tuple[str, str], str]:
    return {(name, value): words for name, value, words in _table("term_values.csv")}
