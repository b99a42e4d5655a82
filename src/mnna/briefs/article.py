"""The claims of the article of 2022, each with its verdict as of the article's day and as of the day of the brief."""

from __future__ import annotations

from urllib.parse import urlsplit

from mnna.answers.data_context import Evidence, HeldFigures
from mnna.article_claims import claims_in, statute_notes
from mnna.article_claims.articles import load
from mnna.article_claims.judging import ARTICLE, ClaimsAnswer, Judged
from mnna.briefs.document import Column, Items, Link, Paragraph, Row, Said, Section, Table
from mnna.briefs.matter import Matter
from mnna.briefs.words import links, listed, prose, spoken
from mnna.errors import BadDate

SHOWN = 3


def article(matter: Matter) -> Section:
    """Every claim judged; raises `BadDate` for a day before the article, when nobody had made the claims."""
    stated = load(ARTICLE)
    if stated.dated and matter.on < stated.dated:
        wrong = f"the article is of {spoken(stated.dated)}"
        asked = f"the claims of {stated.id} on {matter.on}"
        raise BadDate(asked, wrong, (), "Ask for that day or a later one, or leave the claims out.")
    answer = claims_in(Evidence(matter.registry, HeldFigures()), statute_notes.embedded(), stated, matter.on)
    where = Items((Link(f"{stated.title}. {stated.author}, {stated.publisher}", stated.url),), "small")
    blocks = (Paragraph(_reading(answer)), where, _table(answer))
    return Section("claims", "The claims of the article of 2022", blocks)


def _reading(answer: ClaimsAnswer) -> str:
    then, today = (_counted(answer.counts(today=later)) for later in (False, True))
    return (
        f"{len(answer.claims)} claims. As of the day of the article, {spoken(answer.dated)}: {then}. As of "
        f"{spoken(answer.as_of)}: {today}. Computed: from registry, law and figures; recorded: from documents a person "
        f"read. {prose(answer.article.dated_note)}"
    )


def _counted(counts: dict[str, int]) -> str:
    return listed([f"{count} {verdict}" for verdict, count in counts.items() if count])


def _table(answer: ClaimsAnswer) -> Table:
    columns = (
        Column("claim_id", "Claim", 0.7),
        Column("claim", "What it says", 3.6),
        Column("then", "Then", 1.1),
        Column("today", "Today", 1.1),
        Column("basis", "Basis and reason", 6.2),
        Column("citations", "Rests on", 2.4),
    )
    return Table("Claim by claim", columns, tuple(_row(one) for one in answer.claims))


def _row(one: Judged) -> Row:
    rests = list(dict.fromkeys((*one.then.citations, *one.today.citations)))
    cells = (
        Said(one.claim.id),
        Said(one.claim.claim),
        Said(one.then.verdict),
        Said(one.today.verdict),
        Said(one.basis, prose(one.because)),
        tuple(link for text in rests for link in _cited(text))[:SHOWN] or (Link("—"),),
    )
    return Row(one.claim.id, cells)


def _cited(text: str) -> list[Link]:
    if text.startswith("http"):
        return [Link(urlsplit(text).netloc.removeprefix("www."), text)]
    return [Link(piece, address) for piece, address in links(text)]
