"""The Python words: the same answer as the terminal's, the same errors, and nothing else in the package's name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import mnna
from mnna.errors import BadCase, BadDate, BadQuestion, CannotAnswer, UnknownCountry, UnknownWord
from mnna.interfaces.http.declared import pages
from mnna.registry.days import today
from tests.terminal import document

ON = "2026-06-01"
CASES = str(Path(__file__).resolve().parents[1] / "docs" / "examples" / "cases.csv")
SAME: dict[str, tuple[Callable[[], Any], list[str]]] = {
    "status": (lambda: mnna.status("COL", on="2024-06-01"), ["status", "COL", "--on", "2024-06-01"]),
    "status today": (lambda: mnna.status("South Korea"), ["status", "South Korea"]),
    "authorities": (lambda: mnna.authorities("MEX", on=ON), ["authorities", "MEX", "--on", ON]),
    "some authorities": (
        lambda: mnna.authorities("MEX", on=ON, only=["rdte-loans"]),
        ["authorities", "MEX", "rdte-loans", "--on", ON],
    ),
    "what-if": (
        lambda: mnna.what_if("MEX", designate="mnna", on=ON),
        ["what-if", "MEX", "--designate", "mnna", "--on", ON],
    ),
    "what-if of two": (
        lambda: mnna.what_if("COL", terminate=["mnna"], designate=["nato"], on=ON),
        ["what-if", "COL", "--terminate", "mnna", "--designate", "nato", "--on", ON],
    ),
    "case": (
        lambda: mnna.case(recipient="COL", channel="fms", mde=20e6, total=20e6, on="2023-05-01"),
        ["case", "COL", "--channel", "fms", "--mde", "20e6", "--total", "20e6", "--on", "2023-05-01"],
    ),
    "case with facts": (
        lambda: mnna.case("AUS", "dcs", ON, total="30 million", mde=Decimal(1), aukus_exempt=True),
        ["case", "AUS", "--channel", "dcs", "--on", ON, "--total", "30e6", "--mde", "1", "--aukus-exempt", "yes"],
    ),
    "law": (lambda: mnna.law("22 USC 2776(b)"), ["law", "22 USC 2776(b)"]),
    "some law": (lambda: mnna.law(search="stockpile"), ["law", "--search", "stockpile"]),
    "all law": (lambda: mnna.law(), ["law"]),
    "countries": (lambda: mnna.countries(ON), ["countries", "--on", ON]),
    "holders": (lambda: mnna.holders(on=ON), ["holders", "--on", ON]),
    "holders of one status": (lambda: mnna.holders("aukus", ON), ["holders", "aukus", "--on", ON]),
    "unlocks": (lambda: mnna.unlocks("rdte-loans", "MEX", ON), ["unlocks", "rdte-loans", "MEX", "--on", ON]),
    "source": (lambda: mnna.source("pd-2022-14"), ["source", "pd-2022-14"]),
    "compare": (
        lambda: mnna.compare("MEX", to=["COL"], on=ON),
        ["compare", "MEX", "--to", "COL", "--on", ON],
    ),
    "indicators": (lambda: mnna.indicators(), ["indicators"]),
    "indicators of one": (lambda: mnna.indicators("homicide_rate"), ["indicators", "homicide_rate"]),
    "indicators of a country": (
        lambda: mnna.indicators("homicide_rate", "MEX"),
        ["indicators", "homicide_rate", "MEX"],
    ),
    "indicators of a year": (
        lambda: mnna.indicators("homicide_rate", "MEX", 2030),
        ["indicators", "homicide_rate", "MEX", "--year", "2030"],
    ),
    "timeline": (lambda: mnna.timeline("MEX", ON), ["timeline", "MEX", "--on", ON]),
    "claims": (lambda: mnna.claims("article-2022-04", as_of=ON), ["claims", "article-2022-04", "--as-of", ON]),
    "rank": (lambda: mnna.rank(on=ON), ["rank", "--on", ON]),
    "effects": (lambda: mnna.effects("us_troops", draws=99), ["effects", "us_troops", "--draws", "99"]),
    "criteria": (lambda: mnna.criteria(draws=100, on=ON), ["criteria", "--draws", "100", "--on", ON]),
    "screen": (lambda: mnna.screen(CASES), ["screen", CASES]),
    "coverage": (lambda: mnna.coverage(ON), ["coverage", "--on", ON]),
    "next_ally": (lambda: mnna.next_ally("MEX", ON), ["next", "MEX", "--on", ON]),
    "notices": (lambda: mnna.notices("MEX"), ["notices", "MEX"]),
    "changes": (
        lambda: mnna.changes("COL", since="2022-01-01", until="2022-12-31"),
        ["changes", "COL", "--since", "2022-01-01", "--until", "2022-12-31"],
    ),
    "panel": (
        lambda: mnna.panel(2020, 2021, statuses=["mnna"], countries=["COL"]),
        ["panel", "--from", "2020", "--to", "2021", "--statuses", "mnna", "--countries", "COL"],
    ),
    "brief": (lambda: mnna.brief("MEX", versus="COL", on=ON), ["brief", "MEX", "--vs", "COL", "--on", ON]),
}


@pytest.mark.parametrize("word", SAME)
def test_python_and_the_terminal_say_the_same(word: str) -> None:
    ask, words = SAME[word]
    assert timeless(ask().to_dict()) == timeless(document(*words))


def timeless(found: Any) -> Any:
    """A document without the hour and the seconds it took; tuples are the lists JSON makes of them."""
    document_ = json.loads(json.dumps(found))
    document_.pop("seconds", None)
    for volatile in ("time", "command"):
        document_.get("stamp", {}).pop(volatile, None)
    return document_


def test_every_public_word_is_compared() -> None:
    """Here, or by the example of its page, in `tests/interfaces/test_every_word.py`."""
    words = {name for name in mnna.__all__ if name.islower()}
    rows = {ask.split()[0].replace("-", "_") for ask in SAME if ask.split()[0] not in ("some", "all")}
    shown = {page.endpoint.python_name for page in pages() if "json" in page.forms}
    left = ", ".join(sorted(words - rows - shown))
    assert rows <= words and not left, f"SAME has no row for {left}, and no page with an example shows it."


def test_the_package_offers_its_words_and_errors_and_no_more() -> None:
    assert set(dir(mnna)) == {*mnna.__all__, "__version__"}
    assert all(getattr(mnna, name) is not None for name in mnna.__all__)
    with pytest.raises(AttributeError, match="its words are"):
        _ = mnna.stauts


def test_every_word_explains_itself_and_names_its_errors() -> None:
    for name in mnna.__all__:
        found = getattr(mnna, name)
        assert found.__doc__ and found.__doc__.strip(), name
        if name.islower():
            assert "Raises" in found.__doc__ or "raises" in found.__doc__, name


@pytest.mark.parametrize("on", ["2024-06-01", date(2024, 6, 1), datetime(2024, 6, 1, 23, 59), " 2024-06-01 "])
def test_a_day_in_any_form(on: date | str) -> None:
    assert mnna.status("COL", on=on).to_dict()["on"] == "2024-06-01"


def test_no_day_is_today() -> None:
    assert mnna.status("COL").to_dict()["on"] == today().isoformat()


MISTAKES: dict[str, tuple[type[Exception], Callable[[], Any]]] = {
    "no such country": (UnknownCountry, lambda: mnna.status("Afganistan")),
    "a bad date": (BadDate, lambda: mnna.status("COL", on="yesterday")),
    "no such authority": (UnknownWord, lambda: mnna.authorities("COL", only=["fms"])),
    "no such status": (UnknownWord, lambda: mnna.what_if("COL", designate="nmna")),
    "begun and ended": (BadQuestion, lambda: mnna.what_if("COL", designate="mnna", terminate="mnna")),
    "no such channel": (UnknownWord, lambda: mnna.case("COL", "mail")),
    "equipment above the whole": (BadCase, lambda: mnna.case("COL", "fms", mde=2, total=1)),
    "a negative amount": (BadQuestion, lambda: mnna.case("COL", "fms", mde=-1)),
    "not a number": (BadQuestion, lambda: mnna.case("COL", "fms", mde=float("nan"))),
    "infinity": (BadQuestion, lambda: mnna.case("COL", "fms", total=float("inf"))),
    "a truth value for an amount": (BadQuestion, lambda: mnna.case("COL", "fms", total=True)),
    "a list for an amount": (BadQuestion, lambda: mnna.case("COL", "fms", total=[1])),
    "an amount for a truth value": (BadQuestion, lambda: mnna.case("COL", "fms", new_sales_territory=2)),
    "a fact nobody knows": (UnknownWord, lambda: mnna.case("COL", "fms", blue=True)),
    "no such law": (UnknownWord, lambda: mnna.law("99 USC 1")),
    "no such source": (UnknownWord, lambda: mnna.source("x")),
    "no such indicator": (UnknownWord, lambda: mnna.indicators("homicides")),
    "figures that are not shipped": (CannotAnswer, lambda: mnna.indicators("us_arms_tiv")),
    "figures of no such country": (UnknownCountry, lambda: mnna.indicators("homicide_rate", "Mexcio")),
    "a year without a country": (BadQuestion, lambda: mnna.indicators("homicide_rate", year=2020)),
    "a country without an indicator": (BadQuestion, lambda: mnna.indicators(country="MEX")),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_raises_one_of_our_errors(mistake: str) -> None:
    error, ask = MISTAKES[mistake]
    with pytest.raises(error) as caught:
        ask()
    assert isinstance(caught.value, mnna.MnnaError)


def test_an_amount_is_exact_to_the_cent() -> None:
    """The float 13999999.99 is a little less than that; the answer is decided by the cents written."""
    asked = [mnna.case("COL", "fms", "2023-05-01", mde=mde, total=20e6).notice.verdict for mde in (13999999.99, 14e6)]
    assert asked == ["no", "yes"]


def test_a_finding_can_be_taken_by_its_id() -> None:
    assert mnna.authorities("COL", on=ON)["depleted-uranium-rounds"].verdict == "yes"
    with pytest.raises(UnknownWord):
        _ = mnna.authorities("COL", on=ON)["depleted"]
