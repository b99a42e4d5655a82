"""What could be checked in a sentence and was not read is named in its note."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.drafting import read

DATED = date(2026, 3, 3)
PART = "only a part was read; not checked: "


def noted(said: str) -> str:
    found = read(f"Kenya is a major non-NATO ally. {said}", "", DATED)[-1]
    assert found.drafts, said
    return found.note


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("As a major non-NATO ally, the country gains from a limit of USD 25 million.", "“USD 25 million”"),
        ("Kenya became a major non-NATO ally in June 2024 and sent 1,000 police to Haiti in 2025.",
         "“1,000”, “Haiti”, “2025”"),
        ("Kenya is a major non-NATO ally, as the minister said when he met the envoy on May 5, 2025.", "“May 5, 2025”"),
        ("Kenya is a major non-NATO ally, and its economy grew by 4.7 percent.", "“4.7 percent”"),
        ("Kenya is a major non-NATO ally with Chad and Mali to the west, Oman to the east and Fiji far off.",
         "“Chad”, “Mali”, “Oman” and more"),
    ],
)  # fmt: skip
def test_what_was_not_read_is_named(said: str, left: str) -> None:
    assert noted(said) == PART + left


@pytest.mark.parametrize(
    "said",
    [
        "Kenya became a major non-NATO ally on June 24, 2024.",
        "In June 2024 Joe Biden designated Kenya a major non-NATO ally.",
        "NAIROBI, March 3, 2026 (Reuters) - Kenya is a major non-NATO ally today.",
        "Kenya and Egypt are major non-NATO allies.",
        "Kenya is a major non-NATO ally whose two neighbors fly the F-16.",
        "Under 22 U.S.C. 2321k Kenya is a major non-NATO ally.",
        "Higher thresholds of $25 million, $100 million, and $300 million apply to NATO members.",
    ],
)
def test_a_sentence_that_was_read_whole_has_no_note(said: str) -> None:
    assert noted(said) == ""
