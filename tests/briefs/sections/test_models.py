"""What the models add to a brief: each in plain words first, every picture of theirs, and the user's own facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from mnna.briefs.compose import Brief, brief
from mnna.models.effects import effects
from mnna.models.forecast import multiverse
from mnna.present.document import Document, Paragraph, Picture, Section, Table
from tests.golden import kept
from tests.interfaces.kept import lines
from tests.registry.test_read_tables import HEADER, table

ON = "2026-06-01"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Fewer draws and fewer specifications: what is written and drawn of them is the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(effects, "DRAWS", 199)
        patch.setattr(multiverse, "multiverse", partial(multiverse.multiverse, up_to=2))
        yield


@pytest.fixture(scope="module")
def made(quick: None) -> Brief:
    return brief("MEX", "COL", ON, models=True)


def section(of: Brief, id_: str) -> Section:
    return next(one for one in of.sections if one.id == id_)


def said(of: Section) -> str:
    return " ".join(str(one.text) for one in of.blocks if isinstance(one, Paragraph))


def test_every_picture_of_the_models_is_in_the_brief(made: Brief) -> None:
    pictures = [one.id for part in made.sections for one in part.blocks if isinstance(one, Picture)]
    wanted = ["backtest", "multiverse", "acceptability", "effect-us-troops", "effect-un-distance", "synthetic-col"]
    assert [one for one in pictures if one in wanted] == wanted


def test_what_the_models_add_as_it_is(made: Brief) -> None:
    """Without what is drawn, whose figures differ in their last digits from machine to machine."""
    undrawn = (
        replace(
            part,
            blocks=tuple(one._replace(svg="", spec=None) if isinstance(one, Picture) else one for one in part.blocks),
        )
        for part in made.sections
        if part.id in ("next", "criteria", "effects")
    )
    kept(
        Path(__file__).parents[1] / "golden" / "models.txt",
        "\n".join(lines(Document(title="", sections=tuple(undrawn)))),
    )


def test_words_come_before_tables_and_pictures(made: Brief) -> None:
    for id_ in ("next", "criteria", "effects"):
        assert isinstance(section(made, id_).blocks[0], Paragraph)
    assert "Mexico ranks" in said(section(made, "next")) and "without being named by then" in said(
        section(made, "next")
    )
    assert "not who will be named" in said(section(made, "criteria"))
    assert "Mexico ranks between" in said(section(made, "criteria"))
    (closest,) = [one for one in section(made, "next").blocks if isinstance(one, Table)]
    assert all(re.fullmatch(r"Said\(head='\d+\.\d\d', body=''\)", str(row.cells[2])) for row in closest.rows)
    (outcomes,) = [one for one in section(made, "effects").blocks if isinstance(one, Table)]
    assert len(outcomes.rows) == 6 and all(
        "Designation alone need not be the cause" in str(row) for row in outcomes.rows
    )


def test_a_designation_of_the_users_own_reaches_the_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnna.briefs.sections.models._every_specification", lambda context: Paragraph("not asked here"))
    monkeypatch.setattr("mnna.models.api.every_effect", lambda facts: {})  # the one country says it, and is quicker
    own = table(tmp_path / "facts", HEADER, "MEX,mnna,2020-03-02,,,,yes,An order,,my-source,high,,")
    found = brief("MEX", None, ON, models=True, facts=own)
    assert "is not ranked: it was designated on 2 March 2020" in said(section(found, "next"))
    assert "Mexico ranks between" not in said(section(found, "criteria"))
    assert "your own facts: MEX mnna from 2 March 2020" in str(section(found, "next").blocks[-1])
    assert "synthetic-mex" in [one.id for one in section(found, "effects").blocks if isinstance(one, Picture)]
