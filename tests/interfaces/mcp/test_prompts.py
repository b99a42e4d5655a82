"""Prompts name tools that are there, and refuse what is missing."""

from __future__ import annotations

import re

import pytest

from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.mcp.prompts import filled, prompts


def test_every_prompt_is_filled_with_what_it_needs() -> None:
    for name, prompt in prompts().items():
        text = filled(name, {need: f"<{need}>" for need in prompt.needs})
        assert all(f"<{need}>" in text for need in prompt.needs) and not re.search(r"\{\w+\}", text)
        assert "Do not fill a gap from memory." in text


def test_braces_in_what_is_given_are_left_alone() -> None:
    assert "{other}" in filled("check_text", {"text": "{other}"})


def test_what_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(BadQuestion, match="it needs country"):
        filled("country_memo", {})
    with pytest.raises(UnknownWord, match="country_memo"):
        filled("memo", {})
