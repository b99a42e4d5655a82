"""A notice: its verdict and what goes with it, the sentence that says why, and days no law is encoded for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.dates import spoken
from mnna.engine.notice import GENERAL, GROUPS, Notice, because, decide
from mnna.registry.load import Registry
from mnna.statutes import catalog

FMS = catalog.case_law("fms")
ON = date(2024, 6, 1)


def notice(registry: Registry, country: str, total: int | None, on: date = ON) -> Notice:
    return decide(FMS, registry, country, on, {} if total is None else {"total": Decimal(total), "mde": Decimal(0)})


def test_a_yes_names_the_measure_the_threshold_and_the_days(registry: Registry) -> None:
    found = notice(registry, "MEX", 50_000_000)
    assert (found.verdict, found.measure, found.usd, found.review_days) == ("yes", "total", 50_000_000, 30)
    assert found.group == "general" and found.citations and not found.needs and found.steps
    assert "for 30 calendar days" in found.because and "at least $50,000,000" in found.because


def test_a_no_has_neither_threshold_nor_days(registry: Registry) -> None:
    found = notice(registry, "MEX", 49_999_999)
    assert (found.verdict, found.measure, found.usd, found.review_days) == ("no", None, None, None)
    assert found.to_dict()["threshold"] is None and found.because.startswith("No notification is due")


def test_a_no_cites_the_acts_that_set_its_figures(registry: Registry) -> None:
    found = notice(registry, "MEX", 49_999_999)
    assert {"P.L. 97-113 s. 101(c)", "P.L. 96-533 s. 105(d)"} <= set(found.citations)


def test_an_unknown_names_what_would_settle_it_and_keeps_the_days(registry: Registry) -> None:
    found = notice(registry, "FRA", None)
    assert found.verdict == "unknown" and found.needs and found.review_days == 15 and found.group == "nato"
    assert found.because.startswith("Unknown under ") and all(need.rstrip(".") in found.because for need in found.needs)


def test_the_finding_is_the_same_answer(registry: Registry) -> None:
    found = notice(registry, "MEX", 50_000_000)
    told, finding = found.to_dict(), found.finding().to_dict()
    assert finding["terms"] == {
        "review_days": 30, "threshold_measure": "total", "threshold_usd": 50_000_000, "group": "general",
    }  # fmt: skip
    for name in ("verdict", "because", "citations", "needs", "steps", "confidence", "as_of"):
        assert told[name] == finding[name]


def test_a_day_before_the_law_is_unknown_and_says_so(registry: Registry) -> None:
    first = FMS.provisions[0].since
    found = notice(registry, "MEX", 1, date.fromordinal(first.toordinal() - 1))
    assert found.verdict == "unknown" and found.because == f"Unknown: not encoded before {spoken(first)}."
    assert found.why["value"] is None and found.needs[0].endswith(f"not encoded before {spoken(first)}")


@pytest.mark.parametrize("group", [*GROUPS, None])
def test_the_sentence_says_whose_terms_they_are(group: str | None) -> None:
    whom = GROUPS[group] if group else "a recipient whose group is not known"
    told = because("yes", None, None, group, "for 30 calendar days", [], (), "22 USC 2776(b)")
    assert (whom in told) == (group != GENERAL)  # the general terms are everybody's: no need to say whose


@pytest.mark.parametrize("group", [*GROUPS, None])
def test_the_sentence_says_whose_threshold_is_reached(group: str | None) -> None:
    whom = GROUPS[group] if group else "a recipient whose group is not known"
    usual = "the general threshold" if group == GENERAL else f"the threshold for {whom}"
    for channel in ("fms", "dcs"):
        law = catalog.case_law(channel).at(ON)
        for measure in law.measures if law else ():
            told = because("yes", measure, Decimal(14), group, "for 30 days", [], (), "22 USC 2776(b)")
            threshold = "the threshold for any destination" if measure.name == "firearms" else usual
            assert told.endswith(f"{'is' if measure.name == 'mde' else 'are'} worth at least $14, {threshold}.")
            unset = because("yes", measure, None, group, "for 30 days", [], (), "22 USC 2776(b)")
            assert unset.endswith(" worth enough for every threshold that may apply.")
