"""`./run new` writes skeletons that stand, or one sentence and nothing; and none of them is left half filled in."""

from __future__ import annotations

import csv
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mnna.engine.finding import find
from mnna.registry.load import load_registry
from mnna.statutes import listing

ROOT = Path(__file__).resolve().parents[1]
LEFT = re.compile("FILL[ -]" + "IN")
COPIED = (
    "pyproject.toml",
    "src/mnna/registry/tables",
    "src/mnna/statutes",
    "src/mnna/interfaces/words",
    "src/mnna/interfaces/listing.py",
    "src/mnna/screening/output_columns.py",
    "src/mnna/screening/usual_names.csv",
    "tests/interfaces/words",
)
"""What the skeletons are written into."""


def loaded(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return loaded(ROOT / "scripts" / "new.py", "mnna_new")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the skeletons are written into."""
    root = tmp_path_factory.mktemp("kept")
    for name in COPIED:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "words/*.txt"))
        else:
            shutil.copy(ROOT / name, root / name)
    return root


@pytest.fixture
def root(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "tree"))


def texts(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def changed(kept: Path, root: Path) -> dict[str, str]:
    """The files that are new or other than they were."""
    old = texts(kept)
    return {name: text for name, text in texts(root).items() if old.get(name) != text}


def test_nothing_is_left_to_fill_in() -> None:
    """The one sentence that a skeleton fails with."""
    found: dict[str, list[str]] = {}
    for path in sorted(path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*")):
        if path.suffix in (".py", ".csv") and path != Path(__file__).resolve():
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if LEFT.search(line):
                    found.setdefault(str(path.relative_to(ROOT)), []).append(str(number))
    places = "; ".join(f"{name} line {', '.join(numbers)}" for name, numbers in found.items())
    assert not found, f"Fill in what ./run new left open: {places}."


WRITTEN = {
    "authority": (
        ["invented-boats", "faa/s599_invented_boats", "equipment"],
        [
            "src/mnna/statutes/authorities.csv",
            "src/mnna/statutes/faa/s599_invented_boats.examples.csv",
            "src/mnna/statutes/faa/s599_invented_boats.py",
        ],
    ),
    "status": (
        ["invented-partner", "CAN", "2027-01-01"],
        [
            "src/mnna/registry/tables/sources.csv",
            "src/mnna/registry/tables/spans/invented-partner.csv",
            "src/mnna/registry/tables/statuses.csv",
        ],
    ),
    "designation": (
        ["ATA", "2027-01-01"],
        [
            "src/mnna/registry/tables/sources.csv",
            "src/mnna/registry/tables/spans/mnna.csv",
            "src/mnna/registry/tables/steps.csv",
        ],
    ),
    "page": (
        ["voting-record"],
        ["src/mnna/interfaces/words/voting_record.py", "tests/interfaces/words/test_voting_record.py"],
    ),
    "column": (["invented"], ["src/mnna/screening/output_columns.py"]),
}
KINDS = pytest.mark.parametrize("kind", WRITTEN)


def test_every_kind_is_tried(tool: ModuleType) -> None:
    assert set(tool.KINDS) == set(WRITTEN)


@KINDS
def test_a_skeleton_is_few_files_that_pass_the_lint_and_wait_to_be_filled_in(
    tool: ModuleType, kept: Path, root: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names, files = WRITTEN[kind]
    assert tool.main([kind, *names], root) == 0
    written = changed(kept, root)
    assert sorted(written) == files and all(LEFT.search(text) for text in written.values())
    *listed, then = capsys.readouterr().out.splitlines()
    assert sorted(listed) == files and then.startswith("Replace each “FILL " + "IN” in these files; then ")
    code = [str(root / name) for name in files if name.endswith(".py")]
    ours = 'lint.isort.known-first-party = ["mnna", "tests"]'  # the copy holds only a part of them
    for words in (["check", "--no-cache", "--config", ours], ["format", "--check", "--no-cache"]) if code else ():
        ran = subprocess.run([sys.executable, "-m", "ruff", *words, *code], cwd=root, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout + ran.stderr


@KINDS
def test_rows_are_added_and_none_is_touched(tool: ModuleType, kept: Path, root: Path, kind: str) -> None:
    tool.main([kind, *WRITTEN[kind][0]], root)
    old = texts(kept)
    for name, text in changed(kept, root).items():
        if name.endswith(".csv"):
            header, *rows = csv.reader(text.splitlines(keepends=True), strict=True)
            assert {len(row) for row in rows} == {len(header)}
        if name in old:
            lines = text.splitlines()
            (new,) = [line for line in lines if line not in old[name].splitlines()]
            lines.remove(new)
            assert lines == old[name].splitlines()


@pytest.mark.parametrize(("country", "before"), [("AAA", "AFG"), ("MEX", "NZL"), ("ZWE", None)])
def test_a_row_has_its_place_by_country(tool: ModuleType, tmp_path: Path, country: str, before: str | None) -> None:
    table = tmp_path / "spans.csv"
    table.write_text('country,note\nAFG,"two\nlines"\nMAR,\nNZL,\n', encoding="utf-8")
    rows = list(csv.reader(tool._added(table, [country, "new"]).splitlines(keepends=True)))
    at = rows.index([country, "new"])
    assert (rows[at + 1][0] if at + 1 < len(rows) else None) == before and len(rows) == 5


def test_the_authority_of_a_skeleton_answers(tool: ModuleType, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool.main(["authority", *WRITTEN["authority"][0]], root)
    folder = root / "src/mnna/statutes/faa"
    monkeypatch.setattr(listing, "FOLDER", root / "src/mnna/statutes")
    monkeypatch.setattr(listing, "AUTHORITIES", {row.id: row for row in listing._authorities()})
    one = loaded(folder / "s599_invented_boats.py", "mnna_new_authority").INVENTED_BOATS
    with (folder / "s599_invented_boats.examples.csv").open(encoding="utf-8", newline="") as file:
        examples = list(csv.DictReader(file))
    assert {row["country"] for row in examples} >= {"TWN"} and any(row["trap"] == "yes" for row in examples)
    for row in examples:
        found = find(one, load_registry(), row["country"], date.fromisoformat(row["on"]))
        assert found.verdict == row["expect"], row


def test_a_grant_stands_before_every_bar(tool: ModuleType, root: Path) -> None:
    tool.main(["authority", *WRITTEN["authority"][0]], root)
    with (root / "src/mnna/statutes/authorities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = [row["kind"] for row in rows]
    assert kinds == sorted(kinds, key=("grant", "bar").index)
    at = [row["id"] for row in rows].index("invented-boats")
    assert rows[at - 1]["topic"] == rows[at]["topic"] == "equipment"


def test_a_bar_is_among_the_restrictions(tool: ModuleType, root: Path) -> None:
    assert tool.main(["authority", "restriction-piracy", "faa/s598_piracy"], root) == 0
    row = (root / "src/mnna/statutes/authorities.csv").read_text("utf-8").splitlines()[-1]
    assert row.startswith("restriction-piracy,faa.s598_piracy,bar,restrictions,")


def test_the_page_of_a_skeleton_answers(tool: ModuleType, root: Path) -> None:
    tool.main(["page", "voting-record"], root)
    module = loaded(root / "src/mnna/interfaces/words/voting_record.py", "mnna_new_page")
    answer = module.ENDPOINT.answered({"country": "MEX", "on": "2026-06-01"})
    assert answer.to_dict()["country"] == "MEX" and module.ENDPOINT.shown(answer).title == "Mexico on 1 June 2026"
    assert set(answer.schema()["properties"]) == set(answer.to_dict())


WRONG: Mapping[str, tuple[list[str], str]] = {
    "nothing": ([], "say what: ./run new authority|status|designation|page|column NAME..."),
    "another thing": (["law", "x"], "say what: ./run new authority|status|designation|page|column NAME..."),
    "too few": (["authority", "x"], "write ./run new authority ID FOLDER/MODULE [TOPIC]"),
    "too many": (["column", "a", "b"], "write ./run new column NAME"),
    "id": (["authority", "Patrol Vessels", "faa/s1_x"], "'Patrol Vessels' cannot be taken: the id of an authority is"),
    "id taken": (["authority", "rdte-loans", "faa/s1_x"], "there is an authority 'rdte-loans' already"),
    "module": (["authority", "x", "s1_x"], "'s1_x' cannot be taken: write the module as FOLDER/NAME"),
    "folder": (["authority", "x", "fab/s1_x"], "there is no folder of statutes 'fab'. Did you mean: faa?"),
    "module taken": (["authority", "x", "faa/s514_stockpiles"], "s514_stockpiles.py exists already; name another"),
    "topic": (["authority", "x", "faa/s1_x", "honey"], "there is no topic of a grant 'honey'. Did you mean: money?"),
    "topic of a bar": (["authority", "restriction-x", "faa/s1_x", "money"], "there is no topic of a bar 'money'"),
    "status": (["status", "Arctic", "CAN", "2027-01-01"], "'Arctic' cannot be taken: the id of a status is small"),
    "status taken": (["status", "nato", "CAN", "2027-01-01"], "there is a status 'nato' already"),
    "country": (["designation", "Mexico", "2027-01-01"], "there is no country 'Mexico'. Did you mean: MEX?"),
    "country misspelt": (["designation", "Mexco", "2027-01-15"], "there is no country 'Mexco'. Did you mean: MEX?"),
    "country in small letters": (["designation", "mex", "2027-01-15"], "no country 'mex'. Did you mean: MEX?"),
    "no country": (["designation", "XQZ", "2027-01-01"], "there is no country 'XQZ'; write its ISO code"),
    "day": (["designation", "MEX", "1 May"], "'1 May' is not a day like 2027-01-01"),
    "held": (["designation", "COL", "2027-01-01"], "COL has mnna since 2022-05-23; end that row first"),
    "organization": (["designation", "NATO", "2027-01-01"], "NATO is an organization; name a country"),
    "no status": (["designation", "MEX", "2027-01-01", "mnan"], "there is no status 'mnan'. Did you mean: mnna"),
    "word": (["page", "Voting"], "'Voting' cannot be taken: a word is small letters"),
    "word taken": (["page", "what-if"], "src/mnna/interfaces/words/what_if.py exists already"),
    "word of Python": (["page", "import"], "'import' is a word of Python"),
    "column": (["column", "Reading-Of"], "'Reading-Of' cannot be taken: a column is small letters with underscores"),
    "column of a file": (["column", "country"], "'country' cannot be taken: files of cases have a column of that name"),
    "column taken": (["column", "notify"], "there is a column 'notify' already"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_name_is_one_sentence_and_writes_nothing(
    tool: ModuleType, kept: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words, said = WRONG[case]
    before = texts(kept)
    assert tool.main(words, kept) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.startswith("new: ") and said in told.err and told.err.count("\n") == 1
    assert texts(kept) == before


@pytest.mark.parametrize("fails", [0, 1, 2])
def test_where_a_file_cannot_be_written_all_are_as_they_were(
    tool: ModuleType, kept: Path, root: Path, fails: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, count = Path.write_text, iter(range(100))

    def full(self: Path, *given: Any, **named: Any) -> int:
        if next(count) == fails:
            raise OSError("No space left on device")
        return write(self, *given, **named)

    monkeypatch.setattr(Path, "write_text", full)
    assert tool.main(["authority", *WRITTEN["authority"][0]], root) == 2
    monkeypatch.undo()
    assert texts(root) == texts(kept)
