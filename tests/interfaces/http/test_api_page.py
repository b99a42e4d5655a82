"""The page that describes the JSON interface, from a small description."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.interfaces.http.api_page import document, kind
from mnna.present.terminal import to_text

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
