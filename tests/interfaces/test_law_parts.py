"""The JSON of a search of the law, put together of parts that are kept: byte for byte the whole."""

from __future__ import annotations

import pytest

from mnna.answers.law import law
from mnna.interfaces.http.kept import Fixed
from mnna.interfaces.http.outputs import as_json
from mnna.interfaces.law_parts import in_parts

SEARCHES = {
    "questions and texts": {"search": "ally"},
    "questions alone": {"topic": "equipment"},
    "countries by code": {"search": "pakistan"},
    "texts alone": {"search": "nato enhancement"},
    "nothing": {"search": "zebra"},
    "what stands between the parts": {"search": '\n  "entries": []'},
    "all": {},
}


@pytest.mark.parametrize("given", SEARCHES.values(), ids=list(SEARCHES))
def test_the_parts_are_the_whole(given: dict[str, str]) -> None:
    answer = law(**given)
    assert b"".join(in_parts(answer)) == as_json(answer.to_dict())


def test_a_part_is_written_once() -> None:
    first, other = (law(search=words) for words in ("ally", "allies"))
    kept = {id(part) for part in in_parts(first) if isinstance(part, Fixed)}
    assert kept & {id(part) for part in in_parts(other)}
