"""Each legal sentence of the official fact sheet and of the encyclopedia article: agreed, disputed, or not decided.

`docs/reconciliation.md` is written from the claim files and these verdicts (`MNNA_UPDATE_GOLDEN=1`).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from mnna.article_claims import claims
from mnna.article_claims.judging import ClaimsAnswer, Judged
from mnna.present.days import day, prose
from tests.conftest import ROOT

TODAY = date(2026, 11, 24)
DOCUMENT = ROOT / "docs" / "reconciliation.md"
FOUND = {"right": "Agreed", "partly": "Disputed in part", "wrong": "Disputed", "not verifiable": "Not decided"}

VERDICTS = {
    "state-fact-sheet": {
        "F01": "right",
        "F02": "right",
        "F03": "partly",  # no terms of civil trade
        "F04": "right",
        "F05": "right",
        "F06": "right",
        "F07": "right",
        "F08": "right",
        "F09": "right",
        "F10": "wrong",  # open to any friendly country: 10 USC 2350a(a)(2)(E)
        "F11": "not verifiable",  # the title-10 list is not published
        "F12": "not verifiable",
    },
    "encyclopedia-mnna": {
        "W01": "partly",  # no criterion in section 517
        "W02": "right",
        "W03": "partly",  # military financing needs no status
        "W04": "wrong",  # 1986 and 1989
        "W05": "partly",  # the concurrence is for the designation
        "W06": "right",
        "W07": "partly",  # no thresholds, no relief from charges
        "W08": "right",
        "W09": "partly",  # Jordan came on 12 November 1996
        "W10": "right",
        "W11": "wrong",  # 19 and Taiwan
        "W12": "wrong",  # 2004
        "W13": "right",
        "W14": "right",
        "W15": "wrong",  # open to any friendly country
        "W16": "right",
    },
}
HEAD = """# Reconciled line by line

What others say of the status in law, sentence by sentence, and what mnna finds. A test writes this page from the claim
files in `src/mnna/article_claims/embedded/` and from the verdicts, so it cannot drift from the answers. To judge a file
yourself, run `mnna claims state-fact-sheet` or `mnna claims encyclopedia-mnna`.

*Agreed* means that mnna finds every part of the sentence right. *Disputed* means that the cited paragraph says
otherwise; *disputed in part* that one part stands and another does not. *Not decided* means that what would decide it
is not public. *By hand* marks what no claim type can check yet: a person judged it by the cited paragraph.

No outside lawyer has reviewed mnna or this page.

An In Focus of the Congressional Research Service on major non-NATO allies was looked for and not found. None of its
sentences is here.
"""


@pytest.fixture(scope="module")
def answers() -> dict[str, ClaimsAnswer]:
    return {id_: claims(id_, TODAY) for id_ in VERDICTS}


@pytest.mark.parametrize(("article", "id_"), [(article, id_) for article, found in VERDICTS.items() for id_ in found])
def test_the_verdict_on_the_day_of_the_text(answers: dict[str, ClaimsAnswer], article: str, id_: str) -> None:
    judged = answers[article][id_]
    assert judged.then.verdict == VERDICTS[article][id_], judged.because


def test_every_claim_is_here_and_what_is_disputed_cites_a_paragraph(answers: dict[str, ClaimsAnswer]) -> None:
    for article, answer in answers.items():
        assert [one.claim.id for one in answer.claims] == list(VERDICTS[article])
        for one in answer.claims:
            cited = "status" in " ".join(one.types) and one.basis == "computed"
            assert one.citations or one.verdict == "right" or cited, one.claim.id
            assert one.basis == "computed" or any("USC" in text or "P.L." in text for text in one.citations)


def test_only_the_government_s_own_words_are_quoted(answers: dict[str, ClaimsAnswer]) -> None:
    assert not any("“" in one.claim.claim for one in answers["encyclopedia-mnna"].claims)


def test_the_document_is_the_generated_one(answers: dict[str, ClaimsAnswer]) -> None:
    written = "\n".join([HEAD, *(line for answer in answers.values() for line in _article(answer))])
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        DOCUMENT.write_text(written, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == written


def _article(answer: ClaimsAnswer) -> Iterator[str]:
    of = answer.article
    counts = Counter(FOUND[one.verdict] for one in answer.claims)
    by_hand = sum(one.basis == "recorded" for one in answer.claims)
    told = ", ".join(f"{counts[word]} {word.lower()}" for word in FOUND.values() if counts[word])
    yield f"## {of.publisher}: [{of.title}]({of.url})\n"
    yield f"Judged as of {day(answer.dated)}, and again as of {day(answer.as_of)}. {of.dated_note}\n"
    yield f"Of {len(answer.claims)} sentences: {told}; {by_hand} of them judged by hand.\n"
    yield from map(_entry, answer.claims)


def _entry(one: Judged) -> str:
    hand = ", by hand" if one.basis == "recorded" else ""
    later = f"; {FOUND[one.verdict_today].lower()} as of {day(TODAY)}" if one.verdict_today != one.verdict else ""
    reason = f"{one.then.because} {one.claim.note}".strip()
    law = f" [{'; '.join(one.then.citations)}]" if one.then.citations else ""
    return f"**{one.claim.id}. {FOUND[one.verdict]}{hand}{later}.** {one.claim.claim}\n\n{prose(reason)}{law}\n"
