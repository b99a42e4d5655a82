"""Bills laid over the law: figures change from a day on, the law itself does not, and every row of the tables holds."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest

from mnna.engine.notice import decide
from mnna.registry.load import Registry
from mnna.registry.readings import lapsed, reading_of
from mnna.rules.nodes import Param
from mnna.statutes import catalog, enacting
from mnna.statutes.bills import bill
from mnna.statutes.enacting import (
    READ,
    BillFigure,
    bill_texts,
    enacted,
    enacted_always,
    enacted_from,
    figures_of,
    touched,
)
from mnna.statutes.listing import FOLDER
from mnna.statutes.parameters import param
from mnna.statutes.texts import texts

ON = date(2026, 11, 28)
LOWER = BillFigure("36b-mde", Decimal(10_000_000), date(2027, 1, 1), "a draft", "own", "high")


def test_the_bill_of_the_thresholds_doubles_them_as_its_text_says() -> None:
    found = {one.parameter: one.value for one in figures_of("hr-119-3613")}
    stem = {"mde": 30, "total": 105, "mde-nato-plus": 55, "total-nato-plus": 205}
    wanted = {f"{section}-{name}": value for section in ("36b", "36c", "3d", "63") for name, value in stem.items()}
    wanted |= {"36b-construction": 410, "36b-construction-nato-plus": 615}
    assert found == {name: Decimal(value * 10**6) for name, value in wanted.items()}


def test_every_row_names_a_text_a_source_and_how_much_was_read(registry: Registry) -> None:
    proposed = {text.id for text in texts() if text.kind == "proposal" and bill(text.citation.partition(";")[0])}
    with (FOLDER / "bill_figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(bill_texts()) == proposed and {row["bill"] for row in rows} <= proposed
    for text in bill_texts().values():
        assert text.read in READ and text.text and set(text.names) <= set(registry.kinds), text.bill
    for row in rows:
        assert row["source"] in registry.sources and date.fromisoformat(row["checked_on"]) <= ON, row
        assert bool(row["value"]) or row["note"], "an amount that was not read says so"
    assert all(figures_of(text.bill) == () for text in bill_texts().values() if text.read == "no")


def test_a_figure_changes_from_its_day_on_and_keeps_its_past() -> None:
    (new,) = enacted_from([LOWER], ON).values()
    old = param("36b-mde")
    assert new.at(date(2026, 12, 31)).value == old.at(ON).value == Decimal(14_000_000)  # type: ignore[union-attr]
    assert new.at(date(2027, 1, 1)).value == Decimal(10_000_000)  # type: ignore[union-attr]
    assert new.at(date(1980, 1, 1)) == old.at(date(1980, 1, 1))
    (always,) = enacted_always([LOWER]).values()
    assert always.at(date(1980, 1, 1)).value == Decimal(10_000_000)  # type: ignore[union-attr]


def test_an_amount_that_was_not_read_is_not_known(registry: Registry) -> None:
    figure = LOWER._replace(value=None)
    law = enacted(catalog.case_law("fms"), enacted_always([figure]), ON)
    told = decide(law, registry, "MEX", ON, {"mde": Decimal("20e6"), "total": Decimal("20e6")})
    assert told.verdict == "unknown" and "threshold" in told.needs[0]


@pytest.mark.parametrize(
    ("country", "mde", "total", "before", "after"),
    [
        ("MEX", "29.9e6", "104e6", "yes", "no"),
        ("MEX", "30e6", "104e6", "yes", "yes"),
        ("MEX", "1e6", "105e6", "yes", "yes"),
        ("GBR", "54e6", "204e6", "yes", "no"),
        ("GBR", "54e6", "205e6", "yes", "yes"),
        ("COL", "13e6", "40e6", "no", "no"),
    ],
)
def test_a_transfer_before_and_under_it(
    registry: Registry, country: str, mde: str, total: str, before: str, after: str
) -> None:
    fields = {"mde": Decimal(mde), "total": Decimal(total)}
    law = catalog.case_law("fms")
    under = enacted(law, enacted_from(figures_of("hr-119-3613"), ON), ON)
    assert decide(law, registry, country, ON, fields).verdict == before
    assert decide(under, registry, country, ON, fields).verdict == after
    assert decide(law, registry, country, ON, fields).verdict == before, "the law is untouched"


def test_a_bill_assumed_to_be_law_does_not_expire(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", "2026-12-20")
    later = date(2026, 12, 20)
    text = reading_of(figures_of("hr-119-3613")[0].source)
    assert text is not None and lapsed(text, later), "the text of the bill itself is too old by then"
    under = enacted(catalog.case_law("fms"), enacted_from(figures_of("hr-119-3613"), later), later)
    assert decide(under, registry, "MEX", later, {"mde": Decimal("29.9e6"), "total": Decimal("104e6")}).verdict == "no"


def test_the_words_of_the_law_tell_the_new_figure() -> None:
    days = BillFigure("36b-days", 45, None, "a draft", "own", "high")
    found = enacted(catalog.authority("notification-thresholds"), enacted_from([days], ON), ON)
    assert "forty-five days" in found.at(ON).says and "{36b-days-nato-plus:words}" in found.at(ON).says  # type: ignore[union-attr]


def test_what_a_figure_touches() -> None:
    assert touched(catalog.case_law("fms"), ["36b-mde"], ON)
    assert not touched(catalog.case_law("dcs"), ["36b-mde"], ON)
    assert not touched(catalog.case_law("fms"), ["36b-mde"], date(1970, 1, 1))


def test_every_question_of_law_can_be_rebuilt_whole() -> None:
    """Nothing of a provision is lost on the way: with its own figures it reads the same."""
    from mnna.engine.law_hash import plain

    same: dict[str, Param] = {}
    for one in catalog.authorities().values():
        assert plain(enacted(one, same, ON)) == plain(one), one.id
    for channel in catalog.CHANNELS:
        assert plain(enacted(catalog.case_law(channel), same, ON)) == plain(catalog.case_law(channel)), channel


def test_a_row_that_says_nothing_of_its_reading_is_refused() -> None:
    with pytest.raises(Exception, match="read is 'maybe'"):
        enacting._text({"bill": "x", "read": "maybe", "text": "", "names": "", "leaves_open": ""})
