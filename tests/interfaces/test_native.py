"""An answer in a notebook, as a table of pandas, as a citation, and at its address."""

from __future__ import annotations

import inspect
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

import mnna
from mnna.engine.answer import Answer
from mnna.errors import BadQuestion, CannotAnswer
from mnna.interfaces import catalog
from mnna.interfaces.http.app import create_app
from mnna.interfaces.native import _declared, endpoint_of, question

CASES = Path(__file__).parents[2] / "docs/examples/cases.csv"
ASKED: dict[str, Callable[[], Any]] = {
    "status": lambda: mnna.status("COL", on="2024-06-01"),
    "countries": lambda: mnna.countries("2026-06-01"),
    "holders": lambda: mnna.holders("mnna", "2026-06-01"),
    "authorities": lambda: mnna.authorities("MEX", "2026-06-01", only=["rdte-loans"]),
    "what-if": lambda: mnna.what_if("MEX", designate="mnna", on="2026-06-01"),
    "case": lambda: mnna.case("COL", "fms", "2023-05-01", mde=20e6, new_sales_territory=False),
    "unlocks": lambda: mnna.unlocks("rdte-loans", "MEX", "2026-06-01"),
    "law": lambda: mnna.law("22 USC 2378a"),
    "source": lambda: mnna.source("usc-22-2321k"),
    "panel": lambda: mnna.panel(2021, 2023, statuses="mnna", countries="COL"),
    "indicators": lambda: mnna.indicators("homicide_rate", "MEX"),
    "figure": lambda: mnna.indicators("homicide_rate", "MEX", 2020),
    "no-figure": lambda: mnna.indicators("homicide_rate", "MEX", 1900),
}


def test_a_screened_file_is_shown_tabled_and_cited_too() -> None:
    found = mnna.screen(CASES)
    shown, cited = found._repr_html_(), found.cite()
    assert "<h1" in shown and "<script" not in shown and len(repr(found)) < 1000
    assert found.stamp["input"] in cited and cited.endswith(" /screen.") and found.stamp["time"] not in cited
    pytest.importorskip("pandas")
    assert set(found.to_frame()["section"]) >= {"countries", "rejects"}


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    return {word: ask() for word, ask in ASKED.items()}


@pytest.mark.parametrize("word", ASKED)
def test_a_notebook_shows_it_short_and_without_script(word: str, answers: dict[str, Any]) -> None:
    answer = answers[word]
    shown = answer._repr_html_()
    assert len(repr(answer)) < 1000 and "<script" not in shown and "<h1" in shown and " on" + "click=" not in shown
    assert len(shown) < 100_000


@pytest.mark.parametrize("word", ASKED)
def test_it_is_a_table_with_the_rows_of_its_csv(word: str, answers: dict[str, Any]) -> None:
    pandas = pytest.importorskip("pandas")
    frame = answers[word].to_frame()
    assert isinstance(frame, pandas.DataFrame) and len(frame) > 0


@pytest.mark.parametrize("word", ASKED)
def test_it_is_equal_to_itself_asked_again_and_to_its_pickle(word: str, answers: dict[str, Any]) -> None:
    answer = answers[word]
    assert pickle.loads(pickle.dumps(answer)).to_dict() == answer.to_dict()
    assert ASKED[word]() == answer


@pytest.mark.parametrize("word", [word for word in ASKED if word not in ("indicators", "figure", "no-figure")])
def test_its_address_gives_the_same_answer(word: str, answers: dict[str, Any]) -> None:
    cited = answers[word].cite("csl", base="http://127.0.0.1")
    address = urlsplit(cited.split('"URL": "')[1].split('"')[0])
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        told = client.get(f"{address.path}.json?{address.query}").json()
    if "stamp" in parse_qs(address.query):
        assert told.pop("cited")["same"] is True
    assert told == answers[word].to_dict()


def test_every_answer_that_a_public_function_returns_belongs_to_a_word() -> None:
    for name in mnna.__all__:
        found = getattr(mnna, name)
        if inspect.isfunction(found):
            for kind in answers_of(found):
                assert _declared(kind), (name, kind)  # type: ignore[arg-type]


def answers_of(function: Callable[..., Any]) -> Iterator[type[Answer]]:
    """The classes that a public function says it returns."""
    told = str(inspect.signature(function).return_annotation).strip("'")
    named = vars(sys.modules[function.__module__])
    yield from (named[each] for each in told.split(" | ") if each in named)


def test_a_screening_is_shown_as_any_answer_and_cited_by_what_was_read(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    cases = tmp_path / "cases.csv"
    cases.write_text("recipient,channel,mde_usd,on\nCOL,fms,20e6,2023-05-01\n", encoding="utf-8")
    answer = mnna.screen(cases)
    assert "Audit stamp" in answer._repr_html_() and len(answer.to_frame()) > 0
    cited = answer.cite("bluebook")
    assert "input sha256:" in cited and "law " in cited and "engine" not in cited and "/screen (last" in cited


QUICK = {
    tool: one
    for tool, one in catalog.pages()
    if one.example and one.whole is None and one.word not in ("brief", "claims")
}


@pytest.mark.parametrize("tool", QUICK)
def test_a_citation_keeps_all_that_was_asked(tool: str) -> None:
    endpoint = QUICK[tool]
    told = question(endpoint, endpoint.answered(dict(endpoint.example)))
    assert {name: _number(told.get(name)) for name in endpoint.example} == {
        name: _number(value) for name, value in endpoint.example.items()
    }


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, str) and value.replace("e", "").replace(".", "").isdigit() else value


@pytest.mark.parametrize(
    ("ask", "part"),
    [
        (lambda: mnna.brief("MEX", versus="COL", designate="nato"), "vs=COL&designate=nato"),
        (lambda: mnna.timeline("MEX", "2026-06-01", since="2020-01-01"), "on=2026-06-01&country=MEX&since=2020-01-01"),
        (lambda: mnna.notices("MEX", since="2015-01-01", check=True), "country=MEX&since=2015-01-01&check=yes"),
        (lambda: mnna.changes("MEX", since="2025-11-01", kind=["status"]), "kind=status"),
        (lambda: mnna.authorities("MEX", only="rdte-loans", words=True), "only=rdte-loans&words=yes"),
        (lambda: mnna.claims(only=["S01"], verdict="wrong"), "&only=S01&verdict=wrong"),
    ],
)
def test_options_stand_in_the_address_of_a_citation(ask: Callable[[], Any], part: str) -> None:
    assert part in ask().cite("bluebook")


def test_a_printed_document_says_how_to_cite_it() -> None:
    answer = mnna.status("COL", on="2024-06-01")
    noted = answer.with_cites(endpoint_of(answer).shown(answer)).notes
    assert [note.partition(")")[0] for note in noted[-2:]] == ["Cite (Bluebook", "Cite (Chicago"]
    assert noted[-2].partition(": ")[2] == answer.cite("bluebook")
    memo = replace(endpoint_of(answer).shown(answer), one_page=True)
    assert answer.with_cites(memo) == memo


def test_a_printed_citation_leaves_out_the_text_of_an_article() -> None:
    answer = mnna.claims(text="Kenya is a major non-NATO ally. " * 20, dated="2025-01-01", as_of="2026-11-24")
    noted = answer.with_cites(endpoint_of(answer).shown(answer)).notes[-1]
    assert "/claims?" in noted and "as_of=2026-11-24" in noted and "Kenya" not in noted


def test_the_page_of_what_was_asked_is_found() -> None:
    assert endpoint_of(mnna.next_ally("MEX", on="2026-11-24")).word == "next"
    with pytest.raises(LookupError):
        endpoint_of(Answer())


def test_a_style_that_is_none_is_refused() -> None:
    with pytest.raises(BadQuestion, match="bluebook"):
        mnna.status("COL").cite("mla")


def test_pandas_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(CannotAnswer, match="pandas"):
        mnna.status("COL").to_frame()


@pytest.mark.parametrize("style", ["bluebook", "chicago", "bibtex", "ris", "csl"])
def test_the_law_is_cited_with_its_hash(style: str) -> None:
    for found in (mnna.law("22 USC 2378a"), mnna.law(naming="mnna")):
        assert f"law {found.law}" in found.cite(style).replace("Law ", "law ")


def test_a_page_of_law_names_the_version_of_the_law() -> None:
    answer = mnna.law("22 USC 2776(b)(1)")
    assert endpoint_of(answer).shown(answer).notes == (f"Version of the law: {answer.law}",)
