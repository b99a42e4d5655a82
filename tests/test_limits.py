"""Every limit that an answer names is kept to the unit: as many as are allowed pass, and one more is refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mnna.article_claims.reading import article_text
from mnna.errors import BadQuestion, MnnaError
from mnna.interfaces import params
from mnna.interfaces.http import uploads
from mnna.interfaces.mcp import screen_rows
from mnna.interfaces.words import panel
from mnna.screening import pipeline, screen, text_files
from mnna.series.refresh import session

YEAR = {"countries": "COL", "start": 2020, "statuses": "mnna"}
CASE = {"recipient": "MEX", "channel": "fms", "total_usd": "60000000", "on": "2024-06-01"}


def columns(many: int, folder: Path) -> None:
    row = CASE | {f"note {number}": "" for number in range(many - len(CASE))}
    with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow(row)
    screen(folder / "in.csv", folder / "out.csv")


def uploaded(many: int, folder: Path) -> None:
    (folder / "in.csv").write_text(",".join("x" * many) + "\n", encoding="utf-8")
    uploads._lines(folder / "in.csv", "the upload", False, False)


def letters(many: int, folder: Path) -> None:
    text = "Colombia was designated a major non-NATO ally of the United States by the President in May of that year. "
    article_text._checked(article_text.ArticleText((text * many)[:many]), "an article")


LIMITS: dict[str, tuple[object, str, int, Callable[[int, Path], object]]] = {
    "letters of a heading": (
        text_files, "LONGEST_HEADING", 5, lambda many, _: text_files._checked(Path("a.csv"), "x" * many, ",", '"'),
    ),
    "columns of a file": (pipeline, "MOST_COLUMNS", 6, columns),
    "columns of an upload": (uploads, "COLUMNS", 6, uploaded),
    "rows from an assistant": (
        screen_rows, "MOST", 2, lambda many, _: screen_rows.screen_rows({"rows": [CASE] * many}),
    ),
    "cells of a page": (
        panel, "MOST_CELLS", 3,
        lambda many, _: panel._ask_a_page(YEAR | {"end": 2019 + many}, None),
    ),
    "values of a parameter": (
        params, "MOST", 3, lambda many, _: params._one_or_many(params.Param("to", "", many=True), ["COL"] * many),
    ),
    "letters of an article": (article_text, "LONGEST", 300, letters),
    "letters of a line": (
        session, "LONGEST_LINE", 10, lambda many, _: [*session._lines(io.StringIO("x" * (many - 2) + "\n"), "a file")],
    ),
}  # fmt: skip
"""Where the limit stands, its name, a number to set it to, and what takes as many."""


@pytest.mark.parametrize("limit", LIMITS)
def test_as_many_as_are_allowed_pass_and_one_more_is_refused(
    limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name, number, takes = LIMITS[limit]
    monkeypatch.setattr(module, name, number)
    takes(number, tmp_path)
    with pytest.raises(MnnaError, match=r"more than|at most"):
        takes(number + 1, tmp_path)


def test_a_parameter_is_as_long_as_is_allowed() -> None:
    short, long = params.Param("on", ""), params.Param("text", "", long=True)
    for param, most in ((short, params.LONGEST), (long, params.LONGEST_TEXT)):
        assert params._clean(param, "x" * most) == "x" * most
        with pytest.raises(BadQuestion, match=f"longer than {most} characters"):
            params._clean(param, "x" * (most + 1))


@pytest.mark.parametrize(
    ("sign", "good"),
    [("\x1f", False), (" ", True), ("~", True), ("\x7f", False), ("\x9f", False), ("\xa1", True), ("\ue000", True)],
)
def test_a_control_character_is_refused_and_its_neighbors_are_not(sign: str, good: bool) -> None:
    param: Any = params.Param("on", "")
    if good:
        assert params._clean(param, f"a{sign}b") == f"a{sign}b"
    else:
        with pytest.raises(BadQuestion, match="control character"):
            params._clean(param, f"a{sign}b")
