"""The schemas of answers in the description of the interface: one name for one shape."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from fastapi import FastAPI

from mnna.interfaces.http.openapi import component, describe

POINT = {"type": "object", "properties": {"x": {"type": "number"}}}
OTHER = {"type": "object", "properties": {"y": {"type": "number"}}}


def answer(title: str, **defs: Any) -> Any:
    of = {name: {"$ref": f"#/$defs/{name}"} for name in defs}
    schema = {"$schema": "x", "title": title, "$defs": defs, "properties": {"one": [of]}}
    return SimpleNamespace(params=(), endpoint=SimpleNamespace(schema=lambda: schema))


def described(*pages: Any) -> dict[str, Any]:
    app: Any = FastAPI()
    describe(app, pages)
    found: dict[str, Any] = app.openapi()["components"]["schemas"]
    again: object = app.openapi()
    assert again is app.openapi(), "it is made once"
    return found


def test_an_answer_stands_under_its_title_and_points_to_its_parts() -> None:
    page = answer("Status", Point=POINT)
    assert component(page) == "Status"
    assert described(page) == {
        "Status": {"title": "Status", "properties": {"one": [{"Point": {"$ref": "#/components/schemas/Point"}}]}},
        "Point": POINT,
    }


def test_a_part_two_answers_share_is_there_once() -> None:
    found = described(answer("Status", Point=POINT), answer("Law", Point=POINT))
    assert found.keys() == {"Status", "Law", "Point"}


def test_a_part_that_differs_takes_the_name_of_its_answer() -> None:
    found = described(answer("Status", Point=POINT), answer("Law", Point=OTHER))
    assert found["Point"] == POINT and found["LawPoint"] == OTHER
    assert found["Law"]["properties"]["one"] == [{"Point": {"$ref": "#/components/schemas/LawPoint"}}]


def test_an_address_that_can_be_cited_says_whether_it_is_the_same() -> None:
    page = answer("A")
    page.params = (SimpleNamespace(name="stamp"),)
    assert "cited" in described(page)["A"]["properties"] and "cited" not in described(answer("A"))["A"]["properties"]
