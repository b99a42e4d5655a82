"""Write the skeleton of a new part of the project; the places to complete are marked `FILL IN`.

    ./run new authority ID FOLDER/MODULE [TOPIC]    patrol-vessels faa/s519_patrol_vessels equipment
    ./run new status ID COUNTRY SINCE               arctic-partner CAN 2027-01-01
    ./run new designation COUNTRY SINCE [STATUS]    MEX 2027-01-01
    ./run new page WORD                             votes
    ./run new column NAME                           confidence

The skeleton passes `./run check`. `tests/test_new.py` fails with one sentence until every `FILL IN` is replaced.
CONTRIBUTING.md says what to write there.
"""

from __future__ import annotations

import csv
import io
import keyword
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
MARK = "FILL " + "IN"
"""The mark of a place in a skeleton that a person has to complete."""

PACKAGE = Path("src/mnna")
TABLES = PACKAGE / "registry" / "tables"
STATUTES = PACKAGE / "statutes"
WORDS = PACKAGE / "interfaces" / "words"
COLUMNS = PACKAGE / "screening" / "output_columns.py"

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
WORD = re.compile(r"[a-z]+(-[a-z]+)*")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
MODULE = re.compile(r"[a-z0-9_]+/[a-z][a-z0-9]*(_[a-z0-9]+)*")

SPAN = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"


class Wrong(Exception):
    """An argument that cannot be used, with the reason in one sentence."""


class Skeleton(NamedTuple):
    """The texts of the files to write, by path below the root, and what to do after they are completed."""

    files: Mapping[Path, str]
    then: str


def authority(root: Path, id_: str, module: str, topic: str = "") -> Skeleton:
    """Return a new question of law: a module, its worked examples and a row of `authorities.csv`."""
    _fits(ID, id_, "the id of an authority is small letters with hyphens, such as patrol-vessels")
    _fits(MODULE, module, "write the module as FOLDER/NAME, such as faa/s519_patrol_vessels")
    folders = sorted(path.parent.name for path in (root / STATUTES).glob("*/__init__.py"))
    folder, _, name = module.partition("/")
    _known(folder, folders, "folder of statutes")
    listed = _rows(root / STATUTES / "authorities.csv")
    bar = id_.startswith("restriction-")
    topics = sorted({row["topic"] for row in listed if (row["topic"] == "restrictions") is bar})
    topic = _known(topic or topics[0], topics, "topic of a bar" if bar else "topic of a grant")
    _new(id_, [row["id"] for row in listed], "an authority")
    code, table = STATUTES / folder / f"{name}.py", STATUTES / folder / f"{name}.examples.csv"
    for path in (code, table):
        _absent(root, path)
    row = [
        id_,
        f"{folder}.{name}",
        "bar" if bar else "grant",
        topic,
        f"{MARK}: what it is about in a few words",
        "",
        "record",
        "",
        "",
    ]
    columns = "question,country,on,given,expect,terms,trap,why\n"
    rows = [
        [id_, "COL", "2025-06-01", "", "yes", "", "", f"{MARK}: why, in one sentence."],
        [id_, "MEX", "2025-06-01", "", "no", "", "yes", f"{MARK}: a common mistake, and why it is one."],
        [id_, "TWN", "2025-06-01", "", "no", "", "", f"{MARK}: how Taiwan stands, and why."],
    ]
    files = {
        code: _skeleton("authority").format(id=id_, mark=MARK, name=_constant(id_)),
        table: columns + "".join(map(_line, rows)),
        STATUTES / "authorities.csv": _behind(root / STATUTES / "authorities.csv", row),
    }
    return Skeleton(files, "./run golden, then read the page it writes in docs/law")


def status(root: Path, id_: str, country: str, since: str) -> Skeleton:
    """Return a new kind of status: a row of `statuses.csv` and a table of spans with its first row."""
    _fits(ID, id_, "the id of a status is small letters with hyphens, such as arctic-partner")
    path = TABLES / "statuses.csv"
    listed = _rows(root / path)
    _new(id_, [row["id"] for row in listed], "a status")
    _country(root, country)
    day = _day(since)
    spans = TABLES / "spans" / f"{id_}.csv"
    _absent(root, spans)
    said = {
        "id": id_,
        "title": f"{MARK}: its name",
        "definition": f"{MARK}: what it is, in one sentence.",
        "absent": "unknown",
        "bears": "neutral",
        "family": "framework",
        "grantable": "yes",
        "usual": "no",
    }
    row = [said.get(column, "") for column in listed[0]]
    source = _source(root, id_, country, day)
    files = {
        path: _read(root / path) + _line(row),
        spans: f"{SPAN}\n" + _line(_span(country, id_, day, source[0], "medium")),
        TABLES / "sources.csv": _added(root / TABLES / "sources.csv", source),
    }
    return Skeleton(files, "./run golden, which writes the types of ids anew")


def designation(root: Path, country: str, since: str, status: str = "") -> Skeleton:
    """Return a country's new status: a row each of its spans, the steps and the sources."""
    _country(root, country)
    if any(
        row["iso3"] == country and row["sovereign"] == "organisation" for row in _rows(root / TABLES / "countries.csv")
    ):
        raise Wrong(f"{country} is an organization; name a country")
    day = _day(since)
    kinds = _rows(root / TABLES / "statuses.csv")
    usual = next(row["id"] for row in kinds if row["usual"] == "yes")
    status = _known(status or usual, [row["id"] for row in kinds], "status")
    spans = TABLES / "spans" / f"{status}.csv"
    held = [row for row in _rows(root / spans) if row["country"] == country]
    for row in held:
        if not row["until"] or day < row["until"]:
            raise Wrong(f"{country} has {status} since {row['since']}; end that row first")
    written = _source(root, status, country, day)
    source, did, act = written[0], f"{MARK}: what was done", f"{MARK}: the act"
    step = [country, status, "designated", day, "", did, act, source, "medium", ""]
    files = {
        spans: _added(root / spans, _span(country, status, day, source, "medium")),
        TABLES / "steps.csv": _added(root / TABLES / "steps.csv", step),
        TABLES / "sources.csv": _added(root / TABLES / "sources.csv", written),
    }
    return Skeleton(files, "./run golden and ./run test; what the act does to other lists follows by itself")


def page(root: Path, word: str) -> Skeleton:
    """Return the module and test of a new word, from which its command, function, page and tool are made."""
    _fits(WORD, word, "a word is small letters, parted by hyphens, such as votes")
    name = word.replace("-", "_")
    if keyword.iskeyword(name):
        raise Wrong(f"{word!r} is a word of Python; name another")
    code, test = WORDS / f"{name}.py", Path("tests/interfaces/words") / f"test_{name}.py"
    for path in (code, test):
        _absent(root, path)
    class_ = "".join(part.capitalize() for part in word.split("-")) + "Answer"
    texts = {"word": word, "name": name, "answer": class_, "mark": MARK}
    files = {code: _skeleton("page").format(**texts), test: _skeleton("page_test").format(**texts)}
    return Skeleton(files, "./run golden, which writes its help, its schema and its address into the documents")


def column(root: Path, name: str) -> Skeleton:
    """Return a new column of a screened file: one line of `COLUMNS`."""
    _fits(NAME, name, "a column is small letters with underscores, such as threshold_usd")
    text = _read(root / COLUMNS)
    _new(name, re.findall(r'OutputColumn\("([a-z0-9_]+)"', text), "a column")
    listed = _rows(root / COLUMNS.with_name("usual_names.csv"))
    given = {usual.replace(" ", "_") for row in listed for usual in (row["role"], *row["names"].split("; "))}
    if name in given:
        raise Wrong(f"{name!r} cannot be taken: files of cases have a column of that name; name another")
    before, end, after = text.partition("\n)\n\nOUTPUT")
    line = f'\n    OutputColumn("{name}", lambda notice: "{MARK}", explained=True),'
    return Skeleton({COLUMNS: before + line + end + after}, "describe it in docs/screening.md, then ./run test")


KINDS: Mapping[str, tuple[Callable[..., Skeleton], str, int, int]] = {
    "authority": (authority, "ID FOLDER/MODULE [TOPIC]", 2, 3),
    "status": (status, "ID COUNTRY SINCE", 3, 3),
    "designation": (designation, "COUNTRY SINCE [STATUS]", 2, 3),
    "page": (page, "WORD", 1, 1),
    "column": (column, "NAME", 1, 1),
}
"""For each kind its function, its usage line, and its least and most number of arguments."""


def _fits(pattern: re.Pattern[str], name: str, says: str) -> None:
    if not pattern.fullmatch(name):
        raise Wrong(f"{name!r} cannot be taken: {says}")


def _known(name: str, names: Sequence[str], what: str) -> str:
    if name not in names:
        near = ", ".join(get_close_matches(name, names, 3) or list(names)[:9])
        raise Wrong(f"there is no {what} {name!r}. Did you mean: {near}?")
    return name


def _new(name: str, names: Sequence[str], what: str) -> None:
    if name in names:
        raise Wrong(f"there is {what} {name!r} already; name another")


def _absent(root: Path, path: Path) -> None:
    if (root / path).exists():
        raise Wrong(f"{path} exists already; name another")


def _country(root: Path, country: str) -> None:
    rows = _rows(root / TABLES / "countries.csv")
    if any(row["iso3"] == country and row["region"] == "United States" for row in rows):
        raise Wrong(f"{country} is of the United States; name a foreign country")
    codes = {row["iso3"]: row["name"] for row in rows}
    if country not in codes:
        names = {name.casefold(): code for code, name in codes.items()}
        near = [names[name] for name in get_close_matches(country.casefold(), names, 3, 0.7)]
        near = [country.upper()] if country.upper() in codes else near
        meant = f". Did you mean: {', '.join(near)}?" if near else "; write its ISO code, such as MEX"
        raise Wrong(f"there is no country {country!r}{meant}")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Wrong(f"{text!r} is not a day like 2027-01-01") from None


def _source(root: Path, status: str, country: str, day: str) -> list[str]:
    """Return the row of the source that gives a status, with today as the day of reading."""
    source = f"{status}-{country.lower()}-{day[:4]}"
    _new(source, [row["id"] for row in _rows(root / TABLES / "sources.csv")], "a source")
    address = f"https://www.federalregister.gov/{MARK.replace(' ', '-')}"
    title, publisher = f"{MARK}: title of the act", f"{MARK}: publisher"
    return [source, title, publisher, "presidential", address, "", date.today().isoformat(), ""]


def _span(country: str, status: str, day: str, source: str, confidence: str) -> list[str]:
    act, cited = f"{MARK}: the act", f"{MARK}: its citation"
    return [country, status, day, "", "", "", "yes", act, cited, source, confidence, date.today().isoformat(), ""]


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_read(path))))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _skeleton(name: str) -> str:
    return _read(Path(__file__).with_name("skeletons") / f"{name}.txt")


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _added(path: Path, cells: Sequence[str]) -> str:
    """Return the table with one more row, after the last whose first cell is not greater; other rows are unchanged."""
    text = _read(path)
    starts, place = io.StringIO(text), len(text)
    rows = csv.reader(iter(starts.readline, ""))
    next(rows)
    at = starts.tell()
    for row in rows:
        if row and row[0] > cells[0]:
            place = at
            break
        at = starts.tell()
    return text[:place] + _line(cells) + text[place:]


def _behind(path: Path, cells: Sequence[str]) -> str:
    """Return the table with one more row, after the last of the same kind and topic."""
    lines = _read(path).splitlines(keepends=True)
    kind = f",{cells[2]},{cells[3]},"
    place = max(number for number, line in enumerate(lines, 1) if kind in line)
    return "".join([*lines[:place], _line(cells), *lines[place:]])


def _constant(id_: str) -> str:
    return id_.replace("-", "_").upper()


def write(root: Path, files: Mapping[Path, str]) -> None:
    """Write all of the files or none: if one cannot be written, the others are restored."""
    before = {path: _read(root / path) if (root / path).exists() else None for path in files}
    try:
        for path, text in files.items():
            (root / path).write_text(text, encoding="utf-8")
    except OSError:
        for path, old in before.items():
            if old is None:
                (root / path).unlink(missing_ok=True)
            elif _read(root / path) != old:
                (root / path).write_text(old, encoding="utf-8")
        raise


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write one skeleton and print its files; return 0, or 2 after one sentence on an argument that cannot be used."""
    kind, *names = (sys.argv[1:] if arguments is None else arguments) or ("",)
    if kind not in KINDS:
        wrong = f"there is no kind {kind!r}; " if kind else ""
        print(f"new: {wrong}say what: ./run new {'|'.join(KINDS)} NAME...", file=sys.stderr)
        return 2
    make, usage, fewest, most = KINDS[kind]
    if not fewest <= len(names) <= most:
        print(f"new: write ./run new {kind} {usage}", file=sys.stderr)
        return 2
    try:
        skeleton = make(root, *names)
        write(root, skeleton.files)
    except (Wrong, OSError) as error:
        print(f"new: {error}", file=sys.stderr)
        return 2
    print(*(path.as_posix() for path in skeleton.files), sep="\n")
    print(f"Replace each “{MARK}” in these files; then {skeleton.then}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
