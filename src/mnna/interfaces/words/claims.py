"""`claims`: whether each statement of an article is right, on its own day and today."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mnna.article_claims import ARTICLE, ClaimsAnswer, Judged, claims, embedded
from mnna.article_claims.articles import ReadSentence
from mnna.article_claims.export import as_toml, form, save, write
from mnna.article_claims.judging import judged
from mnna.article_claims.reading.article import from_bytes
from mnna.article_claims.reading.article_text import LARGEST
from mnna.article_claims.types import ClaimTypes
from mnna.article_claims.types import types as claim_types
from mnna.article_claims.verdicts import VERDICTS
from mnna.briefs.output import save as save_document
from mnna.errors import BadQuestion, UnknownWord
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
from mnna.registry.days import day as day_of

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
OWN = SHIPPED._replace(
    kind="path",
    doors=("cli",),
    choices=None,
    says="The id of an article shipped here, a TOML file of claims, or an article itself; - reads one"
    " from standard input.",
)
"""On the command line it may be a file; an address may name none."""
TEXT = Param(
    "text",
    "The text of an article in English, to be read and judged.",
    keyword=True,
    long=True,
    label="Article",
    in_form=False,
)
STATED = Param(
    "stated",
    "Claims as the text of a TOML file, to be judged.",
    keyword=True,
    long=True,
    label="Claims",
    in_form=False,
)
DATED = ON._replace(
    name="dated",
    says="The day of the article, in place of the one it gives itself.",
    keyword=True,
    label="Day of the article",
    in_form=False,
)
DRAFT = Param(
    "draft",
    "Also write the claims that were read to FILE, as TOML to correct.",
    kind="path",
    metavar="FILE",
    doors=("cli",),
)
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
    Link("Check an article of your own", "/claims/read"),
    ": paste it, or drop its file. On the command line ",
    Command("mnna claims my-article.txt"),
    " does the same. ",
    Command("mnna claims --types"),
    " lists what can be claimed.",
)


def _ask(given: Given, facts: Path | None) -> ClaimsAnswer | ClaimTypes:
    if given.get("types"):
        return ClaimTypes(tuple(claim_types().values()))
    for name in ("output", "draft"):
        if given.get(name):
            _check(given[name])
    asked = {name: given.get(name) for name in ("text", "stated", "dated", "verdict")}
    asked["only"] = given.get("only") or ()
    answer = _asked(given.get("article") or ARTICLE, given.get("as_of"), facts, asked)
    if draft := given.get("draft"):
        save(as_toml(answer), draft)
    return replace(answer, short=True) if given.get("short") else answer


def _asked(article: str | Path, as_of: Any, facts: Path | None, asked: Given) -> ClaimsAnswer:
    if str(article) == "-":
        read = from_bytes(
            sys.stdin.buffer.read(LARGEST + 1), "-", None if asked["dated"] is None else day_of(asked["dated"])
        )
        return judged(read, as_of, facts, only=asked["only"], verdict=asked["verdict"])
    if isinstance(article, str) and article not in embedded():
        do = "Your own file is judged by `mnna claims FILE`."
        raise UnknownWord(f"the article {article!r}", "there is none of that id here", embedded(), do)
    return claims(article, as_of, facts, **asked)


def _check(output: Path) -> None:
    """Refuse an ending that cannot be written, before any work."""
    if output.suffix.lower() not in PRINTED:
        form(output)


def _save(answer: Any, given: Given) -> None:
    output: Path = given["output"]
    if output.suffix.lower() in PRINTED:
        save_document(ENDPOINT.shown(answer), output)
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
        lead=(_days(answer), *_unread(answer)),
        sections=(
            Section("verdicts", "By verdict", (Items(tuple(_by_verdict(answer))),)),
            *sections,
            *_sentences(answer),
        ),
        stamp=tuple(answer.stamp._asdict().items()),
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
    """Every sentence of an article that was read, with what became of it."""
    if answer.sentences:
        columns = (Column("n", "Number"), Column("text", "Sentence", 5), Column("read", "What was read", 3))
        verdicts = {one.id: one for one in answer.claims}
        rows = tuple(Row(str(one.n), (str(one.n), one.text, _became(one, verdicts))) for one in answer.sentences)
        yield Section("sentences", "Every sentence", (Table("", columns, rows),), folded=True, count=len(rows))


def _became(one: ReadSentence, verdicts: Mapping[str, Judged]) -> str:
    told = [f"{id_}: {_verdicts(verdicts[id_]).lower()}" if id_ in verdicts else id_ for id_ in one.claims]
    return "; ".join(told) or one.note


def _title(answer: ClaimsAnswer) -> str:
    told = [f"{count} {RULINGS[verdict].lower()}" for verdict, count in answer.tally.items() if count]
    if not told:
        return "No claim was read"
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
    if one.claim.read:
        yield Paragraph(f"Read as {one.claim.read}.")
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
    help="Whether each claim of ARTICLE (shipped here, a TOML file of claims, or an article's own text)"
    " is right, then and now.",
    function=claims,
    params=(
        SHIPPED,
        OWN,
        AS_OF,
        FACTS,
        TEXT,
        STATED,
        DATED,
        ONLY,
        VERDICT,
        TYPES,
        SHORT,
        DRAFT,
        OUTPUT._replace(
            says="Write FILE instead of printing: .docx, .jsonld (ClaimReview), .csv, .md, .json or .toml."
        ),
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

SAMPLE = (
    "President Donald Trump designated Brazil a major non-NATO ally on Wednesday. Sixteen other"
    " countries have the status. "
    "It makes Brazil eligible for depleted uranium ammunition, but it does not entail any security commitment."
)
SAMPLE_CLAIMS = (
    'dated = 2024-07-01\n[[claim]]\nquote = "Kenya is a major non-NATO ally"\n'
    'type = "status_on"\ncountry = "KEN"\nstatus = "mnna"'
)


def _add_routes(app: Any, door: Any) -> None:
    from mnna.interfaces.http.article_desk import add_routes

    add_routes(app, door)


def _view(question: Any, answer: ClaimsAnswer, document: Mapping[str, Any]) -> Mapping[str, Any]:
    from mnna.interfaces.http.article_desk import marked

    asked = {"problem": None, "text": answer.article.text, "dated": str(answer.article.dated or "")}
    return marked(answer) | asked


def _needing(name: str) -> Any:
    """The question with a parameter that the page needs."""

    def ask(given: Given, facts: Path | None) -> ClaimsAnswer | ClaimTypes:
        if not given.get(name):
            raise BadQuestion("the word claims", f"it needs {name}", (), "Give it, or use the form.")
        return _ask(given, facts)

    return ask


_REST = (AS_OF._replace(in_form=False), FACTS, ONLY, VERDICT._replace(in_form=False))
PAGES = (
    ENDPOINT._replace(
        address="/claims/read",
        params=(TEXT._replace(needed=True), DATED, *_REST),
        tool="read_article",
        label="Check an article",
        asks="Is an article right?",
        help="Whether each claim that a text makes is right: the text is read by rule, sentence by sentence.",
        template="claims_read.html",
        form="forms/claims_read.html",
        page=None,
        ask=_needing("text"),
        view=_view,
        add_routes=_add_routes,
        example={"text": SAMPLE, "dated": "2019-08-01", "as_of": "2026-11-24"},
    ),
    ENDPOINT._replace(
        address="/claims/judge",
        params=(STATED._replace(needed=True, in_form=True), DATED, *_REST),
        tool="judge_claims",
        label="Judge claims",
        asks="Are these claims right?",
        help="Whether each claim of a file of claims, given as TOML, is right.",
        page=None,
        ask=_needing("stated"),
        example={"stated": SAMPLE_CLAIMS, "as_of": "2026-11-24"},
    ),
)
