"""The form of a screening as options, as a command and in Python."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import FormData

from mnna.errors import BadQuestion
from mnna.interfaces.http.jobs import Job
from mnna.interfaces.http.screening_desk import _asked, _mapped, _rejects, _said, _title, chosen_columns
from mnna.present.document import Table


def test_the_fields_given_are_read_and_blank_ones_left_out() -> None:
    form = FormData([("dates", "dmy"), ("map", " total=Value "), ("assume", "  "), ("file", "x"), ("explain", "yes")])
    assert _asked(form) == {"dates": "dmy", "map": "total=Value", "explain": "yes"}
    assert _asked(FormData([("assume", "a" * 300)])) == {"assume": "a" * 200}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"dates": "ydm"}, "it is none of the choices"), ({"threads": "4"}, "the form has no such field")],
)
def test_another_field_or_value_is_refused(fields: dict[str, str], wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        _asked(FormData(fields))


def test_columns_are_named_by_role() -> None:
    assert _mapped("recipient=Buyer, total_usd = Value a") == {"recipient": "Buyer", "total_usd": "Value a"}
    assert _mapped("") == {} and _mapped("total=a=b") == {"total": "a=b"}


@pytest.mark.parametrize("text", ["Buyer", "recipient=", "=Buyer", "recipient=Buyer,x"])
def test_what_is_no_list_of_columns_is_refused(text: str) -> None:
    with pytest.raises(BadQuestion, match="they are not of the form ROLE=COLUMN"):
        _mapped(text)


def test_the_same_screening_elsewhere() -> None:
    asked = {"dates": "dmy", "assume": "MEX:mnna:2027-01-01", "map": "recipient=The Buyer", "explain": "yes"}
    command, python = _said("my cases.csv", asked)
    assert shlex.split(command) == [
        "mnna", "screen", "my cases.csv", "-o", "answers.csv", "--dates", "dmy", "--assume", "MEX:mnna:2027-01-01",
        "--map", "recipient=The Buyer", "--explain",
    ]  # fmt: skip
    assert python == (
        'mnna.screen("my cases.csv", "answers.csv", dates="dmy", assume=["MEX:mnna:2027-01-01"], '
        'map={"recipient": "The Buyer"}, explain=True)'
    )
    assert _said("a.csv", {}) == ("mnna screen a.csv -o answers.csv", 'mnna.screen("a.csv", "answers.csv")')


def test_the_title_says_whether_it_could_be_screened(tmp_path: Path) -> None:
    job = Job(tmp_path, "a.csv", 1, "", "", {})
    assert _title(job) == "Screening a.csv"
    assert _title(replace(job, problem={})) == "a.csv could not be screened"


def test_rows_that_could_not_be_read_are_shown_with_their_own_cells() -> None:
    rows: list[dict[str, Any]] = [{"row": 1200, "recipient": None, "total": 5, "notify": "error", "because": "no"}]
    ((table,),) = [section.blocks for section in _rejects(rows)]
    assert isinstance(table, Table) and [column.title for column in table.columns] == [
        "Row",
        "Why",
        "recipient",
        "total",
    ]
    assert table.rows[0].cells == ("1,200", "no", "", "5") and _rejects([]) == ()


SEEN: list[dict[str, Any]] = [
    {"column": "Buyer, old", "role": None, "unit": None},
    {"column": "Country", "role": "recipient", "unit": None},
    {"column": "Value ($M)", "role": "total_usd", "unit": "millions"},
    {"column": "Cost", "role": None, "unit": None},
]


def test_what_is_left_alone_is_no_option() -> None:
    assert chosen_columns(SEEN, {"role.1": "recipient", "unit.2": "millions"}) == {"map": {}, "unit": {}}


def test_what_is_changed_is_an_option() -> None:
    form = {"role.0": "recipient", "role.1": "", "role.2": "", "role.3": "mde_usd", "unit.3": "thousands"}
    assert chosen_columns(SEEN, form) == {
        "map": {"recipient": "Buyer, old", "mde_usd": "Cost", "total_usd": ""}, "unit": {"mde_usd": "thousands"},
    }  # fmt: skip
    assert chosen_columns(SEEN, {"unit.2": "dollars"})["unit"] == {"total_usd": "dollars"}


@pytest.mark.parametrize(
    ("form", "wrong"),
    [({"role.3": "recipient"}, "two columns are chosen"), ({"role.3": "x" * 99}, "it cannot be read as 'xxx")],
)
def test_a_wrong_choice_is_refused(form: dict[str, str], wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        chosen_columns(SEEN, form)
