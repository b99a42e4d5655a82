"""The documents are true: every word and option is in them, every example is run, and all they name is there.

An example is a block of ```console: a line `$ mnna ...`, then what it prints. A line `...` stands for any number of
lines left out, also at the beginning or the end. A command shown without output is not run. With `MNNA_UPDATE_GOLDEN=1`
(`./run golden`) every example is written anew: each run of shown lines is replaced by the lines most like it.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import click
import pytest

from mnna.interfaces import listing
from mnna.interfaces.cli.group import mnna as group
from mnna.registry.load import Registry
from mnna.series.lookup import indicators
from mnna.statutes import catalog
from tests.terminal import run

ROOT = Path(__file__).resolve().parents[1]
UPDATE = bool(os.environ.get("MNNA_UPDATE_GOLDEN"))
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
REFERENCE = ROOT / "docs" / "commands.md"
WRITTEN = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS if path != REFERENCE)
PREFACE = """# Commands

What each command says of itself under `--help`, kept as it is by a test (`./run golden` writes it anew).
[words.md](words.md) shows each at work.
"""
COMMANDS = [one.word for one in listing.listed()]
EVERYWHERE = {"--help", "--json", "--on", "--facts"}
"""Options that every word shares; they need naming once."""


@dataclass(frozen=True)
class Shown:
    """One command of a document and the lines it is said to print."""

    where: str
    command: str
    printed: tuple[str, ...]


def examples(path: Path) -> Iterator[Shown]:
    text = path.read_text(encoding="utf-8")
    for block in re.finditer(r"^```console\n(.*?)^```$", text, re.M | re.S):
        line = text.count("\n", 0, block.start()) + 2
        command: str | None = None
        printed: list[str] = []
        for row in block[1].splitlines():
            if row.startswith("$ "):
                if command is not None:
                    yield Shown(f"{path.name}:{line}", command, tuple(printed))
                command, printed = row[2:], []
            else:
                printed.append(row)
        assert command is not None, f"{path.name}:{line}: a console block without a command"
        yield Shown(f"{path.name}:{line}", command, tuple(printed))


SHOWN = [one for path in DOCUMENTS for one in examples(path)]
RUN = [one for one in SHOWN if one.command.startswith("mnna ") and one.printed]


def same(printed: list[str], shown: list[str]) -> bool:
    """Whether the lines printed are those shown, where `...` stands for any lines left out."""
    if not shown:
        return not printed
    if shown[0].strip() == "...":
        return any(same(printed[skip:], shown[1:]) for skip in range(len(printed) + 1))
    return bool(printed) and printed[0].rstrip() == shown[0].rstrip() and same(printed[1:], shown[1:])


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if list(examples(path))], ids=lambda path: path.stem)
def test_an_example_prints_what_the_document_shows(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    for one in examples(path):
        if not one.command.startswith("mnna ") or not one.printed:
            continue
        ran = run(*shlex.split(one.command, comments=True)[1:])
        assert ran.code == (2 if any(row.startswith("mnna: ") for row in one.printed) else 0), ran.err
        printed = (ran.out + ran.err).rstrip("\n").splitlines()
        if same(printed, list(one.printed)):
            continue
        if UPDATE:
            text = path.read_text(encoding="utf-8")
            shown = "\n".join([f"$ {one.command}", *one.printed])
            anew = "\n".join([f"$ {one.command}", *rewritten(printed, list(one.printed))])
            path.write_text(text.replace(shown, anew, 1), encoding="utf-8")
        else:
            assert printed == list(one.printed), f"{one.where}: {one.command}"


def rewritten(printed: list[str], shown: list[str]) -> list[str]:
    """The example with the same lines left out, each shown part replaced by the printed lines that are most like it."""
    parts: list[list[str]] = [[]]
    for row in shown:
        if row.strip() == "...":
            parts.append([])
        else:
            parts[-1].append(row)
    made, start = list[str](), 0
    for number, part in enumerate(parts):
        if number:
            made.append("...")
        if not part:
            continue
        last = number == len(parts) - 1
        begins = start if number == 0 else most_like(printed, part, start)
        ends = len(printed) if last else begins + len(part)
        made += [row.rstrip() for row in printed[begins:ends]]
        start = ends
    return made


def most_like(printed: list[str], part: list[str], start: int) -> int:
    """Where in the printed lines, from `start` on, the part stands that is most like the one shown."""
    wanted = "\n".join(part)
    places = range(start, max(start + 1, len(printed) - len(part) + 1))
    return max(places, key=lambda at: SequenceMatcher(None, wanted, "\n".join(printed[at : at + len(part)])).ratio())


def test_an_example_is_rewritten_in_its_own_places() -> None:
    printed = ["a title", "", "one 11", "two", "three 33", "end"]
    assert rewritten(printed, ["a titel", "...", "one 10", "..."]) == ["a title", "...", "one 11", "..."]
    assert rewritten(printed, ["...", "three 3", "end"]) == ["...", "three 33", "end"]
    assert rewritten(printed, ["all new"]) == printed


def test_there_are_examples_and_left_out_lines_are_understood() -> None:
    assert len(RUN) >= 5
    assert same(["a", "b", "c"], ["a", "...", "c"]) and same(["a", "b"], ["...", "b"]) and same(["a"], ["a", "..."])
    assert not same(["a", "b"], ["a"]) and not same(["a"], ["a", "b"]) and not same(["a", "x"], ["...", "b"])


def command(word: str) -> click.Command:
    found = group.get_command(click.Context(group), word)
    assert found is not None
    return found


def options(word: str) -> set[str]:
    """The long options of a word and of the words below it, without those every word shares."""
    made = command(word)
    every = [made, *(made.commands.values() if isinstance(made, click.Group) else ())]
    names = {name for each in every for one in each.params for name in (*one.opts, *one.secondary_opts)}
    return {name for name in names if name.startswith("--")} - EVERYWHERE


@pytest.mark.parametrize("word", COMMANDS)
def test_every_word_is_in_a_document_somebody_wrote(word: str) -> None:
    assert f"mnna {word}" in WRITTEN, f"`mnna {word}` is documented nowhere but in its own help"


def reference() -> str:
    """Every word's help, one after the other."""
    for (
        word
    ) in COMMANDS:  # click keeps the help option of a command's first use, and a test that used it alone has no -h
        command(word)._help_option = None
    parts = [f"## mnna {word}\n\n```text\n{run(word, '--help').out.strip()}\n```\n" for word in COMMANDS]
    return "\n".join([PREFACE, f"```text\n{run('--help').out.strip()}\n```\n", *parts])


def test_the_reference_is_what_the_words_say_of_themselves() -> None:
    if UPDATE:
        REFERENCE.write_text(reference(), encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8").splitlines() == reference().splitlines()


@pytest.mark.parametrize("word", COMMANDS)
def test_every_option_is_in_the_documents(word: str) -> None:
    missing = sorted(name for name in options(word) if not re.search(rf"(?<![\w-]){name}(?![\w-])", TEXT))
    assert not missing, f"`mnna {word}` has {', '.join(missing)}, documented nowhere"


@pytest.mark.parametrize("name", sorted(EVERYWHERE - {"--help"}))
def test_options_of_every_word_are_in_the_readme(name: str) -> None:
    assert name in DOCUMENTS[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("word", COMMANDS)
def test_every_option_explains_itself(word: str) -> None:
    made = command(word)
    assert made.help and made.help.strip()
    assert [one.name for one in made.params if isinstance(one, click.Option) and not one.help] == []


def named() -> list[tuple[str, str]]:
    """Every `mnna word ...` in the documents, in code, with the rest of its line."""
    blocks = "".join(re.findall(r"^```sh\n(.*?)^```$", TEXT, re.M | re.S))
    code = [one or other for one, other in re.findall(r"`(mnna [^`]+)`|^(?:\$|   ) (mnna .+)$", TEXT, re.M)]
    return [one.removeprefix("mnna ").partition(" ")[::2] for one in (*code, *re.findall(r"^mnna .+$", blocks, re.M))]


def test_the_documents_name_no_word_that_is_not_there() -> None:
    words = {word.strip("\"',;:.") for word, _ in named() if re.match(r"[a-z]", word)}
    assert words - set(COMMANDS) == set(), f"no such word: {sorted(words - set(COMMANDS))}"


def test_the_documents_name_no_option_that_is_not_there() -> None:
    for word, rest in named():
        if word in COMMANDS:
            told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest))
            assert told <= options(word) | EVERYWHERE, f"mnna {word} {rest}"


def test_the_documents_name_no_id_that_is_not_there(registry: Registry) -> None:
    ids = {
        "statuses": set(registry.kinds),
        "authorities": set(catalog.authorities()),
        "indicators": {one.id for one in indicators()},
    }
    given = [(name, ids_) for _, rest in named() for name, ids_ in re.findall(r"--(\w+) ([a-z][\w,-]+)", rest)]
    asked = {(name, one) for name, each in given if name in ids for one in each.split(",")}
    assert asked and {(name, one) for name, one in asked if one not in {*ids[name], "all"}} == set()


def test_links_between_documents_lead_somewhere() -> None:
    for path in DOCUMENTS:
        for target, place in re.findall(
            r"\]\((?!https?:|mailto:)([^)#]*)#?([^)]*)\)", path.read_text(encoding="utf-8")
        ):
            there = path.parent / target if target else path
            assert there.exists(), f"{path.name} links to {target}"
            assert not place or place in headings(there), f"{path.name} links to {target}#{place}"


def headings(path: Path) -> set[str]:
    """The names under which the headings of a document can be linked to."""
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in found}
