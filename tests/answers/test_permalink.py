"""A stamp in an address says whether the answer that was cited is still the one that is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import mnna
from mnna.answers import permalink
from mnna.answers.permalink import Release, compared, digest, releases, stamp_of
from mnna.errors import BadQuestion


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return mnna.status("COL", on="2024-06-01").to_dict()


def test_the_same_answer_is_said_to_be_the_same(told: dict[str, Any]) -> None:
    found = compared(told, stamp_of(told))
    assert found.same is True and "unchanged" in found.says


def test_another_law_with_the_same_answer_is_still_the_same(told: dict[str, Any]) -> None:
    found = compared(told, f"{'0' * 16}-{'1' * 16}-{digest(told)}")
    assert found.same is True and "no release in our log" in found.says


def test_another_answer_is_said_to_be_another(told: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    old = Release("0.1.9", "2026-05-01", "0" * 16, "1" * 16, "First.")
    new = Release("0.2.0", "2026-11-28", "2" * 16, "3" * 16, "Ten lists were read anew.")
    monkeypatch.setattr(permalink, "releases", lambda: (old, new))
    found = compared(told, f"{'0' * 16}-{'1' * 16}-{'a' * 12}")
    assert found.same is False and found.says.startswith("The answer is now another.")
    assert "mnna 0.1.9 (1 May 2026)" in found.says and "Ten lists were read anew." in found.says
    assert "First." not in found.says


def test_a_stamp_without_an_answer_does_not_tell(told: dict[str, Any]) -> None:
    assert compared(told, f"{'0' * 16}-{'1' * 16}").same is None
    assert compared(told, stamp_of(told).rpartition("-")[0]).same is True


def test_the_day_it_was_asked_is_no_part_of_the_answer(told: dict[str, Any]) -> None:
    assert digest(told | {"day_note": "later"}) == digest(told) != digest(told | {"name": "x"})


@pytest.mark.parametrize("asked", ["", "x", "0123456789abcdef", "g" * 16 + "-" + "0" * 16])
def test_what_is_no_stamp_is_refused(asked: str, told: dict[str, Any]) -> None:
    with pytest.raises(BadQuestion, match="not a stamp"):
        compared(told, asked)


def test_an_answer_without_law_and_facts_has_no_stamp() -> None:
    assert stamp_of(mnna.indicators("homicide_rate").to_dict()) == ""


def test_the_log_names_each_version_once() -> None:
    versions = [one.version for one in releases()]
    assert len(set(versions)) == len(versions)
    assert all(len(one.law) == len(one.facts) == 16 and one.what for one in releases())


def test_a_release_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scripts import log_release

    path = tmp_path / "releases.csv"
    path.write_text("version,released_on,law,facts,what\n0.1.9,2026-05-01,a,b,First.\n", encoding="utf-8")
    monkeypatch.setattr(permalink, "RELEASES", path)
    monkeypatch.setattr(log_release, "RELEASES", path)
    permalink.releases.cache_clear()
    for what in ("Once.", "Once more."):
        assert log_release.main([what]) == 0
        permalink.releases.cache_clear()
    found = releases()
    permalink.releases.cache_clear()
    assert [one.version for one in found] == ["0.1.9", mnna.__version__] and found[-1].what == "Once more."
    assert log_release.main([]) == 2
