"""The files of one question."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mnna.interfaces.http.declared import Question, pages
from mnna.interfaces.params import read
from mnna.interfaces.site.addresses import Places
from mnna.interfaces.site.answer_files import Answering, _form, own, picture_file, preview
from mnna.interfaces.site.plan import Scope, by_address, planned

TWO = Scope(("COL", "MEX"), whole=False)


def made(address: str, **given: object) -> dict[str, bytes]:
    return Answering(Places(TWO, planned(TWO))).files(by_address()[address].asked(given))


def test_an_answer_has_a_page_and_a_file_for_each_form(few: None) -> None:
    assert set(made("/countries/{country}", country="MEX")) == {
        "countries/MEX.html",
        "countries/MEX.json",
        "countries/MEX.md",
    }


def test_a_refused_question_says_why_in_its_place(few: None) -> None:
    found = made("/what-if", country="USA", designate=("mnna",))
    told = json.loads(found["what-if/USA-designate-mnna.json"])
    assert told["wrong"] and told["wrong"] in found["what-if/USA-designate-mnna.html"].decode()


def test_a_page_without_an_answer_lists_what_is_answered(few: None) -> None:
    text = made("/what-if")["what-if.html"].decode()
    assert 'href="what-if/MEX-designate-mnna.html"' in text and '<form class="ask"' not in text
    assert "mnna serve" in made("/screen")["screen.html"].decode()
    rank = made("/rank")["rank.html"].decode()
    assert "mnna serve" in rank and "Show an example" not in text + rank
    assert rank.partition("<main")[2].partition("</main>")[0].count("by one fixed rule") == 1


def test_what_is_answered_is_named_in_words(few: None) -> None:
    text = made("/what-if")["what-if.html"].decode()
    assert ">Mexico, if it gained: NATO member<" in text
    assert ">Colombia, if it lost: Major non-NATO ally (FAA 517)<" in text
    case = made("/case")["case.html"].decode()
    assert (
        ">Colombia, Foreign military sale, government to government, 1 May 2023, major defense equipment: $20" in case
    )


@pytest.mark.parametrize(
    ("address", "path", "query", "form", "start"),
    [
        ("/next/{country}", {"country": "MEX"}, [], "docx", b"PK"),
        ("/next/{country}", {"country": "MEX"}, [], "pdf", b"%PDF"),
        ("/changes", {}, [("since", "2022-01-01"), ("until", "2022-12-31")], "atom", b"<?xml"),
        ("/changes", {}, [("since", "2022-01-01"), ("until", "2022-12-31")], "ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_forms_that_no_text_makes_are_written_too(
    address: str, path: dict[str, str], query: list[tuple[str, str]], form: str, start: bytes
) -> None:
    page = next(one for one in pages() if one.address == address)
    answer = page.answer(Question(page, read(page.params, path, query)))
    assert _form(page, answer, answer.to_dict(), form, lambda: page.endpoint.shown(answer)).startswith(start)


SCOPE = Scope(("COL", "MEX"), whole=False, base="https://example.org/mnna/")


def test_a_page_about_a_country_shows_the_picture_of_that_country(few: None, built: Path) -> None:
    country, other = (
        by_address()["/countries/{country}"].asked({"country": "MEX"}),
        by_address()["/what-if"].asked({"country": "MEX"}),
    )
    assert own(country) and not own(other) and not own(by_address()["/countries"].asked({}))
    for asked in (country, other):
        found = preview(asked, SCOPE, {"lead": "<p>One.</p><p>Two.</p>"})
        assert found.picture == f"https://example.org/mnna/{picture_file(country)}" and found.says == "One. Two."
    assert (built / picture_file(country)).read_bytes().startswith(b"\x89PNG")
    said = (built / "countries/MEX.html").read_text(encoding="utf-8")
    assert f'<meta property="og:image" content="https://example.org/mnna/{picture_file(country)}">' in said
    assert '<link rel="canonical" href="https://example.org/mnna/countries/MEX.html">' in said


@pytest.mark.parametrize("scope", [replace(SCOPE, codes=("COL",)), SCOPE])
def test_no_picture_is_named_that_is_not_there(few: None, scope: Scope) -> None:
    assert preview(by_address()["/case"].asked({"recipient": "KEN"}), scope, {}).picture == ""
