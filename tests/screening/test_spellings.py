"""What spellings of recipients and channels stand for, and what is said of those that stand for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.screening import spellings
from mnna.screening.engines.choose import started_engine
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found
from mnna.screening.spellings import Contents, read_as_iso, recipients
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


DSCA = ["AT", "CN", "GY", "IS", "KS", "JA"]


def meant(*spellings: str, codes: str | None = None, missing: tuple[str, ...] = ()) -> dict[str, str | None]:
    """The country of each spelling; None for a refused one; spellings that are missing are left out."""
    found = recipients(spellings, codes, missing)
    return {text: found.meant[number] if number >= 0 else None for text, number in found.numbers.items()}


def test_codes_of_another_system_are_refused_with_the_options_that_settle_it() -> None:
    with pytest.raises(BadQuestion) as raised:
        meant(*DSCA)
    assert raised.value.wrong.startswith("JA, KS are no codes of ISO 3166") and "--codes dsca" in raised.value.near
    assert meant(*DSCA, codes="dsca") == {
        "AT": "AUS", "CN": "CAN", "GY": "DEU", "IS": "ISR", "KS": "KOR", "JA": "JPN",
    }  # fmt: skip


def test_codes_that_are_all_iso_are_read_so_although_others_fit_too() -> None:
    assert meant("IS", "AT") == {"IS": "ISL", "AT": "AUT"}


def test_one_code_that_no_system_has_does_not_make_the_rest_iso() -> None:
    with pytest.raises(
        BadQuestion, match=r"JA, KS, N2 are no codes of ISO 3166, but all codes of the column but N2 are"
    ):
        meant(*DSCA, "N2")
    with pytest.raises(BadQuestion, match="KS is no code of ISO 3166"):
        meant("IS", "KS")


def test_codes_that_mean_others_elsewhere_are_said_to_be_read_as_iso() -> None:
    assert read_as_iso(["IS", "AT"], None) == (
        "the codes are read as ISO 3166: AT is Austria, and not Australia (--codes dsca)",
    )
    for column, codes in ((["IS", "AT"], "iso"), (["KE", "JP"], None), (["Kenya", "Japan", "IS"], None), ([], None)):
        assert read_as_iso(column, codes) == ()


def test_a_lone_odd_code_is_an_error_of_its_own_row() -> None:
    assert meant("KE", "JP", "XX") == {"KE": "KEN", "JP": "JPN", "XX": None}
    assert meant("Kenya", "Japan", "KS") == {"Kenya": "KEN", "Japan": "JPN", "KS": None}


def test_numbers_are_asked_about_and_read_as_the_user_says() -> None:
    with pytest.raises(BadQuestion, match=r"732 are numbers, and all codes .* of the Correlates of War\. .* cow\?"):
        meant("732", "501")
    assert meant("732", "501", codes="cow") == {"732": "KOR", "501": "KEN"}
    with pytest.raises(BadQuestion, match=r"are numbers, and all codes .* of ISO 3166 numeric .* codes m49\?"):
        meant("404", "392", "032", "76")
    assert meant("404", "392", "032", "76", codes="m49") == {"404": "KEN", "392": "JPN", "032": "ARG", "76": "BRA"}
    with pytest.raises(BadQuestion, match="codes cow or codes m49"):
        meant("484", "100")
    with pytest.raises(BadQuestion, match="codes m49"):  # as a table with an empty cell writes them
        meant("392.0", "76.0")
    assert meant("484.0", codes="m49") == {"484.0": "MEX"}
    assert meant("484", codes="m49") == {"484": "MEX"} and meant("484", codes="cow") == {"484": "COG"}


def test_a_lone_number_among_names_is_an_error_of_its_own_row() -> None:
    found = recipients(["Kenya", "Japan", "484"])
    assert "Mexico in ISO 3166 and the Republic of the Congo" in next(iter(found.refused.values()))


def test_with_a_system_a_name_is_still_a_name_and_another_code_is_refused() -> None:
    assert meant("IS", "Kenya", "ISL", codes="dsca") == {"IS": "ISR", "Kenya": "KEN", "ISL": None}
    with pytest.raises(BadQuestion, match=r"the codes 'gwn'.*iso3"):
        meant("IS", codes="gwn")


def test_na_is_namibia_among_codes_of_iso_alone() -> None:
    assert meant("Kenya", "NA", "n/a", "-", "NULL") == {"Kenya": "KEN"}
    assert meant("NA", "KE", "JP") == {"NA": "NAM", "KE": "KEN", "JP": "JPN"}
    assert (
        meant("NA", codes="iso") == {"NA": "NAM"}
        and meant("NA") == {}
        and meant("NA", "IS", codes="dsca") == {"IS": "ISR"}
    )
    assert meant("NA", "KE", "JP", missing=("na",)) == {"KE": "KEN", "JP": "JPN"}


def test_a_row_of_totals_is_said_to_be_one() -> None:
    assert "a row of totals" in next(iter(recipients(["Grand total"]).refused.values()))


HELD = "a,b,c,d\nKenya,FMS,x,USA\nJapan,DCS,y,KEN\nAtlantis,,z,USA\n"


def test_columns_of_channels_and_of_foreign_countries_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "in.csv"
    path.write_text(HELD, encoding="utf-8")
    with found(path, ReadOptions()) as source, started_engine("duckdb", source, None, 1, None) as engine:
        seen = Contents(engine, engine.columns())
        assert seen.channels("abcd") == ["b"] and seen.countries("abcd") == ["a"]
        monkeypatch.setattr(spellings, "FEW", 3)
        assert seen.countries("abcd") == []  # more spellings than are looked at
