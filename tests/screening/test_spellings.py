"""What spellings of recipients and channels stand for, and what is said of those that stand for nothing."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion
from mnna.screening import spellings
from mnna.screening.sql import CHANNELS, RECIPIENTS


def test_spellings_of_one_country_share_its_number() -> None:
    found = spellings.recipients(["MEX", "Government of Mexico", "Kenya", "", "  "])
    assert found.meant == ("KEN", "MEX") and not found.refused
    assert found.numbers == {"MEX": 1, "Government of Mexico": 1, "Kenya": 0}


def test_what_is_no_country_is_numbered_downwards_with_the_reason() -> None:
    found = spellings.recipients(["Atlantis", "Freedonia", "USA", "KEN"])
    assert [found.numbers[name] for name in ("Atlantis", "Freedonia", "USA")] == [
        RECIPIENTS, RECIPIENTS - 1, RECIPIENTS - 2,
    ]  # fmt: skip
    assert set(found.refused) == {RECIPIENTS, RECIPIENTS - 1, RECIPIENTS - 2}
    assert "foreign countries" in found.refused[RECIPIENTS - 2]


def test_after_many_refusals_the_nearest_names_are_no_longer_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spellings, "NEAREST_FOR", 1)
    found = spellings.recipients(["Afganistan", "Mexicco"])
    assert "Afghanistan" in found.refused[RECIPIENTS]
    assert found.refused[RECIPIENTS - 1].endswith(f"no country has that code or name. {spellings.SPELL}")


def test_too_many_spellings_are_no_column_of_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spellings, "MOST", 2)
    with pytest.raises(BadQuestion, match="3 different texts"):
        spellings.recipients(["a", "b", "c"])


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Foreign Military Sales (FMS)", "fms"), ("F.M.S.", "fms"), ("DCS (Direct commercial sale)", "dcs"),
        ("Third Party Transfer (TPT)", "retransfer"), ("Lease/Loan", "lease"), ("TAA", "license-agreement"),
        ("FMS (DCS)", None), ("FMS (grant)", None), ("FMS/DCS", None), ("()", None),
    ],
)  # fmt: skip
def test_a_channel_may_have_its_letters_beside_its_name(text: str, id_: str | None) -> None:
    assert spellings.channels([text]).meant == ((id_,) if id_ else ())
    assert spellings.are_channels([text]) is bool(id_)
    assert spellings.are_channels([text, "FMS", "barter"], mostly=True) is bool(id_)


def test_a_channel_is_known_by_its_other_names() -> None:
    found = spellings.channels(["FMS", "Foreign Military Sale", "barter"])
    assert found.meant == ("fms",) and found.numbers["FMS"] == found.numbers["Foreign Military Sale"] == 0
    assert list(found.refused) == [CHANNELS] and found.numbers["barter"] == CHANNELS
