"""The facts a file may have columns for: money first, as in the contract, each with a law that turns on it."""

from __future__ import annotations

from mnna.answers.case import fields_of, worked_out
from mnna.screening.fields import all_fields, all_worked_out
from mnna.statutes import catalog


def test_every_fact_of_every_channel_is_there_once_with_money_first() -> None:
    found = all_fields()
    assert list(found)[:3] == ["mde", "total", "construction"]
    for channel in catalog.CHANNELS:
        assert fields_of(catalog.case_law(channel)).keys() <= found.keys()
    assert all(name in fields_of(law) for name, (_, law) in found.items())


def test_what_is_worked_out_of_others_is_apart() -> None:
    assert all_worked_out() and not all_worked_out().keys() & all_fields().keys()
    assert any(all_worked_out().keys() >= worked_out(catalog.case_law(one)).keys() for one in catalog.CHANNELS)
