"""Files written only where they differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.interfaces.site.written import Folder, Sums


def write(root: Path, **files: str) -> tuple[int, int]:
    folder, sums = Folder(root), Sums()
    written = sum(folder.put(f"{name}.txt", text.encode(), sums) for name, text in files.items())
    return written, folder.keep_only(sums)


def test_what_is_the_same_is_left_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    assert write(tmp_path, a="1", b="2") == (2, 0)
    assert write(tmp_path, a="1", b="3") == (1, 0)
    assert write(tmp_path, a="1") == (0, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "manifest.json"]


def test_the_folders_of_earlier_stamps_stay(tmp_path: Path) -> None:
    folder, sums = Folder(tmp_path), Sums()
    folder.put("v/old/index.html", b"old", sums)
    folder.keep_only(sums)
    assert write(tmp_path, a="1") == (1, 0) and (tmp_path / "v/old/index.html").is_file()


def test_two_answers_in_one_file_are_a_mistake(tmp_path: Path) -> None:
    sums = Sums()
    Folder(tmp_path).put("a", b"1", sums)
    with pytest.raises(ValueError, match="two answers would be the file a"):
        Folder(tmp_path).put("a", b"1", sums)


def test_a_folder_of_something_else_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadQuestion, match="no site of mnna"):
        Folder(tmp_path).check()
    with pytest.raises(BadQuestion, match="it is a file"):
        Folder(tmp_path / "mine.txt").check()
    Folder(tmp_path / "new").check()


@pytest.mark.parametrize("manifest", ['{"name": "My app", "icons": []}', "{", "[]", '["a"]', '{"a": 5}', "\xff"])
def test_a_manifest_of_another_program_makes_no_site_of_ours(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="latin-1")
    with pytest.raises(BadQuestion, match="no site of mnna"):
        Folder(tmp_path).check()


def test_nothing_outside_the_folder_is_removed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "site").mkdir()
    listed = f'{{"../mine": "{"0" * 64}", "{tmp_path}/mine": "{"0" * 64}"}}'
    (tmp_path / "site/manifest.json").write_text(listed, encoding="utf-8")
    assert write(tmp_path / "site", a="1") == (1, 0) and (tmp_path / "mine").is_file()
