"""A long answer is cut to its budget: explanations first, then wide fields, then rows; nothing goes unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.interfaces.mcp.budget import Ask, fitted, size

TREE = {"says": "x" * 50, "value": True, "citation": None, "of": []}


def rows(number: int, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"row-{place}", "verdict": "yes", **more} for place in range(number)]


def test_a_token_is_four_bytes() -> None:
    assert size("ab") == 1 and size("é") == 1 and size("abc") == 2


def test_what_fits_is_left_as_it_is() -> None:
    document = {"a": 1, "findings": rows(3, why=TREE)}
    assert fitted(document, Ask()) == document == fitted(document, Ask(full=True), 10)


def test_trees_go_first_and_are_named_once() -> None:
    document = {"findings": rows(30, why=TREE), "one": {"why": TREE}}
    found = fitted(document, Ask(), 400)
    assert found["left_out"]["fields"][:2] == ["findings.why", "one.why"] and len(found["findings"]) == 30


def test_codes_of_other_data_sets_go_before_all_else() -> None:
    document = {"findings": rows(3, why=TREE), "codes": {f"A{n:02}": {"cow": n} for n in range(99)}}
    found = fitted(document, Ask(), size(document) - 1)
    assert found == {"findings": document["findings"], "left_out": {"fields": ["codes"]}}


def test_no_list_is_cut_to_a_row_while_others_have_many() -> None:
    document = {"ranking": rows(110), "others": rows(30, size=1), "more": rows(30, size=1)}
    found = fitted(document, Ask(), 600)
    assert {len(found[name]) for name in document} <= set(range(10, 31))


def test_very_many_fields_are_counted_and_not_named() -> None:
    document = {"rows": [{"id": f"{n}", **{f"column-{place}": "unknown" for place in range(150)}} for n in range(30)]}
    found = fitted(document, Ask(), 1500)
    (told,) = found["left_out"]["fields"]
    assert told.endswith(" fields of rows") and len(found["rows"][0]) == 151 - int(told.split()[0]) > 5


def test_wide_fields_go_before_rows_and_rows_before_parts() -> None:
    document = {"title": "t", "findings": rows(40, because="long " * 70, small=1)}
    found = fitted(document, Ask(), 700)
    assert "findings.because" in found["left_out"]["fields"] and found["findings"][0] == {
        "id": "row-0",
        "verdict": "yes",
        "small": 1,
    }
    tight = fitted(document, Ask(), 200)
    shown = tight["left_out"]["rows"]["findings"]
    assert shown == {"shown": len(tight["findings"]), "of": 40, "offset": 0} and 0 < shown["shown"] < 40


@pytest.mark.parametrize("budget", [100, 300, 1000, 3000])
def test_the_budget_is_kept(budget: int) -> None:
    document = {
        "text": "x" * 9000,
        "deep": {"a": {"b": ["y" * 300] * 90}},
        "findings": rows(200, because="z" * 200, list=list(range(50))),
    }
    assert size(fitted(document, Ask(), budget)) <= budget + 20


def test_pages_go_on_from_where_the_last_ended() -> None:
    document = {"findings": rows(10)}
    found = fitted(document, Ask(offset=4, limit=3))
    assert [row["id"] for row in found["findings"]] == ["row-4", "row-5", "row-6"]
    assert found["left_out"]["rows"]["findings"] == {"shown": 3, "of": 10, "offset": 4}


def test_fields_by_name() -> None:
    document = {"a": 1, "b": 2, "findings": rows(2, why=TREE)}
    assert fitted(document, Ask(fields=("a", "findings.id", "findings.verdict"))) == {"a": 1, "findings": rows(2)}
    assert fitted(document, Ask(fields=("findings.none",)))["findings"] == [{}, {}]
    with pytest.raises(BadQuestion, match="no such field"):
        fitted(document, Ask(fields=("c",)))
