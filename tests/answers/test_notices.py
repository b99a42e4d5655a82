"""The record against the law: no notice that the law contradicts but those listed as open, and totals that hold."""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date

import pytest

from mnna.answers.notices import MUST_HAVE_MET, YearTotal, contradiction, law_day, notices, values
from mnna.errors import BadDate, UnknownCountry
from mnna.registry.notices import by_number
from mnna.registry.notices import notices as rows
from tests.conftest import ROOT

EVERY = notices()
BY_NUMBER = {one.transmittal: one for one in EVERY.notices if one.transmittal}


def test_the_law_of_its_day_contradicts_no_notice_but_the_open_ones() -> None:
    assert len(EVERY.notices) == len(rows()) == 1319
    assert not [one for one in EVERY.notices if one.notified == "yes" and one.verdict == "no"]
    assert EVERY.unsettled == ()
    *longer, below = [one for one in EVERY.notices if one.contradicts]
    of = [(one.recipients, str(one.notified_on), one.review_days) for one in longer]
    assert of == [(("NATO",), "2023-12-22", 15)] * 2
    assert all("30 days" in one.open for one in longer)
    assert (below.recipients, below.leads_to, below.total_usd) == (("NATO",), "25-97", 50_700_000)
    assert "conflicts" in below.open


def test_no_case_below_the_threshold_is_notifiable_but_the_open_one() -> None:
    verdicts = Counter(one.verdict for one in EVERY.notices if one.notified != "yes" and not one.open)
    assert verdicts == {"no": 34, "unknown": 12}


def test_every_dated_notice_with_a_value_has_a_threshold() -> None:
    without = [
        one
        for one in EVERY.notices
        if one.notified == "yes" and one.law_of and one.total_basis in ("stated", "rounded") and one.threshold is None
    ]
    assert without == []


def test_what_it_must_have_met_is_said_where_the_total_is_below_its_own_threshold() -> None:
    one = BY_NUMBER["26-54"]
    assert (one.verdict, one.threshold_by, one.total_usd) == ("unknown", MUST_HAVE_MET, 22_300_000)
    assert one.threshold is not None and (one.threshold.measure, one.threshold.usd) == ("mde", 14_000_000)
    assert one.review_days == 30
    member = BY_NUMBER["26-63"]
    assert member.threshold is not None and member.threshold.usd == 25_000_000 and member.review_days == 15


def test_what_a_reader_inferred_and_sums_of_cases_decide_nothing() -> None:
    assert "mde" in values(by_number()["26-24"]) and by_number()["26-24"].mde_basis == "stated"
    inferred = next(row for row in rows() if row.mde_basis == "inferred")
    assert "mde" not in values(inferred)
    package = next(row for row in rows() if row.total_basis == "package")
    assert values(package) == {}


def test_the_status_of_the_day_and_no_later_one() -> None:
    colombia = BY_NUMBER["10-27"]
    assert "mnna" not in colombia.statuses
    assert BY_NUMBER["22-61"].review_days == 30 and BY_NUMBER["25-60"].review_days == 15, "Finland, NATO since 2023"
    assert BY_NUMBER["10-41"].review_days == 30, "Israel, 15 days from 8 October 2010"
    assert "nato" in BY_NUMBER["25-60"].statuses and "nato" not in BY_NUMBER["22-61"].statuses


def test_totals_leave_out_amendments_and_cases_not_notified() -> None:
    assert sum(one.count for one in EVERY.totals) == 1271
    assert [one.year for one in EVERY.totals][-2:] == [2026, None]
    of = {one.year: one for one in EVERY.totals}
    assert (of[2024].count, of[None].count, of[None].without_value) == (125, 4, 2)
    germany = {one.year: one for one in notices("DEU").totals}
    dated = [one for one in EVERY.rows if one.notified_on and one.notified_on.year == 2026]
    counted = [one for one in dated if "DEU" in one.recipients and one.counts]
    assert germany[2026].count == len(counted) > 0
    assert not next(one for one in EVERY.rows if one.transmittal == "26-1C").counts


def test_a_country_and_days() -> None:
    mexico = notices("Mexico", since="2014-01-01", until=date(2014, 12, 31))
    assert [one.transmittal for one in mexico.notices] == ["14-10", "14-17", "14-25"]
    assert mexico.country is not None and mexico.country.iso3 == "MEX"
    assert sum(one.count for one in mexico.totals) == 3
    assert all(one.notified_on for one in notices("MEX", since="1990-01-01").notices)
    assert notices("FJI").notices == () and notices("FJI").totals == ()


def test_bad_questions() -> None:
    with pytest.raises(UnknownCountry):
        notices("Atlantis")
    with pytest.raises(BadDate):
        notices("MEX", since="2020-01-01", until="2019-01-01")
    with pytest.raises(BadDate):
        notices("MEX", since="soon")


def test_a_sale_to_several_has_the_review_that_all_have() -> None:
    several = next(one for one in EVERY.notices if one.recipients == ("SAU", "GBR", "ESP", "ITA"))
    assert several.verdict == "unknown" and several.review_days is None and several.emergency is True


def test_a_case_not_notified_is_judged_by_the_law_of_the_notice_that_took_it_up() -> None:
    row = next(row for row in rows() if row.leads_to == "24-108")
    assert row.notified_on is None and law_day(row) == by_number()["24-108"].notified_on
    undated = next(row for row in rows() if row.notified_on is None and not row.leads_to)
    assert law_day(undated) is None


def test_each_way_to_contradict() -> None:
    told, below = by_number()["18-06"], next(row for row in rows() if row.leads_to)
    assert contradiction(told, "no", 30) and not contradiction(told, "unknown", 30)
    assert contradiction(below, "yes", 30) and not contradiction(below, "no", None)
    assert "30 days" in contradiction(told._replace(stated_days=30), "yes", 15)
    assert not contradiction(told._replace(stated_days=30), "yes", 30)


def test_the_check_keeps_contradictions_and_open_questions() -> None:
    checked = notices(check=True)
    assert len(checked.notices) == 5 and all(one.open for one in checked.notices)
    assert checked.totals == EVERY.totals


def test_what_is_missing_is_said() -> None:
    assert EVERY.coverage.undated == 4
    assert "not complete" in EVERY.coverage.says and "1999 to 2001 and 2003" in EVERY.coverage.says
    assert f"{sum(one.never_seen for one in EVERY.coverage.never_seen)} numbers" in EVERY.coverage.says


def test_the_document_has_the_totals_and_the_gaps() -> None:
    """`MNNA_UPDATE_GOLDEN=1` writes the table anew."""
    path = ROOT / "docs" / "notices.md"
    before, head, _, after = re.split(r"(\| Year .*\n\|[-:|]+\n)((?:\|.*\n)*)", path.read_text(encoding="utf-8"))
    text = before + head + "".join(_line(one) for one in EVERY.totals) + after
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def _line(one: YearTotal) -> str:
    series = next((each for each in EVERY.coverage.never_seen if each.year == one.year), None)
    numbers = (series.highest, series.never_seen) if series else ("–", "–")
    steady = "–" if one.usd_constant is None else f"{one.usd_constant:,}"
    cells = (one.year or "not known", one.count, f"{one.usd:,}", steady, one.without_value, *numbers)
    return f"| {' | '.join(map(str, cells))} |\n"


def test_the_document_counts_as_the_record_does() -> None:
    text = " ".join((ROOT / "docs" / "notices.md").read_text(encoding="utf-8").split())
    told = [one for one in EVERY.notices if one.notified == "yes"]
    by = Counter(one.threshold_by for one in told)
    assert f"{len(told):,} notices from August 1998" in text and f"{len(EVERY.notices) - len(told)} cases" in text
    assert f"so the answer counts {sum(one.count for one in EVERY.totals):,}." in text
    assert f"For {by['met']:,} the stated values" in text and f"For {by[MUST_HAVE_MET]} the total" in text
    assert "Five rows are open" in text and sum(bool(one.open) for one in EVERY.notices) == 5


def test_the_fiscal_years_beside_what_others_publish_are_the_record_s() -> None:
    text = (ROOT / "docs" / "notices.md").read_text(encoding="utf-8").partition("| Fiscal year ")[2]
    found = re.findall(r"(?m)^\| (\d{4}) \| (\d+) \| ([\d.]+) \|", text)
    sums, counts = Counter[int](), Counter[int]()
    for one in EVERY.rows:
        if one.counts and one.notified_on:
            year = one.notified_on.year + (one.notified_on.month > 9)
            counts[year] += 1
            sums[year] += one.total_usd or 0
    assert len(found) == 10
    for year, count, billions in found:
        assert (int(count), billions) == (counts[int(year)], f"{sums[int(year)] / 1e9:.1f}"), year
