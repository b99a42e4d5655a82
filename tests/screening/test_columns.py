"""Which column is which: exact names, usual other names, the user's own map; and what cannot be told is refused."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion
from mnna.rules.nodes import Field, Kind
from mnna.screening.columns import Told, carried, folded, match, written

FIELDS = {
    "mde": Field("mde", Kind.MONEY, "equipment"),
    "total": Field("total", Kind.MONEY, "total"),
    "lease_months": Field("lease_months", Kind.COUNT, "months"),
}


def columns(*names: str, **said: str) -> dict[str, str]:
    return dict(match(names, FIELDS, Told(said)).columns)


def test_names_are_compared_without_case_blanks_and_punctuation() -> None:
    assert folded(" Total (USD) ") == "total usd" and folded("Date/Notified") == "date notified"
    assert written("mde", FIELDS) == "mde_usd" and written("lease_months", FIELDS) == "lease_months"


def test_the_contract_name_goes_before_the_plain_and_the_usual_one() -> None:
    assert columns("recipient", "total", "total_usd")["total"] == "total_usd"
    assert columns("Recipient", "TOTAL", "Value")["total"] == "TOTAL"
    assert columns("Buyer", "Value (USD)", "Date notified") == {
        "recipient": "Buyer", "total": "Value (USD)", "on": "Date notified",
    }  # fmt: skip


def test_what_was_read_under_another_name_and_what_is_missing_is_said() -> None:
    said = match(["Buyer", "channel", "on", "mde_usd"], FIELDS, Told()).said
    assert said == ("“Buyer” is read as recipient", "no column for total_usd: it is unknown in every row")
    absent = match(["Buyer", "Award value", "total mde"], FIELDS, Told()).said
    assert absent[1].endswith("(--set channel=fms or another gives it to all rows)")
    assert absent[-1].endswith("(“Award value” may be it: --map total_usd='Award value')")
    mine = match(["recipient", "x", "channel", "on", "mde_usd"], FIELDS, Told({"total": "x"})).said
    assert mine == ("“x” is read as total_usd, as you say",)


def test_two_columns_that_could_be_one_are_refused() -> None:
    with pytest.raises(BadQuestion, match="2 columns could be meant"):
        columns("Buyer", "Customer")
    with pytest.raises(BadQuestion, match="2 columns could be meant"):
        match(["recipient", "Buyer"], FIELDS, Told(), several=True)
    assert match(["recipient", "Buyer"], FIELDS, Told()).columns == {"recipient": "recipient"}
    with pytest.raises(BadQuestion, match=r"total or total_1"):
        match(["recipient", "total", "total_1"], FIELDS, Told(), repeated={"total"})


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
    found = match(["recipient", name], FIELDS, Told())
    assert "total" not in found.columns and not any("--map total_usd" in one for one in found.said)
