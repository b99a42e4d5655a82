"""The section on the claims of the article of 2022, each judged on the article's day and on the brief's day."""

from __future__ import annotations

from urllib.parse import urlsplit

from mnna.answers.data_context import beside_figures
from mnna.article_claims import claims_in, statute_notes
from mnna.article_claims.articles import load
from mnna.article_claims.judging import ARTICLE, ClaimsAnswer, Judged
from mnna.briefs.gather import BriefContext
from mnna.errors import BadDate
from mnna.present.days import day, prose
from mnna.present.document import Items, Lines, Link, Paragraph, Row, Said, Section, Table, columns
from mnna.present.inline import links
from mnna.present.numbers import listed
from mnna.present.wording import NOTHING, sentence
from mnna.statutes.citations import official

SHOWN = 3


def article_claims(context: BriefContext) -> Section:
    """Return the section with every claim; raises `BadDate` for a day before the article."""
    stated = load(ARTICLE)
    if stated.dated and context.on < stated.dated:
        wrong = f"the article is of {day(stated.dated)}"
        asked = f"the claims of {stated.id} on {context.on}"
        raise BadDate(asked, wrong, (), "Ask for that day or a later one, or leave the claims out.")
    answer = claims_in(beside_figures(context.registry), statute_notes.embedded(), stated, context.on)
    where = Items((Link(f"{sentence(stated.title)} {stated.author}, {stated.publisher}", stated.url),), "small")
    blocks = (Paragraph(_reading(answer)), where, _table(answer))
    return Section("claims", "The claims of the article of 2022", blocks)


def _reading(answer: ClaimsAnswer) -> str:
    counts = (answer.counts(today=later).items() for later in (False, True))
    then, today = (listed([f"{count} {verdict}" for verdict, count in one if count]) for one in counts)
    return (
        f"{len(answer.claims)} claims. On the day of the article, {day(answer.dated)}: {then}. On "
        f"{day(answer.as_of)}: {today}. “Computed” means judged from the registry, the law and the figures. “Recorded” "
        f"means judged from documents a person read. {prose(answer.article.dated_note)}"
    )


def _table(answer: ClaimsAnswer) -> Table:
    heads = columns(
        claim_id=("Claim", 0.7),
        claim=("What it says", 3.6),
        then=("Then", 1.1),
        today=("Today", 1.1),
        basis=("Basis and reason", 6.2),
        citations=("Rests on", 2.4),
    )
    return Table("Claim by claim", heads, tuple(_row(one) for one in answer.claims))


def _row(one: Judged) -> Row:
    rests = list(dict.fromkeys((*one.then.citations, *one.today.citations)))
    law = Lines(tuple(link for text in rests for link in _cited(text))[:SHOWN] or (Link(NOTHING),))
    told = Said(one.basis, prose(one.because))
    return Row(one.claim.id, (one.claim.id, one.claim.claim, one.then.verdict, one.today.verdict, told, law))


def _cited(text: str) -> list[Link]:
    if text.startswith("http"):
        return [Link(urlsplit(text).netloc.removeprefix("www."), text)]
    return list(links(text, official))
