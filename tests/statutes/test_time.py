"""Nothing of a later act or day on an earlier day: every question and text, every day on which an answer may change.

The number of a public law gives the Congress and so the year, the volume of the Federal Register the year; sections of
the Code that took over a number, or came late, stand in a table.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mnna.engine.enactment import earliest
from mnna.engine.finding import Finding, find
from mnna.engine.notice import decide
from mnna.registry.load import load_registry
from mnna.rules.explain import Tree
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, CaseLaw

REGISTRY = load_registry()
COUNTRIES = ("KEN", "COL", "MEX", "JPN", "POL", "TWN", "ARG", "PAK", "IND", "PHL", "EGY", "IRN", "AFG", "NATO")
LAST = date(2026, 11, 28)
SECTIONS = {
    "10 USC 333": date(2016, 12, 23),
    "10 USC 362": date(2016, 12, 23),
    "10 USC 2249e": date(2014, 12, 19),
    "10 USC 4801": date(2022, 1, 1),
    "22 USC 2291j-1": date(2002, 9, 30),
    "22 USC 2321k": date(1996, 7, 21),
    "22 USC 2321j(c)": date(1996, 7, 21),
    "22 USC 2349aa-10": date(1996, 4, 24),
    "22 USC 2370c-1": date(2008, 12, 23),
    "22 USC 2378-1": date(1996, 9, 30),
    "22 USC 2378a": date(1996, 7, 21),
    "22 USC 2378d": date(2007, 12, 26),
    "22 USC 2416": date(1998, 10, 21),
    "22 USC 2781": date(1996, 4, 24),
    "22 USC 2799aa": date(1994, 4, 30),
    "22 USC 5605": date(1991, 12, 4),
    "22 USC 6442": date(1998, 10, 27),
    "22 USC 6445": date(1998, 10, 27),
    "22 USC 7107": date(2000, 10, 28),
    "22 USC 7432": date(2002, 8, 2),
    "22 USC 9525": date(2017, 8, 2),
    "10 USC 4971": date(2022, 1, 1),
    "22 CFR 126.7(b)": date(2024, 9, 1),
}
"""Sections of the Code and of the rules that did not exist, or meant another thing, before a day."""
AHEAD = ("in fiscal years 2008 to 2010", "in fiscal years 2026 to 2030", "nothing after 30 September 2035")
"""Years to come that a text may name: what an act itself set for the time after it."""


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) ((?:19|20)\d\d)\b")
FISCAL = re.compile(r"\bfiscal years? (\d{4})")
NUMBERS = re.compile(r"[\w.]+-\d+|\b(?:USC|FR|CFR|Stat\.|UST|TIAS|s\.|§) ?[\d.]+\w*|\$?[\d,]*\d,\d{3}\b")
"""Numbers that are no years."""


def later(text: str, on: date) -> list[str]:
    """What a text names that did not exist on that day. The fiscal year that comes next may be named."""
    found = [] if earliest(text) <= on else [f"an act not before {earliest(text)}"]
    found += [section for section, since in SECTIONS.items() if section in text and on < since]
    told = re.sub("|".join(map(re.escape, AHEAD)), "", text)
    found += [m[0] for m in DAY.finditer(told) if date(int(m[3]), MONTHS.index(m[2]) + 1, int(m[1])) > on]
    found += [m[0] for m in FISCAL.finditer(told) if int(m[1]) > on.year + 1]
    told = NUMBERS.sub("", FISCAL.sub("", told))
    return found + [year for year in re.findall(r"\b(?:19|20)\d\d\b", told) if int(year) > on.year]


def days(one: Authority | CaseLaw, country: str) -> list[date]:
    """The first and last day of every provision, and the days on which a status of the country begins or ends."""
    found = {day for part in one.provisions for day in (part.since, part.until) if day is not None}
    spans = [span for (who, _), held in REGISTRY.by_key.items() if who == country for span in held]
    found |= {day for span in spans for day in (span.since, span.until) if day is not None}
    found |= {day - timedelta(days=1) for day in found}
    return sorted(day for day in found if day <= LAST and one.at(day) is not None)


def told(found: Finding) -> list[str]:
    """Every text of an answer: what is done, needed, presumed and told, its caveats, and the tree of reasons."""
    kinds = (found.steps, found.routes, found.needs, found.presumes, found.caveats, found.citations, found.not_checked)
    words = [str(value) for value in found.terms.values() if isinstance(value, str) and not ISO.fullmatch(value)]
    return [*(text for kind in kinds for text in kind), *words, found.because, *tree_texts(found.why)]


ISO = re.compile(r"\d{4}-\d\d-\d\d")


def tree_texts(node: Tree) -> list[str]:
    return [f"{node['says']} [{node['citation'] or ''}]", *(text for below in node["of"] for text in tree_texts(below))]


@pytest.mark.parametrize("id_", catalog.AUTHORITIES)
def test_nothing_later_is_told_on_an_earlier_day(id_: str) -> None:
    one = catalog.authority(id_)
    for country in COUNTRIES:
        for on in days(one, country):
            found = find(one, REGISTRY, country, on)
            assert [(text, late) for text in told(found) if (late := later(text, on))] == [], (country, on)


@pytest.mark.parametrize("channel", catalog.CHANNELS)
@pytest.mark.parametrize(
    "given", [{}, {"mde": Decimal(10**9), "total": Decimal(10**9)}], ids=["nothing given", "large"]
)
def test_no_notice_tells_anything_later(channel: str, given: dict[str, Decimal]) -> None:
    law = catalog.case_law(channel)
    for country in COUNTRIES:
        for on in days(law, country):
            found = decide(law, REGISTRY, country, on, given).finding()
            assert [(text, late) for text in told(found) if (late := later(text, on))] == [], (country, on)


KNOWN = [
    ("foreign-military-financing", "KEN", "1998-01-01", "7045"),
    ("foreign-military-financing", "JPN", "2010-06-01", "7045"),
    ("foreign-military-financing", "POL", "2021-06-01", "7045"),
    ("restriction-arrears", "ARG", "1990-06-01", "118-47"),
    ("defense-export-loan-guarantee", "JPN", "1998-06-01", "108-287"),
    ("war-reserve-stockpile-site", "MEX", "1996-06-01", "2321k"),
]


@pytest.mark.parametrize(("id_", "country", "day", "late"), KNOWN)
def test_what_was_once_told_too_early_is_told_no_more(id_: str, country: str, day: str, late: str) -> None:
    found = find(catalog.authority(id_), REGISTRY, country, date.fromisoformat(day))
    assert not any(late in text for text in told(found))


def test_what_is_withheld_from_colombia_is_told_from_the_day_of_its_act() -> None:
    one = catalog.authority("foreign-military-financing")
    before, after = (find(one, REGISTRY, "COL", date(2024, 3, day)).steps for day in (22, 23))
    assert not any("7045" in step for step in before) and any("7045" in step for step in after)
    assert not any("7045" in step for step in find(one, REGISTRY, "KEN", date(2024, 3, 23)).steps)


BOUNDS = [
    ("P.L. 118-47 div. F §7045", date(2023, 1, 3)),
    ("P.L. 73-1", date(1933, 3, 4)),
    ("22 USC 2321k; 91 FR 43034", date(2026, 1, 1)),
    ("22 USC 2321k", date.min),
]


@pytest.mark.parametrize(("text", "day"), BOUNDS)
def test_the_number_of_an_act_bounds_its_day(text: str, day: date) -> None:
    assert earliest(text) == day
