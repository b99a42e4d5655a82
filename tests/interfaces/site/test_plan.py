"""Which questions a site answers: one for every value of what a page needs, without a list of pages kept here."""

from __future__ import annotations

from collections import Counter

from mnna.interfaces.http.declared import pages
from mnna.interfaces.site.plan import MORE, Scope, blank, by_address, planned, printed

TWO = Scope(("COL", "MEX"), whole=False)


def test_a_page_of_a_country_is_planned_for_each_and_a_page_without_needs_once(few: None) -> None:
    found = Counter(one.page.address for one in planned(TWO).values())
    assert found["/countries/{country}"] == 2 and found["/countries"] == 1 and found["/coverage"] == 1


def test_what_ends_is_what_a_country_holds(few: None) -> None:
    asked = [one.given for one in planned(TWO).values() if one.page.address == "/what-if"]
    assert {"COL": ("mnna",), "MEX": ()} == {
        code: next((one["terminate"] for one in asked if one["country"] == code and one["terminate"]), ())
        for code in TWO.codes
    }
    assert next(one["designate"] for one in asked if one["country"] == "MEX") == ("mnna",)


def test_each_country_has_what_changed_with_a_feed() -> None:
    page = next(one for one in pages() if one.address == "/changes")
    assert [one["country"] for one in MORE["/changes"](page, TWO)] == ["COL", "MEX"] and "atom" in page.forms


def test_what_takes_minutes_is_left_to_a_whole_site(few: None) -> None:
    wanted = by_address()["/rank"].asked({}).key
    assert wanted in planned(TWO) and by_address()["/rank"].asked({}) == planned(TWO)[wanted]


def test_a_page_that_only_shows_its_form_is_blank(few: None) -> None:
    assert blank(by_address()["/next"]) and not blank(by_address()["/countries"])


def test_a_site_of_some_countries_prints_what_is_about_a_country(few: None) -> None:
    pdf = {one.address: "pdf" in printed(one, TWO).forms for one in pages()}
    assert pdf["/countries/{country}"] and not pdf["/law/{asked}"]
    assert "pdf" in printed(next(one for one in pages() if one.address == "/law/{asked}"), Scope(("COL",), True)).forms
