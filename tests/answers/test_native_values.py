"""Values of numpy and pandas are taken as what they are, or refused in a sentence; one name is as good as a list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import mnna
from mnna.errors import BadQuestion
from tests.terminal import run

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")
DAYS = [
    date(2024, 6, 1),
    "2024-06-01",
    pandas.Timestamp("2024-06-01 17:00"),
    numpy.datetime64("2024-06-01"),
    numpy.datetime64("2024-06-01T05:00:00", "ns"),
    numpy.str_("2024-06-01"),
]
NO_DAYS = [
    pandas.NaT,
    numpy.datetime64("NaT"),
    pandas.NA,
    float("nan"),
    2024,
    numpy.int64(20240601),
    True,
    b"2024-06-01",
]
NO_NAMES = [float("nan"), pandas.NA, pandas.NaT, 5, b"COL", ["COL"]]


@pytest.mark.parametrize("value", [None, 3, b"x", ["fms"], {}, float("nan")], ids=repr)
def test_what_is_no_channel_no_authority_and_no_status_is_refused(value: Any) -> None:
    with pytest.raises(BadQuestion):
        mnna.case("COL", value, on="2024-06-01")
    with pytest.raises(BadQuestion):
        mnna.unlocks(value, "MEX")
    if value:
        with pytest.raises(BadQuestion):
            mnna.law(value)
        with pytest.raises(BadQuestion):
            mnna.what_if("MEX", designate=value)


@pytest.mark.parametrize("on", DAYS, ids=repr)
def test_a_day_of_any_library_is_that_day(on: Any) -> None:
    assert mnna.status("COL", on=on).on == date(2024, 6, 1)


@pytest.mark.parametrize("on", NO_DAYS, ids=repr)
def test_what_is_no_day_is_refused(on: Any) -> None:
    with pytest.raises(BadQuestion, match=r"not a date|it is a year"):
        mnna.status("COL", on=on)


@pytest.mark.parametrize("name", NO_NAMES, ids=repr)
def test_what_is_no_country_is_refused(name: Any) -> None:
    with pytest.raises(BadQuestion):
        mnna.status(name)


@pytest.mark.parametrize(
    "amount",
    [20_000_000, numpy.int64(20_000_000), numpy.float64(2e7), numpy.float32(2e7), Decimal("2e7"), "20 million"],
    ids=repr,
)
def test_an_amount_of_any_library_is_that_amount(amount: Any) -> None:
    assert mnna.case("COL", "fms", "2023-05-01", mde=amount).given["mde"] == Decimal(20_000_000)


@pytest.mark.parametrize("amount", [float("nan"), numpy.nan, pandas.NA, pandas.NaT, numpy.inf, True, [1], 1j], ids=repr)
def test_what_is_no_amount_is_refused(amount: Any) -> None:
    with pytest.raises(BadQuestion, match="not an amount"):
        mnna.case("COL", "fms", mde=amount)


def test_a_fact_of_numpy_is_a_fact() -> None:
    found = mnna.case("AUS", "dcs", "2023-05-01", aukus_exempt=numpy.bool_(True))
    assert found.given["aukus_exempt"] is True


def test_one_name_is_as_good_as_a_list() -> None:
    on = "2026-06-01"
    assert mnna.authorities("MEX", on, only="rdte-loans") == mnna.authorities("MEX", on, only=["rdte-loans"])
    assert mnna.what_if("MEX", designate="mnna", on=on) == mnna.what_if("MEX", designate=["mnna"], on=on)
    assert mnna.panel(2020, 2020, statuses="mnna", countries="COL") == mnna.panel(
        2020, 2020, statuses=["mnna"], countries=["COL"]
    )
    assert mnna.compare("MEX", to="COL", on=on).to_dict()["to"] == ["COL"]


def test_a_year_of_numpy_is_a_year() -> None:
    assert mnna.panel(numpy.int64(2020), numpy.int32(2021), statuses="mnna", countries="COL").start == 2020
    for bad in (2020.5, float("nan"), pandas.NA, "2020", True):
        with pytest.raises(BadQuestion):
            mnna.panel(bad, statuses="mnna", countries="COL")  # type: ignore[arg-type]


def test_facts_take_a_path_as_text(tmp_path: Path) -> None:
    names = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "MEX,mnna,2026-01-15,,,,yes,A determination of ours,,general-knowledge,low,2026-01-01,"
    (tmp_path / "spans.csv").write_text(f"{names}\n{row}\n", encoding="utf-8")
    for facts in (tmp_path, str(tmp_path)):
        assert [span.status for span in mnna.status("MEX", facts=facts).held][:1] == ["mnna"]  # type: ignore[arg-type]
    with pytest.raises(BadQuestion, match="not a path"):
        mnna.status("MEX", facts=5)  # type: ignore[arg-type]


def test_an_error_names_arguments_in_python_and_options_in_the_terminal() -> None:
    with pytest.raises(BadQuestion) as error:
        mnna.compare("MEX", to="MEX")
    assert "after to." in str(error.value) and "--" not in str(error.value)
    assert "after --to." in run("compare", "MEX", "--to", "MEX").err


def test_every_public_word_exists() -> None:
    assert {"panel", "indicators", "status", "holders"} <= set(dir(mnna))
    for name in dir(mnna):
        assert getattr(mnna, name) is not None


NO_TEXT: list[Any] = [float("nan"), pandas.NA, pandas.NaT, 5, b"mnna", ["mnna"], {}, True, pandas.Series(["mnna"])]


@pytest.mark.parametrize("value", NO_TEXT, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    "ask",
    [
        mnna.holders,
        mnna.law,
        mnna.source,
        mnna.indicators,
        mnna.notices,
        mnna.changes,
        mnna.next_ally,
        lambda value: mnna.unlocks("rdte-loans", value),
        lambda value: mnna.claims(text=value),
        lambda value: mnna.claims(stated=value),
        lambda value: mnna.claims(value),
        lambda value: mnna.status("COL").cite(value),
        lambda value: mnna.status("COL", facts=value),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(ask: Any, value: Any) -> None:
    with pytest.raises(BadQuestion):
        ask(value)


@pytest.mark.parametrize("value", [None, float("nan"), pandas.NA, pandas.NaT, 5, True, [None], [5]], ids=repr)
def test_what_is_no_list_of_names_is_refused_in_a_sentence(value: Any) -> None:
    for name in ("countries", "statuses"):
        if value is not None:
            with pytest.raises(BadQuestion):
                mnna.panel(2020, 2020, **{name: value})
    assert len(mnna.panel(2020, 2020, statuses="mnna", countries=None).rows) > 200  # type: ignore[arg-type]


def test_an_empty_text_is_no_country_and_not_all_of_them() -> None:
    for ask in (mnna.notices, mnna.changes, lambda text: mnna.panel(2020, 2020, statuses="mnna", countries=text)):
        with pytest.raises(BadQuestion, match="no country"):
            ask("")
