"""`source`: what rests on a source, and which sources hold some words."""

from __future__ import annotations

import pytest

from mnna.answers.source import SourceAnswer, source, sources
from mnna.errors import UnknownWord


def test_what_rests_on_a_source_is_listed_span_step_and_law() -> None:
    found, law = source("pd-2022-14"), source("usc-22-2776")
    assert isinstance(found, SourceAnswer) and isinstance(law, SourceAnswer)
    rests = found.rests
    assert "COL mnna since 2022-05-23" in rests and "COL designated 2022-05-23" in rests
    assert "notify-fms" in law.rests and found.to_dict()["rests_on_it"] == [*rests]


def test_a_source_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownWord, match=r"'pd-2022-41'.*pd-2022-14"):
        source("pd-2022-41")


def test_without_words_every_source_is_listed_by_id() -> None:
    ids = [one.id for one in sources()]
    assert ids == sorted(ids) and len(set(ids)) == len(ids) and {"pd-2022-14", "usc-22-2776"} <= set(ids)


def test_words_leave_only_the_sources_that_hold_each_of_them() -> None:
    both = {one.id for one in sources(search="determination 2022-14")}
    assert "pd-2022-14" in both and "usc-22-2776" not in both
    assert both < {one.id for one in sources(search="determination")} < {one.id for one in sources()}
    assert sources(search="no such words anywhere") == ()
