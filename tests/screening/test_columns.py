"""Which column is which: exact names, usual other names, the user's own map; and what cannot be told is refused."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from mnna.answers.case import fields_of, worked_out
from mnna.errors import BadQuestion
from mnna.screening.columns import all_fields, all_worked_out, carried, folded, likely, match, offer, written
from mnna.screening.read_options import ReadOptions
from mnna.statutes import catalog


def columns(*names: str, **said: str) -> dict[str, str]:
    return dict(match(names, ReadOptions(map=said)).columns)


def test_names_are_compared_without_case_blanks_and_punctuation() -> None:
    assert folded(" Total (USD) ") == "total usd" and folded("Date/Notified") == "date notified"
    assert written("mde") == "mde_usd" and written("lease_months") == "lease_months"


def test_the_contract_name_goes_before_the_plain_and_the_usual_one() -> None:
    assert columns("recipient", "total", "total_usd")["total"] == "total_usd"
    assert columns("Recipient", "TOTAL", "Value")["total"] == "TOTAL"
    assert columns("Buyer", "Value (USD)", "Date notified") == {
        "recipient": "Buyer", "total": "Value (USD)", "on": "Date notified",
    }  # fmt: skip


def test_what_was_read_under_another_name_and_what_is_missing_is_said() -> None:
    said = match(["Buyer", "channel", "on", "mde_usd"], ReadOptions()).said
    assert said == ("“Buyer” is read as recipient", "no column for total_usd: it is unknown in every row")
    absent = match(["Buyer", "Award value", "total mde"], ReadOptions()).said
    assert absent[1].endswith("(--set channel=fms or another gives it to all rows)")
    assert absent[-1].endswith("(“Award value” may be it: --map total_usd='Award value')")
    mine = match(["recipient", "x", "channel", "on", "mde_usd"], ReadOptions(map={"total": "x"})).said
    assert mine == ("“x” is read as total_usd, as you say",)


def test_two_columns_that_could_be_one_are_refused() -> None:
    with pytest.raises(BadQuestion, match="2 columns could be meant"):
        columns("Buyer", "Customer")
    with pytest.raises(BadQuestion, match="2 columns could be meant"):
        match(["recipient", "Buyer"], ReadOptions(), several=True)
    assert match(["recipient", "Buyer"], ReadOptions()).columns == {"recipient": "recipient"}
    with pytest.raises(BadQuestion, match=r"total or total_1"):
        match(["recipient", "total", "total_1"], ReadOptions(), repeated={"total"})


def test_a_wrong_map_is_refused_with_what_is_near() -> None:
    with pytest.raises(BadQuestion, match=r"map recipent=.*recipient"):
        columns("a", recipent="a")
    with pytest.raises(BadQuestion, match=r"map \.\.\.=Byer.*Buyer"):
        columns("Buyer", recipient="Byer")


def test_a_file_without_recipient_and_channel_is_refused() -> None:
    with pytest.raises(BadQuestion, match="none is read as recipient or channel; they are total, x"):
        columns("total", "x")


def test_a_column_of_the_file_gives_way_to_one_of_ours() -> None:
    assert carried(["Group", "group_in", "note"], ["group"]) == {
        "Group": "Group_in_in", "group_in": "group_in", "note": "note",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Total value (€)", "Value £m", "Total value (%)", "Cost (¥ million)", "value_eur"])
def test_money_that_is_not_in_dollars_is_not_read_as_dollars(name: str) -> None:
    found = match(["recipient", name], ReadOptions())
    assert "total" not in found.columns and not any("--map total_usd" in one for one in found.said)


NAMES = ["Award value", "Qty", "Cost ($)", "Action date", "Mandate", "place"]


class LastHoldsCountries:
    """A file whose last column holds countries."""

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        return list(names)[:1] if mostly else []

    def countries(self, names: Collection[str]) -> list[str]:
        return list(names)[-1:]


def test_columns_are_known_by_words_of_their_headings_and_countries_by_what_is_held() -> None:
    assert likely("total", NAMES, None) == ["Award value", "Cost ($)"]
    assert likely("on", NAMES, None) == ["Action date"] and likely("mde", NAMES, None) == []
    held = LastHoldsCountries()
    assert likely("recipient", NAMES, held) == ["place"] and likely("recipient", NAMES, None) == []
    assert likely("channel", NAMES, held) == ["Award value"] and likely("channel", NAMES, None) == []
    assert likely("total", ["Value (€)", "cost in euros", "Number of dollars"], None) == []


def test_they_are_offered_with_the_option() -> None:
    assert offer(["a", "b c"], "on") == " (“a” or “b c” may be it: --map on='a')" and offer([], "on") == ""


def test_every_fact_of_every_channel_is_there_once_with_money_first() -> None:
    found = all_fields()
    assert list(found)[:3] == ["mde", "total", "construction"]
    for channel in catalog.CHANNELS:
        assert fields_of(catalog.case_law(channel)).keys() <= found.keys()
    assert all(name in fields_of(law) for name, (_, law) in found.items())


def test_what_is_worked_out_of_others_is_apart() -> None:
    assert all_worked_out() and not all_worked_out().keys() & all_fields().keys()
    assert any(all_worked_out().keys() >= worked_out(catalog.case_law(one)).keys() for one in catalog.CHANNELS)
