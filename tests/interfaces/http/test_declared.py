"""Pages made from a declaration: a slow word, one more page of a word, and the form for its parameters."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from mnna.interfaces import catalog
from mnna.interfaces.http import app, background, background_worker
from mnna.interfaces.http.declared import EVIDENCE, GROUPS, OF_GROUP, Page, Question, menu, page, pages, spoken
from mnna.interfaces.listing import GROUPS as OF_WORDS
from mnna.interfaces.listing import declared, listed
from mnna.interfaces.params import Param

STATUS = catalog.load("status")


def served(monkeypatch: pytest.MonkeyPatch, *pages: Any) -> TestClient:
    """The application with these pages alone."""
    monkeypatch.setattr(app, "pages", lambda: pages)
    return TestClient(app.create_app(), base_url="http://127.0.0.1", follow_redirects=False)


def test_a_slow_word_gives_every_form_of_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that works it out sends the answer set out, from which the server makes the forms."""
    made, asked = page(STATUS._replace(slow=True), "status"), []

    def said(self: background.Slow, order: background.Order, folder: Path) -> Any:
        asked.append(order)
        return background_worker.said(order)

    monkeypatch.setattr(background.Slow, "_said", said)
    monkeypatch.setattr(background_worker, "pages", lambda: (made,))
    with served(monkeypatch, made) as client:
        told = {form: client.get(f"/countries/COL.{form}?on=2024-06-01") for form in ("json", "csv", "md", "pdf")}
        shown = client.get("/countries/COL?on=2024-06-01")
    quick = page(STATUS, "status")
    with served(monkeypatch, quick) as client:
        for form, answer in told.items():
            assert answer.content == client.get(f"/countries/COL.{form}?on=2024-06-01").content, form
        assert shown.text == client.get("/countries/COL?on=2024-06-01").text
    assert len(asked) == 1


def test_a_form_asks_for_each_parameter_as_its_kind_is(monkeypatch: pytest.MonkeyPatch) -> None:
    more = (
        Param("channel", "How.", choices=lambda: [("fms", "Foreign military sale")], needed=True, label="Way"),
        Param("total", "How much.", label="Total"),
        Param("shape", "Arranges the page.", doors=("http",), in_form=False),
        Param("output", "A file.", doors=("cli",)),
    )
    made = page(STATUS._replace(address="/asked", params=(*STATUS.params, *more), asks="What is it?"), "asked")
    with served(monkeypatch, made) as client:
        text = client.get("/asked?total=12").text
        wrong = client.get("/asked?output=x").status_code
    assert "<h1>What is it?</h1>" in text and wrong == 400
    assert '<option value="fms">Foreign military sale</option>' in text and ">Way</label>" in text
    assert 'name="total" value="12"' in text and 'name="country"' in text and 'list="countries"' in text
    assert 'name="on"' in text and 'name="shape"' not in text and 'name="output"' not in text


def test_what_an_address_holds_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(monkeypatch, page(STATUS, "status")) as client:
        text = client.get("/countries/COL").text
    form = text.split('<form class="ask"')[1].split("</form>")[0]
    assert 'action="/countries/COL"' in form and 'name="on"' in form and 'name="country"' not in form


def test_one_more_page_of_a_word_is_named_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    module = type("module", (), {"ENDPOINT": STATUS, "PAGES": (STATUS._replace(address="/status/of-old/{country}"),)})
    monkeypatch.setattr(catalog, "_module", lambda word: module)
    assert [(tool, one.address) for tool, one in catalog.pages_of("status")] == [
        ("status", "/countries/{country}"),
        ("status_of_old", "/status/of-old/{country}"),
    ]


def test_no_page_names_the_argument_of_a_command() -> None:
    assert spoken("COUNTRY's leaders in one list.") == "A country's leaders in one list."
    assert spoken("What changed in OUTCOME (us_troops, us_aid), and how.") == "What changed in one outcome, and how."
    capitals = re.compile(r"\b(?!NATO\b|JSON\b|TOML\b)[A-Z]{4,}\b")
    assert [page.says for page in pages() if capitals.search(page.says)] == []


def test_pages_come_in_the_order_of_the_words() -> None:
    order = [one.word for one in listed()]
    places = [order.index(page.word) for page in pages()]
    assert places == sorted(places)


def test_five_groups_have_every_page_without_a_word_in_its_address() -> None:
    found = [page.address for _, shown in menu() for page in shown]
    assert [group for group, _ in menu()] == list(GROUPS) and len(GROUPS) == 5
    assert sorted(found) == sorted(p.address for p in pages() if "{" not in p.address and p.address.count("/") == 1)


def test_the_groups_follow_those_of_the_commands() -> None:
    assert set(OF_GROUP) == set(OF_WORDS) and set(OF_GROUP.values()) <= set(GROUPS) and set(declared()) >= EVIDENCE


OF_STATUS, WHAT_IF, LAW = (page(catalog.load(word)) for word in ("status", "what-if", "law"))


def asked(of: Page, facts: Path | None = None, **given: Any) -> Question:
    return Question(of, {param.name: () if param.many else None for param in of.params} | given, facts)


@pytest.mark.parametrize(
    ("question", "address", "command", "python"),
    [
        (asked(OF_STATUS, country="MEX", on="2026-06-01"), "/countries/MEX?on=2026-06-01",
         "mnna status MEX --on 2026-06-01", 'mnna.status("MEX", on="2026-06-01")'),
        (asked(OF_STATUS, country="Côte d'Ivoire"), "/countries/C%C3%B4te%20d%27Ivoire",
         "mnna status 'Côte d'\"'\"'Ivoire'", 'mnna.status("Côte d"Ivoire")'),
        (asked(WHAT_IF, country="MEX", designate=("mnna",), on="2026-06-01"),
         "/what-if?country=MEX&designate=mnna&on=2026-06-01",
         "mnna what-if MEX --designate mnna --on 2026-06-01",
         'mnna.what_if("MEX", designate="mnna", on="2026-06-01")'),
    ],
)  # fmt: skip
def test_one_question_in_three_forms(question: Question, address: str, command: str, python: str) -> None:
    assert (question.address(), question.command()) == (address, command)
    if "Ivoire" not in python:
        assert question.python() == python


def test_the_form_comes_before_the_query() -> None:
    assert asked(OF_STATUS, country="MEX", on="2026-06-01").address("json") == "/countries/MEX.json?on=2026-06-01"


def test_the_users_facts_are_named_where_the_word_takes_them(tmp_path: Path) -> None:
    assert asked(OF_STATUS, tmp_path, country="MEX").command() == "mnna --facts DIR status MEX"
    assert asked(OF_STATUS, tmp_path, country="MEX").python() == 'mnna.status("MEX", facts=DIR)'
    assert "facts" not in asked(LAW, tmp_path, asked="rdte-loans").python()


def test_what_only_arranges_the_page_is_no_part_of_the_question() -> None:
    sort = Param("sort", "How to sort.", doors=("http",))
    made = page(catalog.load("status")._replace(params=(*catalog.load("status").params, sort)))
    question = asked(made, country="MEX", sort="name")
    assert question.asked == {"country": "MEX"} and question["sort"] == "name"
    assert question.address() == "/countries/MEX?sort=name" and question.address("csv") == "/countries/MEX.csv"
    assert "sort" not in question.command() + question.python()


@given(st.text(min_size=1), st.lists(st.text(min_size=1), max_size=3))
def test_an_address_and_a_command_can_be_read_back(country: str, several: list[str]) -> None:
    question = asked(WHAT_IF, country=country, designate=tuple(several))
    query = parse_qs(urlsplit(question.address()).query, keep_blank_values=True, errors="surrogatepass")
    assert query.get("country") == [country] and query.get("designate", []) == several
    options = [part for one in several for part in ("--designate", one)]
    assert shlex.split(question.command()) == ["mnna", "what-if", country, *options]


@pytest.mark.parametrize("page", [one for one in pages() if any(param.long for param in one.params)])
def test_a_text_of_many_lines_is_not_repeated_as_a_command(page: Page) -> None:
    long = next(param for param in page.params if param.long)
    question = Question(page, {long.name: "Colombia is an ally.\n" * 400, "dated": "2022-04-01"}, None)
    assert len(question.command()) < 200 and len(question.python()) < 200
    assert (
        f'--{long.name} "$(cat {long.name}.txt)"' in question.command() and "--dated 2022-04-01" in question.command()
    )
    assert f'{long.name}=open("{long.name}.txt", encoding="utf-8").read()' in question.python()


CHOSEN = [
    (page, param)
    for page in pages()
    for param in page.params
    if param.choices is not None and param.name in page.endpoint.example and not page.endpoint.slow
]


@pytest.mark.parametrize(("page", "param"), CHOSEN, ids=lambda one: getattr(one, "address", getattr(one, "name", "")))
def test_a_choice_in_capitals_is_the_same_page(page: Page, param: Param) -> None:
    example = dict(page.endpoint.example)
    capitals = {name: _upper(value) if name == param.name else value for name, value in example.items()}
    client = TestClient(app.create_app(), base_url="http://127.0.0.1")
    told, wanted = (client.get(Question(page, given, None).address()) for given in (capitals, example))
    assert told.status_code == wanted.status_code == 200
    assert [re.search("<h1.*?</h1>", one.text, re.DOTALL) is not None for one in (told, wanted)] == [True, True]


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else tuple(map(_upper, value))


def test_a_status_by_its_name_is_chosen_in_the_form() -> None:
    client = TestClient(app.create_app(), base_url="http://127.0.0.1")
    for status in ("MNNA", "Major non-NATO ally", "major%20non%E2%80%91nato%20ally"):
        told = client.get(f"/map?status={status}&on=2026-06-01")
        assert told.status_code == 200 and '<option value="mnna" selected' in told.text.replace("\n", " "), status
