"""`site`: what it takes and refuses; what it writes is asked in tests/interfaces/site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import refused, run

pytest.importorskip("markdown_it", reason="the extra `site` is not installed")


def test_a_wrong_country_base_or_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    assert "no country has that code" in refused("site", str(tmp_path / "new"), "--countries", "COL,XXQ")
    for none in (",", ""):
        assert "it names no country" in refused("site", str(tmp_path / "new"), "--countries", none)
    assert "no address of a site" in refused("site", str(tmp_path / "new"), "--base", "example")
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    assert "no site of mnna" in refused("site", str(tmp_path), "--countries", "COL")
    assert not (tmp_path / "new").exists()


def test_the_help_says_what_is_left_out() -> None:
    told = " ".join(run("site", "--help").out.split())
    assert "--countries A,B" in told and "--base URL" in told and "rank, criteria, effects" in told
