"""Bars that are known and not encoded are named under every answer that they could touch."""

from __future__ import annotations

from datetime import date

from mnna.engine.finding import Finding, find
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.statutes import catalog
from mnna.statutes.citations import parse
from mnna.statutes.not_encoded import not_encoded

REGISTRY = load_registry()


def ask(id_: str, country: str, day: str) -> Finding:
    return find(catalog.authority(id_), REGISTRY, country, date.fromisoformat(day))


def test_each_row_touches_grants_names_its_countries_and_its_source() -> None:
    for bar in not_encoded():
        assert bar.touches and all(id_ in catalog.AUTHORITIES and not catalog.is_bar(id_) for id_ in bar.touches)
        assert bar.countries <= set(countries()) and set(bar.source.split(";")) <= set(REGISTRY.sources), bar.id
        assert parse(bar.citation), bar.citation


def test_an_answer_names_what_it_was_not_tested_against() -> None:
    found = ask("foreign-military-financing", "MEX", "2025-06-01")
    assert "use of chemical or biological weapons [22 USC 5605(a)]" in found.not_checked
    assert found.to_dict()["not_checked"] == list(found.not_checked)


def test_a_bar_on_one_country_is_named_for_it_alone_and_from_its_first_day() -> None:
    named, later = "the bar on aid to the government of Cuba [22 USC 2370(a)]", "help for Cuba's nuclear development"
    assert named in ask("excess-defense-articles", "CUB", "2020-06-01").not_checked
    assert named not in ask("excess-defense-articles", "HTI", "2020-06-01").not_checked
    told = [ask("excess-defense-articles", "HTI", day).not_checked for day in ("1998-10-20", "1998-10-21")]
    assert [any(later in one for one in some) for some in told] == [False, True]


def test_what_no_such_bar_could_touch_says_nothing() -> None:
    assert not ask("cooperative-rd", "MEX", "2025-06-01").not_checked
    assert not ask("restriction-coup", "MEX", "2025-06-01").not_checked


def test_two_bans_on_one_country_stand_under_the_answers_that_they_could_touch() -> None:
    """P.L. 97-113 s. 726(b) on Chile, and P.L. 101-246 s. 902(a) on China; neither is encoded."""
    assert any("726(b)" in bar for bar in ask("foreign-military-financing", "CHL", "1986-05-01").not_checked)
    told = [ask("satellite-licensing", "CHN", day).not_checked for day in ("1999-12-01", "2026-06-01")]
    assert all(any("902(a)" in bar for bar in some) for some in told)
    assert not any("902(a)" in bar for bar in ask("satellite-licensing", "TWN", "1999-12-01").not_checked)


def test_a_bar_that_names_the_country_leaves_a_yes_in_doubt() -> None:
    """22 USC 8423(a): no security-related assistance to Pakistan in fiscal years 2011 to 2014 without a certificate."""
    before, then, after = (
        ask("excess-defense-articles", "PAK", day) for day in ("2010-09-30", "2010-10-01", "2014-10-01")
    )
    assert then.verdict == "yes" and then.confidence == "medium"
    assert any("yearly certificate that security aid" in caveat for caveat in then.caveats)
    assert not any("yearly certificate" in text for one in (before, after) for text in (*one.caveats, *one.not_checked))
    assert not any("yearly certificate" in text for text in ask("excess-defense-articles", "IND", "2011-01-01").caveats)


def test_an_encoded_bar_whose_text_of_the_day_is_not_encoded_leaves_a_yes_in_doubt() -> None:
    """Panama was denied certification over drugs in 1988; the section of that time is not encoded, but it was law."""
    found = ask("foreign-military-financing", "PAN", "1989-01-01")
    assert found.verdict == "yes" and found.confidence == "medium"
    assert any("major drug countries" in caveat for caveat in found.caveats)
    assert not any("child soldiers" in caveat for caveat in found.caveats), "that law was new in 2009"


def test_bars_on_any_country_are_named_from_their_first_day_to_their_last() -> None:
    grant = "foreign-military-financing"
    for day, told in (("1994-07-28", False), ("1994-07-29", True), ("2026-06-01", True)):
        assert any("[22 USC 2370a(a)]" in bar for bar in ask(grant, "NIC", day).not_checked) is told
    for day, told in (("2024-04-23", False), ("2024-04-24", True)):
        assert any("Hamas" in bar for bar in ask("excess-defense-articles", "QAT", day).not_checked) is told


def test_sales_of_major_equipment_to_pakistan_needed_a_certificate_a_year_later_than_aid() -> None:
    """22 USC 8423(b): no letter of offer and no license for it in fiscal years 2012 to 2014 without a certificate."""
    for id_ in ("recoupment-waiver", "depleted-uranium-rounds", "satellite-licensing"):
        for day, told in (("2011-09-30", False), ("2011-10-01", True), ("2014-09-30", True), ("2014-10-01", False)):
            found = ask(id_, "PAK", day)
            assert found.verdict == "yes" and any("[22 USC 8423(b)]" in bar for bar in found.not_checked) is told
            assert any("sales of major defense equipment" in caveat for caveat in found.caveats) is told
            assert not told or found.confidence != "high"


def test_a_clause_that_yearly_acts_repeat_is_cited_from_the_act_of_that_day() -> None:
    """P.L. 101-513 s. 586D bound the money of that act alone; the acts to 20 February 2003 repeat it."""
    grant, clause = "foreign-military-financing", "the United Nations sanctions on Iraq"
    for day, act in (
        ("1990-11-05", "P.L. 101-513 §586D(a)"),
        ("1992-10-06", "P.L. 102-391 §573"),
        ("1999-06-01", "P.L. 105-277 §535"),
        ("2003-06-01", "P.L. 108-7 div. E §531"),
        ("2004-01-23", ""),
    ):
        told = [bar for bar in ask(grant, "JOR", day).not_checked if clause in bar]
        assert [bar.partition("[")[2] for bar in told] == ([f"{act}]"] if act else []), day


def test_half_of_the_military_aid_for_el_salvador_was_withheld_in_fiscal_year_1991() -> None:
    """P.L. 101-513 s. 531(c)-(d), set out under 22 USC 2370; not encoded."""
    for day, told in (("1990-11-04", False), ("1990-11-05", True), ("1991-10-01", False)):
        found = ask("foreign-military-financing", "SLV", day)
        assert any("[P.L. 101-513 §531(c)-(d)]" in bar for bar in found.not_checked) is told, day
    assert not any("§531(c)" in bar for bar in ask("foreign-military-financing", "HND", "1991-01-01").not_checked)


def test_the_limits_of_yearly_acts_on_single_countries_are_named_for_each_act_that_was_read() -> None:
    """P.L. 116-260 div. K withholds part of Egypt's financing; the act for fiscal year 2023 was not read."""
    for day, act in (
        ("2020-12-26", "116-94"),
        ("2020-12-27", "116-260"),
        ("2022-03-15", "117-103"),
        ("2023-06-01", ""),
    ):
        told = [bar for bar in ask("foreign-military-financing", "EGY", day).not_checked if bar.startswith("limits of")]
        assert len(told) == bool(act) and all(f"P.L. {act} " in bar for bar in told), day
