"""What the status does not do: lift restrictions, promise defense, or change when Congress is told."""

from __future__ import annotations

from collections.abc import Mapping

from mnna.briefs.difference import says
from mnna.briefs.matter import COMMITMENT, NOTIFICATION, Matter, Pair, encoded
from mnna.briefs.standing import cited
from mnna.present.days import prose
from mnna.present.document import Block, Cell, Cite, Column, Paragraph, Row, Said, Section, Table
from mnna.present.findings import verdict
from mnna.present.numbers import money
from mnna.present.wording import NOTHING, capital, in_one, sentence
from mnna.registry.countries import the
from mnna.statutes.listing import subject

MAJOR_EQUIPMENT = (
    "major defense equipment (significant items that cost over $50 million to develop or over $200 million to produce, "
    "22 USC 2794(6))"
)


def restrictions(matter: Matter) -> Section:
    """Every restriction with whether it applies, what it cuts and how it is lifted."""
    bars = matter.today.bars
    moved = [pair for pair in bars if pair.without.verdict != pair.having.verdict]
    lead = (
        f"The status changes {len(moved)} of these."
        if moved
        else "The status changes none of these; each stands beside it."
    )
    note = f"{lead} A restriction does not take the status away: it cuts what is named, for as long as it applies."
    columns = (
        Column("subject", "Restriction", 2.9, strong=True),
        Column("applies", "Answer", 1.5, strong=True),
        Column("cuts", "What it cuts", 5.4),
        Column("lifted", "Waiver or end", 4.0),
        Column("citations", "Citation", 2.2),
    )
    table = Table("Restrictions", columns, tuple(_bar(pair) for pair in bars))
    return Section("restrictions", "Restrictions that the status does not cure", (Paragraph(note), table))


def _bar(pair: Pair) -> Row:
    one, other = verdict(pair.without.to_dict()), verdict(pair.having.to_dict())
    values = pair.having.terms
    cells: tuple[Cell, ...] = (
        Said(capital(subject(pair.id))),
        Said(other if one == other else (one, ", with it ", other)),
        Said(_text(values, "cuts", "reaches")),
        Said(_text(values, "waiver") if other.value != "no" or values.get("waiver") else NOTHING),
        cited(pair.having.citations),
    )
    return Row(pair.id, cells)


def _text(values: Mapping[str, object], *names: str) -> str:
    found = [str(values[name]) for name in names if values.get(name)]
    return capital(prose("; it reaches ".join(found))) or NOTHING


def commitments(matter: Matter) -> Section | None:
    """Whether a treaty binds the United States to the country's defense; the status adds nothing to that."""
    pair = next((pair for pair in matter.today.pairs if pair.id == COMMITMENT), None)
    if pair is None:
        return None
    blocks: list[Block] = []
    if not pair.moves and encoded(pair):
        blocks.append(Paragraph("No guarantee of defense comes with the status.", marked=True))
    answers = [pair.having] if not pair.moves else [pair.without, pair.having]
    for finding, lead in zip(answers, ("Without it: ", "With it: ") if pair.moves else ("",), strict=True):
        told = f"{lead}{finding.question} {in_one(finding.to_dict())}"
        blocks.append(Paragraph((f"{told} [", Cite("; ".join(finding.citations)), "]")))
    lesser = pair.having.terms.get("lesser_commitment")
    if lesser and lesser != "none recorded":
        blocks.append(Paragraph(sentence(f"a commitment short of a treaty is on record: {lesser}")))
    return Section("commitments", "Commitments", tuple(blocks))


def notification(matter: Matter) -> Section | None:
    """From which amounts Congress must be told of a sale and how long it has, and whether the status changes that."""
    pair = next((pair for pair in matter.today.pairs if pair.id == NOTIFICATION), None)
    if pair is None:
        return None
    name = the(matter.country.name)
    verdict = (
        "The status changes nothing in when Congress must be told of an arms sale."
        if not pair.moves
        else "The status changes when Congress must be told of an arms sale."
    )
    texts = [_figures(pair.having.terms, name)]
    if pair.moves:
        texts = [
            f"Without it: {_figures(pair.without.terms, name)}",
            f"With it: {_figures(pair.having.terms, name)}",
        ]
    if not encoded(pair):
        verdict, texts = "The law of that day on notices to Congress is not encoded here.", []
    cite = (f"{says(pair)} [", Cite("; ".join(pair.having.citations[:2])), "]")
    paragraphs = [
        Paragraph(verdict, marked=True),
        *(Paragraph(text) for text in texts if text),
        Paragraph(cite),
    ]
    return Section("notification", "Telling Congress of a sale", tuple(paragraphs))


def _figures(values: Mapping[str, object], name: str) -> str:
    amounts = [
        (MAJOR_EQUIPMENT, values.get("mde_usd")),
        ("the sale as a whole", values.get("total_usd")),
        ("design and construction", values.get("construction_usd")),
    ]
    told = [f"{money(usd)} for {what}" for what, usd in amounts if isinstance(usd, (int, float))]
    if not told:
        return ""
    days = values.get("review_days")
    wait = f" Congress then has {days} calendar days before the offer may be made." if days else ""
    return f"For a sale between governments to {name}, any one of these amounts is enough: {'; '.join(told)}.{wait}"
