"""`what-if --enact`: the figures and provisions that change and for whom; the law of the day stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

import mnna
from mnna.answers.enact import EnactAnswer, enact
from mnna.errors import BadQuestion, UnknownWord

BILL = "H.R. 3613"


@pytest.fixture(scope="module")
def mexico() -> EnactAnswer:
    return enact(BILL, "MEX")


def test_the_figures_before_and_after(mexico: EnactAnswer) -> None:
    one = next(each for each in mexico.figures if each.parameter == "36b-mde")
    assert (one.before, one.after, one.law, one.bill) == (
        14_000_000, 30_000_000, "22 USC 2776(b)(1)", "H.R. 3613 s. 2(4)",
    )  # fmt: skip
    assert one.confidence == "high" and one.since is None


def test_the_provisions_that_change_for_a_country(mexico: EnactAnswer) -> None:
    by_id = {one.id: {each.what: (each.before, each.after) for each in one.changes} for one in mexico.provisions}
    assert set(by_id) == {"notification-thresholds", "fms", "dcs", "retransfer"}
    assert by_id["fms"]["total"] == (50_000_000, 105_000_000)
    assert all(each.countries == ("MEX",) for one in mexico.provisions for each in one.changes)
    assert [one.id for one in mexico.changed] == ["notification-thresholds"]
    assert mexico.partition is not None and mexico.partition.terms == ("notification-thresholds",)
    assert mexico.cases.notices == 2


def test_all_countries_fall_into_those_the_act_names_and_the_rest() -> None:
    found = mnna.what_if(enact="S. 853")
    assert not found.figures and "MEX" not in found.named and {"COL", "GBR"} <= set(found.named)
    draft = enact("H.R. 3998")
    assert [(one.id, one.changes[0].what) for one in draft.provisions] == [("dcs", "firearms")]
    assert len(draft.provisions[0].changes[0].countries) > 190


def test_nothing_of_the_law_is_touched(mexico: EnactAnswer) -> None:
    assert mexico.stamp == mnna.status("MEX").stamp
    assert mnna.case("MEX", "fms", mde=20e6, total=20e6).notice.verdict == "yes"


def test_a_bill_that_begins_later_says_so(tmp_path: Path) -> None:
    path = tmp_path / "later.toml"
    path.write_text('parameter = "36b-mde"\nvalue = 10_000_000\nsince = 2027-01-01\n')
    now, then = enact(path, "MEX"), enact(path, "MEX", "2027-02-01")
    assert "take effect on 1 January 2027" in now.note and not now.changed and not now.provisions
    assert then.note == "" and then.changed and then.cases.notices == 2


def test_a_bar_by_a_new_figure_is_asked_anew(tmp_path: Path) -> None:
    path = tmp_path / "days.toml"
    path.write_text('parameter = "36b-days"\nvalue = 45\n')
    found = enact(path, "MEX")
    assert {each.what for one in found.provisions for each in one.changes} == {"review_days"}
    assert found.changed[0].after.terms["review_days"] == 45 and found.changed[0].before.terms["review_days"] == 30


def test_what_cannot_be_asked() -> None:
    with pytest.raises(UnknownWord, match="no bill of that number"):
        mnna.what_if(enact="H.R. 1")
    with pytest.raises(BadQuestion, match="two changes at once"):
        mnna.what_if("MEX", enact=BILL, designate="mnna")  # type: ignore[call-overload]
    with pytest.raises(BadQuestion, match="names no country"):
        mnna.what_if()  # type: ignore[call-overload]


def test_the_summary_fits_a_line(mexico: EnactAnswer) -> None:
    assert "18 figures" in repr(mexico) and len(repr(mexico)) < 300


def test_a_bill_for_a_country_has_the_keys_of_any_what_if() -> None:
    told, usual = enact("H.R. 3613", "MEX", "2026-06-01").to_dict(), mnna.what_if("MEX", on="2026-06-01").to_dict()
    assert usual.keys() - {"note"} <= told.keys() and told["assume"] == []
    every = {*told["unchanged"], *(one["id"] for one in told["changed"])}
    assert every == {*usual["unchanged"], *(one["id"] for one in usual["changed"])}
    assert enact("H.R. 3613", on="2026-06-01").to_dict()["unchanged"] == []
