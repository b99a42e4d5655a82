"""The command `claims`: judge each statement of an article as of the article's day and again as of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal, NamedTuple

from mnna.answers.data_context import Evidence, evidence
from mnna.answers.inputs import day, names, stamp, word
from mnna.article_claims import statute_notes, types
from mnna.article_claims.articles import Article, ReadSentence, Recorded, StatedClaim, load, read_toml
from mnna.article_claims.verdicts import VERDICTS, Here, Ruling, Verdict, combined, ruling
from mnna.as_typed import meant
from mnna.dates import spoken
from mnna.engine.answer import Answer, native
from mnna.engine.record import FIRST, HIDDEN, Record, described, in_json, passed_on
from mnna.errors import BadQuestion, MnnaError, UnknownWord, alike
from mnna.series import figures_hash

ARTICLE = "article-2022-04"


def _text(claim: StatedClaim) -> str:
    return claim.claim


@dataclass(frozen=True, slots=True, repr=False)
class Judged(Record):
    """A claim with the ruling as of its article's day and as of the later day."""

    claim: StatedClaim = field(metadata=described("What the article says.", of=_text))
    then: Ruling = field(metadata=HIDDEN)
    today: Ruling = field(metadata=HIDDEN)
    as_of: date = field(metadata=HIDDEN)

    id: ClassVar[str] = passed_on("claim.id", "The claim's id in its article.", after=FIRST)
    quote: ClassVar[str] = passed_on(
        "claim.claim", "The words of the article that were read, or the claim as it is stated."
    )

    @property
    @in_json()
    def type(self) -> str | None:
        """The type of claim; of several parts the first. Null where evidence is recorded or nothing could be read."""
        return self.claim.parts[0].type if self.claim.parts else None

    @property
    @in_json()
    def args(self) -> Mapping[str, Any]:
        """The arguments, as codes, ids, days and numbers; of several parts `parts`, each with its type."""
        told = [{"type": part.type, **types.in_json(part.type, part.args)} for part in self.claim.parts]
        if len(told) == 1:
            return {name: value for name, value in told[0].items() if name != "type"}
        return {"parts": told} if told else {}

    span: ClassVar[tuple[int, int] | None] = passed_on(
        "claim.span",
        "Where the quote stands in the text of the article, in code points: its first place and the one after it.",
    )
    read: ClassVar[str] = passed_on("claim.read", "How the words were read; empty for a claim that a file states.")
    problem: ClassVar[str] = passed_on("claim.problem", "Why the claim cannot be judged; empty where it is.")
    kind: ClassVar[str] = passed_on("claim.kind", "What the claim is about.")
    verdict: ClassVar[Verdict] = passed_on("then.verdict", "The verdict as of the day of the article.")
    verdict_today: ClassVar[Verdict] = passed_on("today.verdict", "The verdict as of the later day.")

    @property
    @in_json()
    def because(self) -> str:
        """The reason, with the later one where the verdict differs, and how the claim was read."""
        later = f" As of {spoken(self.as_of)}: {self.today.because}" if self.today.verdict != self.then.verdict else ""
        note = f" {self.claim.note}" if self.claim.note else ""
        return f"{self.then.because}{later if not self.claim.recorded else ''}{note}"

    because_today: ClassVar[str] = passed_on("today.because", "The reason as of the later day.")

    @property
    @in_json()
    def basis(self) -> Literal["computed", "recorded"]:
        """`computed` from registry, law and figures, or `recorded` evidence."""
        return "recorded" if self.claim.recorded else "computed"

    @property
    @in_json()
    def citations(self) -> tuple[str, ...]:
        """What either verdict rests on."""
        return tuple(dict.fromkeys((*self.then.citations, *self.today.citations)))

    @property
    @in_json()
    def figures(self) -> tuple[Mapping[str, Any], ...]:
        """The figures either verdict used."""
        found = [*self.then.figures, *self.today.figures]
        return tuple(one for at, one in enumerate(found) if one not in found[:at])

    @property
    @in_json()
    def confidence(self) -> str | None:
        """How sure recorded evidence is."""
        return self.claim.recorded.confidence if self.claim.recorded else None

    @property
    @in_json()
    def types(self) -> tuple[str, ...]:
        """The types of claim whose rules decided it."""
        return tuple(part.type for part in self.claim.parts)

    paragraph: ClassVar[int | None] = passed_on("claim.paragraph", "The paragraph of the article.")


class ClaimsStamp(NamedTuple):
    """Which law, facts, version and figures answered, by content hash."""

    law: str
    facts: str
    version: str
    figures: str


def _id(article: Article) -> str:
    return article.id


@dataclass(frozen=True, slots=True, repr=False)
class ClaimsAnswer(Answer):
    """The claims of an article, judged: all of them, or those asked for. The counts are of all.

    `short` says that the reasons are left out where the answer is shown; `only` and `ruling` are the ids and the
    verdict that were asked for.
    """

    article: Article = field(metadata=described("The id of the article.", of=_id))
    dated: date = field(metadata=described("The day of the article."))
    claims: tuple[Judged, ...] = field(metadata=described("The claims asked for."))
    as_of: date = field(metadata=described("The later day each claim is judged as of."))
    tally: Mapping[str, int] = field(metadata=described("Claims by verdict as of the article's day.", "counts"))
    tally_today: Mapping[str, int] = field(metadata=described("Claims by verdict as of the later day.", "counts_today"))
    evidence: Evidence = field(metadata=HIDDEN)
    short: bool = field(default=False, metadata=HIDDEN)
    only: tuple[str, ...] = field(default=(), metadata=HIDDEN)
    ruling: str | None = field(default=None, metadata=HIDDEN)

    title: ClassVar[str] = passed_on("article.title", "The title of the article.", after="claims")
    author: ClassVar[str] = passed_on("article.author", "Who wrote it.", after="title")
    publisher: ClassVar[str] = passed_on("article.publisher", "Who published it.", after="author")
    url: ClassVar[str] = passed_on("article.url", "Where it stands.", after="publisher")
    reposted: ClassVar[str] = passed_on("article.reposted", "Where else it stands.", after="url")
    dated_note: ClassVar[str] = passed_on("article.dated_note", "How its day is known.", after="reposted")
    text: ClassVar[str] = passed_on(
        "article.text",
        "The text of an article that was read, in which the spans are places; empty for one that is stated.",
    )
    sentences: ClassVar[tuple[ReadSentence, ...]] = passed_on(
        "article.sentences", "Every sentence of an article that was read, those of which nothing is claimed too."
    )

    @property
    @in_json()
    def stamp(self) -> ClaimsStamp:
        """Which law, facts, version and figures answered."""
        return ClaimsStamp(**stamp(self.evidence.registry), figures=figures_hash())

    def counts(self, today: bool = False) -> dict[str, int]:
        """Return the number of claims by verdict as of the article's day or, with `today`, the later day."""
        return dict(self.tally_today if today else self.tally)

    def save(self, path: Path | str) -> Path:
        """Write the claims to a file in the form of its ending, as `mnna claims -o` does, and return its path.

        Raises `BadQuestion` for an unknown ending, `CannotAnswer` if the file cannot be written.
        """
        found: Path = native().save(self, Path(path))
        return found

    def __getitem__(self, id_: str) -> Judged:
        """Return the judged claim of that id; raise `KeyError` if there is none."""
        return {one.claim.id: one for one in self.claims}[id_]

    def summary(self) -> str:
        """Return one line with the article's id, both days, and the counts as of the article's day."""
        told = ", ".join(f"{count} {verdict}" for verdict, count in self.tally.items())
        return f"{self.article.id}, judged as of {self.dated} and {self.as_of}: {told}"


def claims(
    article: str | Path = ARTICLE,
    as_of: date | str | None = None,
    facts: Path | None = None,
    *,
    text: str | None = None,
    stated: str | None = None,
    dated: date | str | None = None,
    only: str | Sequence[str] = (),
    verdict: str | None = None,
) -> ClaimsAnswer:
    """Return whether each claim of an article is right, as of the article's day and as of `as_of` (default today).

    `article` is the id of a shipped article, a TOML file (see `mnna.article_claims.articles`), or an article as .txt,
    .md, .html, .pdf or .docx, whose claims are drafted first. Instead of a file, `text` is the text of an article and
    `stated` the text of a TOML file. `dated` overrides the article's day. An article without a day is judged as of
    `as_of` only; an `as_of` before the article's day raises `BadQuestion`. `only` selects claims by id; `verdict`
    selects claims by their verdict as of the article's day. Raises `UnknownWord`, `BadQuestion`, `BadFacts` or
    `BadDate`.
    """
    found = _found(article, text, stated, None if dated is None else day(dated))
    return judged(found, as_of, facts, only=only, verdict=verdict)


def judged(
    found: Article,
    as_of: date | str | None = None,
    facts: Path | None = None,
    *,
    only: str | Sequence[str] = (),
    verdict: str | None = None,
) -> ClaimsAnswer:
    """Judge an article that is already loaded; the arguments and errors are those of `claims`."""
    verdict = verdict if verdict is None else meant(verdict, VERDICTS)
    if verdict not in (None, *VERDICTS):
        raise UnknownWord(f"the verdict {verdict!r}", "there is no such verdict", VERDICTS, "")
    answer = claims_in(evidence(facts), statute_notes.embedded(), found, day(as_of))
    known = [one.id for one in answer.claims]
    wanted = tuple(meant(one, known) for one in names(only))
    for id_ in wanted:
        if id_ not in known:
            do = f"Its claims run from {known[0]} to {known[-1]}." if known else ""
            raise UnknownWord(f"the claim {id_!r}", "the article has none of that id", alike(id_, known, 3, 0.5), do)
    chosen = (one for one in answer.claims if (not wanted or one.id in wanted) and verdict in (None, one.verdict))
    return replace(answer, claims=tuple(chosen), only=tuple(wanted), ruling=verdict)


def _found(article: str | Path, text: str | None, stated: str | None, dated: date | None) -> Article:
    """Return the article: with drafted claims if it is text, with its own claims if it is TOML or shipped here."""
    from mnna.article_claims.reading import article as reading  # a file of claims does not need the parser

    if not isinstance(article, str | Path):
        raise BadQuestion(f"the article {article!r}", "it is neither a name nor a path", (), "Give an id or a file.")
    given = [name for name, one in (("text", text), ("stated", stated)) if one is not None]
    if len(given) > 1 or (given and article != ARTICLE):
        wrong = "each is a text to be judged, and only one of them is"
        raise BadQuestion(f"an article beside --{given[-1]}", wrong, (), "Give one of the two.")
    if text is not None:
        return reading.from_bytes(word(text, "text").encode(), "", dated)
    if stated is not None:
        found = read_toml(word(stated, "text of claims").encode(), "claims")
    elif reading.is_text(article):
        return reading.from_file(Path(article), dated)
    else:
        found = load(article)
    return replace(found, dated=dated, dated_note=reading.GIVEN) if dated else found


def claims_in(looked_at: Evidence, read: statute_notes.Readings, article: Article, as_of: date) -> ClaimsAnswer:
    """Judge every claim with the evidence and readings given; raise `BadQuestion` if `as_of` is before the article."""
    dated = article.dated or as_of
    if as_of < dated:
        wrong = f"it lies before the day of the article, {dated}"
        raise BadQuestion(f"to judge {article.id} as of {as_of}", wrong, (), "Give a later day after --as-of.")
    then, today = Here(looked_at, read, dated), Here(looked_at, read, as_of)
    judged = _all(article, then, today)
    then_counts, today_counts = (_counted(one.verdict for one in judged), _counted(one.verdict_today for one in judged))
    return ClaimsAnswer(article, dated, judged, as_of, then_counts, today_counts, looked_at)


def _counted(verdicts: Iterable[Verdict]) -> dict[str, int]:
    found = Counter(verdicts)
    return {verdict: found[verdict] for verdict in VERDICTS}


def _all(article: Article, then: Here, today: Here) -> tuple[Judged, ...]:
    """Return the judged claims; a claim that fails gets its `problem`. Raise the first problem if every claim fails."""
    judged: list[Judged] = []
    problems: list[MnnaError] = []
    for one in article.claims:
        try:
            judged.append(_judge(one, then, today))
        except MnnaError as error:
            asked = f"{article.id}: claim {one.id}: {error.asked}"
            problems.append(type(error)(asked, error.wrong, error.near, error.do))
            judged.append(_judge(replace(one, problem=str(problems[-1])), then, today))
    if problems and len(problems) == len(article.claims):
        raise problems[0]
    return tuple(judged)


def _judge(claim: StatedClaim, then: Here, today: Here) -> Judged:
    if claim.problem:
        unread = ruling(None, f"It cannot be judged: {claim.problem}")
        return Judged(claim, unread, unread, today.on)
    if claim.recorded:
        return Judged(claim, _from_record(claim.recorded, False), _from_record(claim.recorded, True), today.on)
    return Judged(claim, rule(claim, then), rule(claim, today), today.on)


def rule(claim: StatedClaim, here: Here) -> Ruling:
    """Return the ruling on a computed claim as of `here.on`, combined from the rulings on its parts."""
    return combined([types.find(part.type).ask(here, part.args) for part in claim.parts])


def _from_record(recorded: Recorded, today: bool) -> Ruling:
    return Ruling(recorded.verdict_today if today else recorded.verdict, recorded.because, recorded.sources)
