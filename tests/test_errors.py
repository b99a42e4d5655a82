"""Every error says what was asked, what is wrong, what is near, and what to do."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mnna import errors
from mnna.errors import BadQuestion, CannotAnswer, MnnaError, RuleError, UnknownCountry, alike, shortened


@pytest.mark.parametrize(
    ("near", "do", "said"),
    [
        ((), "", "Atlantis: there is none."),
        (("Austria", "Iran"), "", "Atlantis: there is none. Did you mean Austria or Iran?"),
        ((), "Ask again.", "Atlantis: there is none. Ask again."),
        (["Austria"], "Ask again.", "Atlantis: there is none. Did you mean Austria? Ask again."),
    ],
)
def test_the_sentence(near: list[str], do: str, said: str) -> None:
    error = UnknownCountry("Atlantis", "there is none", near, do)
    assert str(error) == said
    assert error.to_dict() == {
        "error": "UnknownCountry", "asked": "Atlantis", "wrong": "there is none", "near": list(near), "do": do,
    }  # fmt: skip


def test_what_the_user_wrote_stays_as_it_was_in_python() -> None:
    assert str(BadQuestion("--vs 'x'", "use --on", (), "")) == "--vs 'x': use on."
    assert str(BadQuestion("--as-of x", "use --on", (), "")) == "as_of x: use on."
    assert str(BadQuestion("the day '--aa'", "it is not a date", (), "")) == "the day '--aa': it is not a date."


@given(st.text(max_size=500))
@example("a" * 200)
@example("a" * 201)
@example("ab" * 400)
def test_a_long_question_is_told_with_its_ends(text: str) -> None:
    found = shortened(text)
    assert found == text if len(text) <= 200 else found == f"{text[:100]} ... {text[-50:]}"
    assert MnnaError(text, "").asked == shortened(text.replace("\n", " "))


def test_exit_codes_tell_a_wrong_question_from_one_that_cannot_be_answered() -> None:
    kinds = {
        name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, MnnaError)
    }
    assert {name for name, kind in kinds.items() if kind.exit_code == 2} == {
        name for name, kind in kinds.items() if issubclass(kind, BadQuestion)
    }
    assert CannotAnswer.exit_code == RuleError.exit_code == 1


def test_what_looks_alike_comes_nearest_first() -> None:
    known = ["status", "statute", "holders", "brief"]
    assert alike("statsu", known)[0] == "status" and len(alike("statu", known, most=1)) == 1
    assert alike("aaaa", ["aaab", "aaac", "aaad", "aaae"]) == ["aaae", "aaad", "aaac"]  # no more than three
    assert alike("zzz", known) == [] and alike("statuq", known, likeness=0.9) == []
