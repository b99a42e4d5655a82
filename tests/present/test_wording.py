"""The words every form shares."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.answers.authorities import authorities
from mnna.answers.case import case
from mnna.answers.what_if import what_if
from mnna.engine.notice import GROUPS
from mnna.present import wording
from mnna.present.document import Cite, Command, spelled
from mnna.statutes import catalog
from tests.present.samples import finding, refused


@pytest.mark.parametrize(
    ("value", "fits", "said"),
    [
        ("yes", "grant", "Allowed"),
        ("no", "grant", "Not allowed"),
        ("yes", "bar", "Barred"),
        ("no", "bar", "Not barred"),
        ("yes", "case", "Notify"),
        ("no", "case", "No notice"),
        ("yes", "question", "Yes"),
        ("no", "question", "No"),
        ("unknown", "grant", "Not known"),
        ("unknown", "case", "Not known"),
    ],
)
def test_a_verdict_fits_its_question(value: str, fits: str, said: str) -> None:
    assert wording.verdict_words(value, fits) == said


@pytest.mark.parametrize(
    ("changed", "fits"),
    [
        ({"bears": "grant", "question": "May it?"}, "grant"),
        ({"bears": "grant", "question": "Is it bound?"}, "question"),
        ({"bears": "bar", "id": "anything"}, "bar"),
        ({"bears": "grant", "terms": {"threshold_measure": "mde"}}, "case"),
    ],
)
def test_what_a_finding_bears_decides_its_words(changed: dict[str, Any], fits: str) -> None:
    assert wording.fits(finding(**changed)) == fits


def test_every_question_of_the_law_has_words() -> None:
    found = authorities("MEX", "2026-11-24").to_dict()["findings"]
    by_id = {one["id"]: wording.fits(one) for one in found}
    assert set(by_id.values()) == {"grant", "bar", "question"}
    assert all((fits == "bar") == id_.startswith("restriction-") for id_, fits in by_id.items())


def test_a_case_has_words() -> None:
    found = case("COL", "fms", "2023-05-01", mde="20e6", total="20e6").to_dict()["findings"][0]
    assert wording.in_one(found).startswith("Notify: Congress must be notified under 22 USC 2776(b)")
    small = case("COL", "fms", "2023-05-01", mde="1e6", total="1e6", construction="0").to_dict()["findings"][0]
    assert wording.in_one(small).startswith("No notice: No notification is due")
    assert dict(wording.terms(small)) == {"Group": "a country or organization that the law does not name"}


@pytest.mark.parametrize(
    ("verdict", "because", "said"),
    [
        ("yes", "Yes. Any ally may.", "Any ally may."),
        ("no", "No. No aid goes there.", "No aid goes there."),
        ("unknown", "Unknown: not encoded before 1961-09-04.", "Not encoded before 4 September 1961."),
        ("no", "No notification is due.", "No notification is due."),
    ],
)
def test_the_reason_leaves_the_verdict_out(verdict: str, because: str, said: str) -> None:
    assert wording.reason(finding(verdict=verdict, because=because)) == said


def test_the_reason_leaves_the_needs_out() -> None:
    one = finding(
        verdict="unknown", because="Unknown. The law asks. Open: whether it is so.", needs=["whether it is so"]
    )
    assert wording.reason(one) == "The law asks."


def test_a_bar_in_one_run_of_text_does_not_say_no_twice() -> None:
    one = refused(id="restriction-terrorism-list", bears="bar") | {"because": "No. No foreign assistance goes there."}
    assert wording.in_one(one) == "Not barred: No foreign assistance goes there."


def test_terms_that_do_not_apply_are_not_shown() -> None:
    assert wording.terms(finding()) == (
        ("Cap for a year", "$500 million"),
        ("Wait after the report to Congress", "30 days"),
        ("Group", "a country the Arms Export Control Act names beside NATO"),
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("wait_days", None, "Not known"),
        ("annual_cap_usd", None, "Not known"),
        ("on_majors_list", True, "Yes"),
        ("ends_on", "2038-12-22", "22 December 2038"),
        ("repayment_years", 1, "1 year"),
        ("sanctions_at_least", 5, "5"),
        ("cuts", "aid since 2022-01-01", "aid since 1 January 2022"),
    ],
)
def test_values_carry_their_units(name: str, value: object, said: str) -> None:
    assert wording.term_value(name, value) == said


def test_every_term_of_the_law_has_a_label() -> None:
    provisions = [one for law in catalog.authorities().values() for one in law.provisions]
    names = {name for one in provisions for name in (*one.terms, *(n for extra in one.extras for n in extra.terms))}
    names |= set(case("COL", "fms", "2023-05-01").to_dict()["findings"][0]["terms"])
    assert names - wording._labels().keys() == set()
    assert wording._labels().keys() - names <= {"korea_cap_usd", "thailand_cap_usd"}


def test_groups_are_called_as_the_law_calls_them() -> None:
    assert {value: words for (name, value), words in wording._values().items() if name == "group"} == GROUPS


def test_a_term_without_a_label_is_still_words() -> None:
    assert wording.term_label("new_cap_usd") == "New cap"


def test_an_act_is_a_sentence_with_its_citation() -> None:
    assert wording.act("a notice on 2022-05-23 [22 USC 2321k(a)]") == (
        "A notice on 23 May 2022. [",
        Cite("22 USC 2321k(a)"),
        "]",
    )
    assert wording.act("ask again") == "Ask again."


def test_the_note_of_a_what_if_has_its_command_and_its_day_in_words() -> None:
    told = wording.note(what_if("COL", designate="mnna", on="2026-06-01").note)
    assert isinstance(told, tuple) and Command("--terminate mnna") in told
    assert "already, since 23 May 2022, so designation would change nothing" in spelled(told)
