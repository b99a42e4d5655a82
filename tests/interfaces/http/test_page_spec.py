"""One question as an address, as a command and in Python."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.interfaces import catalog
from mnna.interfaces.http.declared import page
from mnna.interfaces.http.page_spec import Page, Question
from mnna.interfaces.params import Param

STATUS, WHAT_IF, LAW = (page(catalog.load(word)) for word in ("status", "what-if", "law"))


def asked(of: Page, facts: Path | None = None, **given: Any) -> Question:
    return Question(of, {param.name: () if param.many else None for param in of.params} | given, facts)


@pytest.mark.parametrize(
    ("question", "address", "command", "python"),
    [
        (asked(STATUS, country="MEX", on="2026-06-01"), "/countries/MEX?on=2026-06-01",
         "mnna status MEX --on 2026-06-01", 'mnna.status("MEX", on="2026-06-01")'),
        (asked(STATUS, country="Côte d'Ivoire"), "/countries/C%C3%B4te%20d%27Ivoire",
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
    assert asked(STATUS, country="MEX", on="2026-06-01").address("json") == "/countries/MEX.json?on=2026-06-01"


def test_the_users_facts_are_named_where_the_word_takes_them(tmp_path: Path) -> None:
    assert asked(STATUS, tmp_path, country="MEX").command() == "mnna --facts DIR status MEX"
    assert asked(STATUS, tmp_path, country="MEX").python() == 'mnna.status("MEX", facts=DIR)'
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
