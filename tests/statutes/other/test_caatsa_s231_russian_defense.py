"""CAATSA 231: a determination about a buyer of Russian arms, which the President may waive."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "restriction-caatsa"


def test_what_is_barred_is_the_person_so_the_answer_turns_on_the_buyer_and_names_it() -> None:
    found = asked(ID, "TUR", "2024-06-01")
    assert (found.verdict, found.turns_on) == ("unknown", "case")
    assert "Presidency of Defense Industries (SSB)" in found.because
    assert len(found.needs) == 1 and "(SSB), which is barred, is a party to the transaction" in found.needs[0]
    assert "Equipment Development Department" in asked(ID, "CHN", "2024-06-01").because


def test_without_a_person_on_record_nobody_of_the_country_is_barred() -> None:
    for country in ("IND", "MEX", "EGY"):
        found = asked(ID, country, "2024-06-01")
        assert (found.verdict, found.turns_on) == ("no", "record")


def test_the_determination_decides_and_no_status() -> None:
    for country in ("TUR", "IND", "MEX"):
        assert verdict(ID, country, "2024-06-01", caatsa_determination=False) == "no"
        assert verdict(ID, country, "2024-06-01", caatsa_determination=True, caatsa_waived=False) == "yes"
        assert verdict(ID, country, "2024-06-01", caatsa_determination=True, caatsa_waived=True) == "no"


def test_five_sanctions_at_least_and_only_on_the_buyer() -> None:
    for on in ("2018-01-29", "2018-08-13", "2024-06-01"):
        terms = asked(ID, "TUR", on).terms
        assert terms["sanctions_at_least"] == 5 and "not the country as such" in str(terms["reaches"])
    assert verdict(ID, "TUR", "2018-01-28", caatsa_determination=True, caatsa_waived=False) == "no"
