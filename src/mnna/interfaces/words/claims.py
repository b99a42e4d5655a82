"""`claims`: whether each statement of an article is right, on its own day and today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mnna.article_claims import ARTICLE, ClaimsAnswer, Judged, claims, embedded
from mnna.article_claims.export import form, write
from mnna.article_claims.types import ClaimTypes
from mnna.article_claims.types import types as claim_types
from mnna.article_claims.verdicts import VERDICTS
from mnna.briefs.output import save
from mnna.errors import UnknownWord
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, ON, OUTPUT, Given, Param
from mnna.present.days import day
from mnna.present.document import (
    Block,
    Cite,
    Column,
    Command,
    Document,
    Items,
    Link,
    Number,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from mnna.present.numbers import amount, listed
from mnna.present.places import country
from mnna.present.wording import NOTHING, RULINGS, note
from mnna.registry.countries import countries

SHIPPED = Param(
    "article",
    "The id of an article shipped here, or a TOML file of your own.",
    choices=lambda: [(id_, id_) for id_ in embedded()],
    positional=True,
    doors=("http", "python"),
    annotation="str | Path",
    default=ARTICLE,
    label="Article",
)
OWN = SHIPPED._replace(kind="path", doors=("cli",), choices=None)
"""On the command line it may be a file; an address may name none."""
TYPES = Param("types", "List the types of claim, with their arguments.", kind="flag", doors=("cli",))
AS_OF = ON._replace(
    name="as_of", says="The later day each claim is judged as of; default today.", label="And again as of"
)
ONLY = Param(
    "only",
    "Only the claim of this id.",
    many=True,
    listed=True,
    keyword=True,
    metavar="ID",
    annotation="Sequence[str]",
    default=(),
    in_form=False,
)
VERDICT = Param(
    "verdict",
    "Only claims with this verdict on the article's day.",
    choices=lambda: [(verdict, RULINGS[verdict]) for verdict in VERDICTS],
    strict=True,
    keyword=True,
    label="Found to be",
)
PRINTED = (".docx",)
"""The endings of files that hold what the command prints."""
SHORT = Param("short", "Verdicts without the reasons.", kind="flag", doors=("cli",))

BASES = {"computed": "Computed from registry, law and figures", "recorded": "Recorded evidence"}
OWN_ARTICLE = (
    "An article of your own, as a file of claims, is judged by ",
    Command("mnna claims my-article.toml"),
    ". ",
    Command("mnna claims --types"),
    " lists what can be claimed.",
)


def _ask(given: Given, facts: Path | None) -> ClaimsAnswer | ClaimTypes:
    if given.get("types"):
        return ClaimTypes(tuple(claim_types().values()))
    article = given.get("article") or ARTICLE
    if isinstance(article, str) and article not in embedded():
        do = "Your own file is judged by `mnna claims FILE`."
        raise UnknownWord(f"the article {article!r}", "there is none of that id here", embedded(), do)
    if output := given.get("output"):
        _check(output)
    only, verdict = given.get("only") or (), given.get("verdict")
    answer = claims(article, given.get("as_of"), facts, only=only, verdict=verdict)
    return replace(answer, short=True) if given.get("short") else answer


def _check(output: Path) -> None:
    """Refuse an ending that cannot be written, before any work."""
    if output.suffix.lower() not in PRINTED:
        form(output)


def _save(answer: Any, given: Given) -> None:
    output: Path = given["output"]
    if output.suffix.lower() in PRINTED:
        save(ENDPOINT.shown(answer), output)
    else:
        write(answer, output)


def _document(answer: ClaimsAnswer | ClaimTypes) -> Document:
    return _list_of_types(answer) if isinstance(answer, ClaimTypes) else _shown(answer, figures=False)


def _page(answer: ClaimsAnswer) -> Document:
    return replace(_shown(answer, figures=True), notes=(OWN_ARTICLE,))


def _list_of_types(answer: ClaimTypes) -> Document:
    subjects = dict.fromkeys(one.subject for one in answer.types)
    sections = [Section(subject, f"Claims of {subject}", tuple(_types(answer, subject))) for subject in subjects]
    return Document(title="What an article may claim", sections=tuple(sections))


def _types(answer: ClaimTypes, subject: str) -> Iterator[Block]:
    for one in answer.types:
        if one.subject == subject:
            yield Items(tuple(argument.says() for argument in one.arguments), title=f"{one.name}: {one.says}")


def _shown(answer: ClaimsAnswer, figures: bool) -> Document:
    shortly = tuple(f"{one.id} {_verdicts(one)}: {one.claim.claim}" for one in answer.claims)
    told: tuple[Block, ...] = (Items(shortly),) if answer.short and shortly else ()
    sections = [Section("claims", "Claims", told if answer.claims else (NONE,), count=len(answer.claims))]
    if not answer.short:
        sections += [Section(one.id, _heading(one), tuple(_claim(one, figures)), level=2) for one in answer.claims]
    return Document(
        title=_title(answer),
        subtitle=_article(answer),
        lead=(_days(answer),),
        sections=(Section("verdicts", "By verdict", (Items(tuple(_by_verdict(answer))),)), *sections),
        stamp=tuple(answer.stamp._asdict().items()),
    )


NONE = Paragraph("No claim has that verdict.")


def _title(answer: ClaimsAnswer) -> str:
    told = [f"{count} {RULINGS[verdict].lower()}" for verdict, count in answer.tally.items() if count]
    return f"Of {sum(answer.tally.values())} claims: {listed(told)}"


def _article(answer: ClaimsAnswer) -> str:
    who = ", ".join(filter(None, (answer.author, answer.publisher)))
    return f"{answer.title or answer.article.id}{f' ({who})' if who else ''}"


def _days(answer: ClaimsAnswer) -> Text:
    days = " and as of ".join(dict.fromkeys((day(answer.dated), day(answer.as_of))))
    said = f"Judged as of {days}. {answer.dated_note}".rstrip()
    return (f"{said} The article: ", Link(answer.url, answer.url)) if answer.url else said


def _by_verdict(answer: ClaimsAnswer) -> Iterator[Text]:
    """Each verdict with its counts, leading to the claims that have it."""
    asked = f"&as_of={answer.as_of}"
    yield Link("All claims", f"/claims?{asked[1:]}"), f": {sum(answer.tally.values())}"
    for verdict, count in answer.tally.items():
        later = answer.tally_today[verdict]
        today = f" as of {day(answer.dated)}, {later} as of {day(answer.as_of)}" if later != count else ""
        yield Link(RULINGS[verdict], f"/claims?verdict={quote(verdict)}{asked}"), f": {count}{today}"


def _heading(one: Judged) -> str:
    return f"{one.id}: {_verdicts(one)}"


def _verdicts(one: Judged) -> str:
    if one.verdict_today == one.verdict:
        return RULINGS[one.verdict]
    return f"{RULINGS[one.verdict]} (as of {day(one.as_of)}: {RULINGS[one.verdict_today].lower()})"


def _claim(one: Judged, figures: bool) -> Iterator[Block]:
    yield Paragraph(one.claim.claim, marked=True)
    yield Paragraph(note(one.because))
    if one.verdict_today != one.verdict and one.because_today not in one.because:
        yield Paragraph((f"As of {day(one.as_of)}: ", *_runs(note(one.because_today))))
    yield Paragraph(tuple(_rests(one)))
    if figures and one.figures:
        yield _figures(one)


def _runs(text: Text) -> tuple[Any, ...]:
    return text if isinstance(text, tuple) and not hasattr(text, "_fields") else (text,)


def _rests(one: Judged) -> Iterator[Any]:
    sure = f", {one.confidence} confidence" if one.confidence else ""
    yield f"{BASES[one.basis]}{sure}"
    for at, text in enumerate(one.citations):
        yield "; " if at else ": "
        yield Link(text, text) if text.startswith("https://") else Cite(text)


def _figures(one: Judged) -> Table:
    columns = (
        Column("country", "Country", 2, strong=True),
        Column("year", "Year"),
        Column("value", "Figure", number=True),
        Column("rank", "Rank", number=True),
        Column("unit", "Unit", 2),
        Column("source", "Source", 3),
    )
    return Table("Figures", columns, tuple(map(_figure, one.figures)))


def _figure(figure: Mapping[str, Any]) -> Row:
    code, value = str(figure.get("country") or ""), figure.get("value")
    known = isinstance(value, (int, float)) and not isinstance(value, bool)
    number: Text = Number(value, amount(value)) if known else str(value if value is not None else NOTHING)  # type: ignore[arg-type]
    name = country(countries()[code].name, code) if code in countries() else (code or NOTHING)
    rest = (str(figure.get(part) or NOTHING) for part in ("rank", "unit", "source"))
    return Row(code, (name, str(figure.get("year") or NOTHING), number, *rest))


def _rows(answer: ClaimsAnswer) -> list[Mapping[str, Any]]:
    names = ("id", "claim", "kind", "verdict", "verdict_today", "because", "because_today", "basis", "confidence")
    told = answer.to_dict()
    of = {name: told[name] for name in ("article", "dated", "as_of")}
    return [of | {name: row[name] for name in (*names, "citations")} for row in told["claims"]]


ENDPOINT = Endpoint(
    word="claims",
    group="Law",
    order=3,
    says="whether each claim of an article is right",
    help="Whether each claim of ARTICLE (one shipped here, or your own TOML file) is right, on its own day and today.",
    function=claims,
    params=(
        SHIPPED,
        OWN,
        AS_OF,
        FACTS,
        ONLY,
        VERDICT,
        TYPES,
        SHORT,
        OUTPUT._replace(says="Write FILE instead of printing: .docx, .jsonld (ClaimReview), .csv, .md or .json."),
    ),
    ask=_ask,
    answer=ClaimsAnswer,
    document=_document,
    page=_page,
    rows=_rows,
    save=_save,
    address="/claims",
    label="Claims",
    button="Show",
    example={"verdict": "wrong", "as_of": "2026-11-24"},
)
