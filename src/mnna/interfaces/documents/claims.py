"""Checked claims of an article as a document: verdicts, reasons, figures, every sentence; and the types of claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import quote

from mnna.article_claims import ClaimsAnswer, Judged
from mnna.article_claims.articles import ReadSentence
from mnna.article_claims.types import ClaimTypes
from mnna.present.days import day
from mnna.present.document import Block, Document, Items, Paragraph, Row, Section, Table, heads
from mnna.present.inline import Cite, Command, Link, Number, Text, runs
from mnna.present.numbers import amount, listed
from mnna.present.places import country
from mnna.present.wording import NOTHING, RULINGS, note
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

BASES = {"computed": "Computed from registry, law and figures", "recorded": "Recorded evidence"}
OWN_ARTICLE = (
    Link("Check an article of your own", "/claims/read"),
    ": paste it, or drop its file. On the command line ",
    Command("mnna claims my-article.txt"),
    " does the same. ",
    Command("mnna claims --types"),
    " lists what can be claimed.",
)


def document(answer: ClaimsAnswer | ClaimTypes) -> Document:
    """Return the document of judged claims, or of the types of claim."""
    return _list_of_types(answer) if isinstance(answer, ClaimTypes) else _shown(answer, figures=False)


def page(answer: ClaimsAnswer) -> Document:
    """Return the document of judged claims with the figures they used, for the page."""
    return replace(_shown(answer, figures=True), notes=(OWN_ARTICLE,))


def _list_of_types(answer: ClaimTypes) -> Document:
    found: dict[str, list[Block]] = {}
    for one in answer.types:
        takes = tuple(argument.says() for argument in one.arguments)
        found.setdefault(one.subject, []).append(Items(takes, title=f"{one.name}: {one.says}"))
    sections = (Section(subject, f"Claims of {subject}", tuple(blocks)) for subject, blocks in found.items())
    return Document(title="What an article may claim", sections=tuple(sections))


def _shown(answer: ClaimsAnswer, figures: bool) -> Document:
    shortly = tuple(f"{one.id} {_verdicts(one)}: {one.claim.claim}" for one in answer.claims)
    told: tuple[Block, ...] = (Items(shortly),) if answer.short and shortly else ()
    sections = [Section("claims", "Claims", told if answer.claims else (NONE,), count=len(answer.claims))]
    if not answer.short:
        sections += [
            Section(one.id, f"{one.id}: {_verdicts(one)}", tuple(_claim(one, figures)), level=2)
            for one in answer.claims
        ]
    return Document(
        title=_title(answer),
        subtitle=_article(answer),
        lead=(_days(answer), *_unread(answer)),
        sections=(
            Section("verdicts", "By verdict", (Items(tuple(_by_verdict(answer))),)),
            *sections,
            *_sentences(answer),
        ),
    )


NONE = Paragraph("No claim has that verdict.")


def _unread(answer: ClaimsAnswer) -> Iterator[Text]:
    if problems := [one.id for one in answer.claims if one.problem]:
        verb = "s" if len(problems) == 1 else ""
        yield (
            f"{len(problems)} of {len(answer.claims)} claims cannot be judged as"
            f" {'it' if verb else 'they'} stand{verb}: {listed(problems)}."
        )


def _sentences(answer: ClaimsAnswer) -> Iterator[Section]:
    """Yield a table of every sentence of the article, with the claims read from it, and what was not read or why."""
    if answer.sentences:
        columns = heads({"Number": 1, "Sentence": 5, "What was read": 3}, strong="")
        verdicts = {one.id: one for one in answer.claims}
        rows = tuple(Row(str(one.n), (str(one.n), one.text, _read_as(one, verdicts))) for one in answer.sentences)
        yield Section("sentences", "Every sentence", (Table("", columns, rows),), folded=True, count=len(rows))


def _read_as(one: ReadSentence, verdicts: Mapping[str, Judged]) -> str:
    told = [f"{id_}: {_verdicts(verdicts[id_])}" if id_ in verdicts else id_ for id_ in one.claims]
    return "; ".join([*told, *filter(None, (one.note,))])


def _title(answer: ClaimsAnswer) -> str:
    told = [f"{count} {RULINGS[verdict].lower()}" for verdict, count in answer.tally.items() if count]
    if not told:
        return "No claim was read"
    total = sum(answer.tally.values())
    return f"Of {total} claim{'s' if total > 1 else ''}: {listed(told)}"


def _article(answer: ClaimsAnswer) -> str:
    who = ", ".join(filter(None, (answer.author, answer.publisher)))
    return f"{answer.title or answer.article.id}{f' ({who})' if who else ''}"


def _days(answer: ClaimsAnswer) -> Text:
    days = " and as of ".join(dict.fromkeys((day(answer.dated), day(answer.as_of))))
    said = f"Judged as of {days}. {answer.dated_note}".rstrip()
    return (f"{said} The article: ", Link(answer.url, answer.url)) if answer.url else said


def _by_verdict(answer: ClaimsAnswer) -> Iterator[Text]:
    """Yield each verdict with its counts, linked to the claims that have it."""
    asked = f"&as_of={answer.as_of}"
    yield Link("All claims", f"/claims?{asked[1:]}"), f": {sum(answer.tally.values())}"
    for verdict, count in answer.tally.items():
        later = answer.tally_today[verdict]
        today = f" as of {day(answer.dated)}, {later} as of {day(answer.as_of)}" if later != count else ""
        yield Link(RULINGS[verdict], f"/claims?verdict={quote(verdict)}{asked}"), f": {count}{today}"


def _verdicts(one: Judged) -> str:
    if one.verdict_today == one.verdict:
        return RULINGS[one.verdict]
    return f"{RULINGS[one.verdict]} (as of {day(one.as_of)}: {RULINGS[one.verdict_today].lower()})"


def _claim(one: Judged, figures: bool) -> Iterator[Block]:
    yield Paragraph(one.claim.claim, marked=True)
    if one.claim.read:
        yield Paragraph(f"Read as {one.claim.read}.")
    yield Paragraph(note(one.because))
    if one.verdict_today != one.verdict and one.because_today not in one.because:
        yield Paragraph((f"As of {day(one.as_of)}: ", *runs(note(one.because_today))))
    yield Paragraph(tuple(_rests(one)))
    if figures and one.figures:
        shares = {"Country": 2, "Year": 1, "Figure": 1, "Rank": 1, "Unit": 2, "Source": 3}
        yield Table("Figures", heads(shares, numbers=("Figure", "Rank")), tuple(map(_figure, one.figures)))


def _rests(one: Judged) -> Iterator[Any]:
    sure = f", {one.confidence} confidence" if one.confidence else ""
    yield f"{BASES[one.basis]}{sure}"
    for at, text in enumerate(one.citations):
        yield "; " if at else ": "
        yield Link(source_title(text), text) if text.startswith("https://") else Cite(text)


def source_title(address: str) -> str:
    """Return the title of the source at an address; of an address that no source has, the address."""
    return _titles().get(address, address)


@cache
def _titles() -> Mapping[str, str]:
    return {one.address: one.title for one in load_registry().sources.values()}


def _figure(figure: Mapping[str, Any]) -> Row:
    code, value = str(figure.get("country") or ""), figure.get("value")
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    number: Text = Number(value, amount(value)) if known else str(value if value is not None else NOTHING)  # type: ignore[arg-type]
    name = country(countries()[code].name, code) if code in countries() else (code or NOTHING)
    rest = (str(figure.get(part) or NOTHING) for part in ("rank", "unit", "source"))
    return Row(code, (name, str(figure.get("year") or NOTHING), number, *rest))


def rows(answer: ClaimsAnswer) -> list[Mapping[str, Any]]:
    """Return a row for each claim, for a spreadsheet."""
    names = ("id", "claim", "kind", "verdict", "verdict_today", "because", "because_today", "basis", "confidence")
    told = answer.to_dict()
    of = {name: told[name] for name in ("article", "dated", "as_of")}
    return [of | {name: row[name] for name in (*names, "citations")} for row in told["claims"]]
