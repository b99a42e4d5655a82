"""A built site: no dead link, no request elsewhere, and a second build writes only what is not the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from mnna.errors import BadQuestion
from mnna.interfaces.site import build as module
from mnna.interfaces.site import stamp
from mnna.interfaces.site.build import Folder, Sums, build
from mnna.interfaces.site.plan import Scope, planned
from tests.registry.test_read_tables import HEADER, ROW, table

TWO = Scope(("COL", "MEX"), whole=False)
LINK = re.compile(r'\s(?:href|src|action|data-index)="([^"]*)"')
ID = re.compile(r'\bid="([^"]+)"')


def dead(root: Path) -> list[tuple[str, str]]:
    """Every link of every page that leads to no file, or to no place on it."""
    found = []
    ids = {path: set(ID.findall(path.read_text(encoding="utf-8"))) for path in root.rglob("*.html")}
    for page in ids:
        for link in map(unescape, LINK.findall(page.read_text(encoding="utf-8"))):
            if link.startswith(("https:", "http:", "data:", "#mark-", "#map-")):
                continue
            path, _, place = link.partition("#")
            target = (page.parent / unquote(path.split("?")[0])).resolve() if path else page
            if link.startswith("/") or not target.is_file() or (place and unquote(place) not in ids.get(target, ())):
                found.append((page.relative_to(root).as_posix(), link))
    return found


def test_no_link_is_dead_and_none_begins_at_the_root(built: Path) -> None:
    assert len(list(built.rglob("*.html"))) > 60
    assert not dead(built)


def test_nothing_is_loaded_from_elsewhere_and_the_policy_says_so(built: Path) -> None:
    for page in built.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|link)\b[^>]*?\s(?:src|href)="(https?:[^"]+)"', text)
        assert not [one for one in loaded if "canonical" not in text and one], page
        if page.name != "404.html":
            assert text.index("Content-Security-Policy") < text.index("<title>"), page


def test_the_answers_are_those_of_the_command_without_the_stamp(built: Path) -> None:
    import mnna

    told = json.loads((built / "countries/COL.json").read_text(encoding="utf-8"))
    answer = mnna.status("COL").to_dict()
    assert told == {name: value for name, value in answer.items() if name != "stamp"}


def test_the_stamp_lies_in_one_file_and_in_the_folder_of_its_name(built: Path) -> None:
    stamp = json.loads((built / "stamp.json").read_text(encoding="utf-8"))
    kept = built / stamp["address"] / "index.html"
    assert stamp["law"] in kept.read_text(encoding="utf-8")
    for path in built.rglob("*"):
        if path.is_file() and path not in (built / "stamp.json", kept, built / "manifest.json"):
            for name in ("law", "facts", "figures"):
                assert stamp[name].encode() not in path.read_bytes(), path


def test_a_second_build_writes_nothing_and_a_changed_file_alone_is_written_again(built: Path) -> None:
    assert build(built, TWO, "https://example.org/mnna/", workers=1).written == 0
    (built / "countries/MEX.md").write_text("changed", encoding="utf-8")
    again = build(built, TWO, "https://example.org/mnna/", workers=1)
    assert again.written == 1 and "Mexico" in (built / "countries/MEX.md").read_text(encoding="utf-8")


def test_a_country_left_out_goes_and_the_rest_is_as_a_build_from_nothing(built: Path, tmp_path: Path) -> None:
    one = Scope(("COL",), whole=False)
    less = build(built, one, workers=1)
    fresh = build(tmp_path / "fresh", one, workers=1)
    assert less.removed and less.written < fresh.written
    assert contents(built) == contents(tmp_path / "fresh")
    build(built, TWO, "https://example.org/mnna/", workers=1)


def test_a_changed_fact_writes_what_it_touches_and_leaves_a_site_like_one_built_whole(
    few: None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    facts = table(tmp_path / "facts", HEADER, ROW)
    request.addfinalizer(lambda: stamp.use(None))
    build(tmp_path / "site", TWO, workers=1)
    before = contents(tmp_path / "site")
    changed = replace(TWO, facts=facts)
    told = build(tmp_path / "site", changed, workers=1)
    build(tmp_path / "fresh", changed, workers=1)
    after, fresh = contents(tmp_path / "site"), contents(tmp_path / "fresh")
    earlier = {path for path in after if path.startswith("v/")}
    assert {path: body for path, body in after.items() if path not in earlier - fresh.keys()} == fresh
    touched = {path for path in after if after[path] != before.get(path)}
    assert "countries/MEX.json" in touched and "stamp.json" in touched and len(earlier) == 2
    others = ("countries/COL.json", "countries/COL.md", "docs/", "static/")
    assert not [path for path in touched if path.startswith(others)]
    assert told.written < told.files


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "name", ["sitemap.xml", "robots.txt", "llms.txt", "search-index.js", "openapi.json", "docs/web.html"]
)
def test_what_crawlers_and_programs_look_for_is_there(built: Path, name: str) -> None:
    text = (built / name).read_text(encoding="utf-8")
    wanted = {"sitemap.xml": "https://example.org/mnna/countries/COL.html", "llms.txt": "countries/COL.md"}
    assert wanted.get(name, "") in text and len(text) > 40


def test_two_processes_make_what_one_makes(few: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROUND", 8)
    one = Scope(("COL",), whole=False)
    build(tmp_path / "one", one, workers=1)
    build(tmp_path / "two", one, workers=2)
    assert {path: body for path, body in contents(tmp_path / "two").items() if path.endswith("COL.json")} == {
        path: body for path, body in contents(tmp_path / "one").items() if path.endswith("COL.json")
    }


def test_a_round_has_some_of_every_page(few: None) -> None:
    found = list(planned(TWO).values())
    parts = list(module._rounds(found * 40))
    assert sum(map(len, parts)) == len(found) * 40 and len(parts) > 1
    assert all({one.page.address for one in part} == {one.page.address for one in found} for part in parts)


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
