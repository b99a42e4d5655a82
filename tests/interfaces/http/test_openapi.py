"""The schemas of answers in the description of the interface: one name for one shape."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI

from mnna.interfaces.http.openapi import component, describe, document, kind
from mnna.present.terminal import to_text

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


API: dict[str, Any] = {
    "paths": {
        "/status.json": {
            "get": {
                "summary": "What a country holds",
                "parameters": [
                    {"name": "country", "in": "query", "required": True, "description": "The country.",
                     "schema": {"type": "string"}, "example": "MEX"},
                    {"name": "only", "in": "query", "required": False, "description": "Which.",
                     "schema": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}, "example": ["a"]},
                ],
                "responses": {
                    "200": {"description": "The answer.",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Status"}}}},
                    "404": {"description": "No such country."},
                },
            }
        },
        "/status.csv": {"get": {"summary": "Hidden", "responses": {}}},
        "/screen": {"post": {"summary": "Send a file", "responses": {"303": {"description": "Where it is."}}}},
    },
    "components": {
        "schemas": {
            "Status": {"description": "What is held.", "properties": {"on": {"type": "string", "description": "Day"}}},
            "Empty": {},
        }
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"$ref": "#/components/schemas/Span"}, "Span"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"enum": ["yes", "no"]}, "“yes”, “no”"),
        ({"const": 1}, "“1”"),
        ({"type": "array", "items": {"$ref": "#/a/Span"}}, "list of Span"),
        ({"type": "array"}, "list of anything"),
        ({}, "anything"),
    ],
)
def test_a_schema_in_few_words(schema: dict[str, Any], words: str) -> None:
    assert kind(schema) == words


def test_json_addresses_and_what_is_sent_are_listed_and_other_forms_are_not() -> None:
    shown = document(API)
    assert [one.title for one in shown.sections] == [
        "Addresses", "GET /status.json", "POST /screen", "Shapes of the answers", "Status", "Empty",
    ]  # fmt: skip
    assert shown.section("get-/status.json").level == 2 and shown.section("addresses").level == 1


def test_parameters_and_answers_are_told() -> None:
    text = " ".join(to_text(document(API), 10_000).split())
    for said in (
        "country (needed)",
        "query, may be repeated",
        "One of: a, b.",
        "Example: MEX",
        "Example: a",
        "200 The answer: Status",
        "404 No such country",
        "303 Where it is",
        "What is held.",
        "string. Day",
    ):
        assert said in text, said  # fmt: skip
    assert "Hidden" not in text


def test_addresses_and_shapes_are_folded_on_the_page() -> None:
    """All of them open are a hundred screens."""
    below = [section for section in document(API).sections if section.level > 1]
    assert len(below) > 1 and all(section.folded for section in below)
