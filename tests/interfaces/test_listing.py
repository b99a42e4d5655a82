"""Which words there are, read from the texts of their modules."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.interfaces import catalog, listing
from mnna.interfaces.listing import GROUPS, _read, below, declared, functions, listed


def test_every_file_of_a_word_is_listed_once() -> None:
    files = {path.stem for path in listing.FOLDER.glob("*.py") if not path.stem.startswith("_")}
    assert {word.replace("-", "_") for word in declared()} == files == {one.word.replace("-", "_") for one in listed()}
    assert len(listed()) == len(declared()) and list(declared()) == sorted(set(declared()))


def test_groups_come_in_their_order_and_a_word_before_those_below_it() -> None:
    shown = [one for one in listed() if not one.under]
    places = [(GROUPS.index(one.group), one.order) for one in shown]
    assert places == sorted(places) and len(set(places)) == len(places)
    order = [one.word for one in listed()]
    for one in listed():
        assert not one.under or order.index(one.under) < order.index(one.word)
        assert one in below(one.under) if one.under else one not in below(one.word)


def test_what_is_read_from_the_text_is_what_the_module_says() -> None:
    for one in listed():
        endpoint = catalog.load(one.word)
        assert (endpoint.says, endpoint.order, endpoint.under) == (one.says, one.order, one.under)
        assert one.group == (catalog.load(one.under) if one.under else endpoint).group


def test_functions_are_the_words_that_have_one() -> None:
    assert functions() == {
        one.python_name: one.word for one in map(catalog.load, declared()) if one.function is not None
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        'ENDPOINT = Endpoint(\n    word="other",\n    group="Law",\n    says="a",\n)',
        '\nENDPOINT = Endpoint(\n    word="a-word",\n    group="Law",\n)',
    ],
)
def test_a_module_that_does_not_say_its_word_plainly_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "a_word.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(listing, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"a_word\.py must declare ENDPOINT = Endpoint\(word='a-word', group="):
        _read("a-word")


def test_a_word_is_read_with_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        '\nENDPOINT = Endpoint(\n    word="a",\n    group="Law",\n    order=3,\n    says="b (c)",\n)\n    under="no",\n'
    )
    (tmp_path / "a.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(listing, "FOLDER", tmp_path)
    assert _read("a") == listing.Listed("a", "b (c)", "Law", 3)
