"""Every worked example of the tables comes out as it says, and a row that is wrong is told in one sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mnna.answers.case import check, read_fields
from mnna.engine.finding import find
from mnna.engine.notice import decide
from mnna.errors import BadFacts
from mnna.registry.countries import countries
from mnna.registry.load import Registry
from mnna.statutes import examples
from mnna.statutes.catalog import AUTHORITIES, CHANNELS, authority, case_law
from mnna.statutes.examples import COLUMNS, Example, beside, read_examples
from mnna.statutes.listing import FOLDER

TABLES = sorted(FOLDER.glob("*/*.examples.csv"))
EXAMPLES = [
    pytest.param(question, one, id=f"{question}-{one.country}-{one.on}-{n}")
    for table in TABLES
    for question, found in read_examples(table).items()
    for n, one in enumerate(found)
]


@pytest.mark.parametrize(("question", "example"), EXAMPLES)
def test_worked_example(question: str, example: Example, registry: Registry) -> None:
    terms, verdict, because = asked(question, example, registry)
    assert verdict == example.expect, because
    assert {name: written(terms.get(name)) for name in example.terms} == dict(example.terms), because


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.name)
def test_every_row_stands_once_and_names_a_country(table: Path) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for line, cells in enumerate(csv.reader(table.read_text(encoding="utf-8").splitlines()), 1):
        first = seen.setdefault(tuple(cells[:4]), line)
        assert first == line, f"{table.name} line {line} asks what line {first} does: leave one out."
        said = f"{table.name} line {line}: {cells[1]!r} is no country; write its ISO code, such as MEX."
        assert line == 1 or cells[1] in countries(), said


def asked(question: str, example: Example, registry: Registry) -> tuple[dict[str, object], str, str]:
    """The terms, the verdict and the reason of the answer."""
    if question in AUTHORITIES:
        found = find(authority(question), registry, example.country, example.on, example.given)
        return dict(found.terms), found.verdict, found.because
    law = case_law(question)
    notice = decide(law, registry, example.country, example.on, check(read_fields(law, example.given)))
    return dict(notice.finding().terms), notice.verdict, notice.because


def written(value: object) -> str:
    """A term as the tables write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def test_every_table_stands_beside_a_module_that_answers_something() -> None:
    modules = [row.module for row in AUTHORITIES.values()] + [row.module for row in CHANNELS.values()]
    known = set(map(Path, map(beside, modules)))
    for table in known - set(TABLES):
        raise AssertionError(f"Write {table.name} beside its module, with the columns {', '.join(COLUMNS)}.")
    for table in set(TABLES) - known:
        raise AssertionError(f"{table.name} stands beside no module that authorities.csv or channels.csv names.")


ROW = ["cooperative-rd", "MEX", "2025-06-01", "", "yes", "wait_days=30", "yes", "A friendly country."]
WRONG = [
    ("question", "cooperative", "there is no authority or channel 'cooperative'"),
    ("question", "fms", "fms is answered by another module, aeca.s36b_foreign_military_sales"),
    ("on", "1 June 2025", "'1 June 2025' is no day; write it as 2025-06-01"),
    ("given", "friendly", "'friendly' is not written as name=value"),
    ("expect", "maybe", "the verdict 'maybe' is none of yes, no and unknown"),
    ("trap", "true", "trap is 'true'; it is yes or empty"),
    ("why", "A friendly country", "why is no sentence: it ends without a full stop"),
]


@pytest.mark.parametrize(("column", "cell", "said"), WRONG)
def test_a_wrong_row_is_told_with_file_and_line(
    column: str, cell: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [cell if name == column else old for name, old in zip(COLUMNS, ROW, strict=True)]
    with pytest.raises(BadFacts) as told:
        read_examples(table(tmp_path, [",".join(COLUMNS), ",".join(ROW), ",".join(cells)], monkeypatch))
    assert str(told.value).startswith("s2350a_cooperative_research.examples.csv line 3: ") and said in str(told.value)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["question,country"], "line 1: the columns are question, country"),
        ([",".join(COLUMNS), "cooperative-rd,MEX"], "line 2: 2 cells for 8 columns"),
    ],
)
def test_a_wrong_table_is_told(lines: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadFacts) as told:
        read_examples(table(tmp_path, lines, monkeypatch))
    assert said in str(told.value)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match="there is no such table"):
        read_examples(tmp_path / "nothing.examples.csv")


def test_a_right_table_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read_examples(table(tmp_path, [",".join(COLUMNS), ",".join(ROW)], monkeypatch))
    assert found["cooperative-rd"][0].terms == {"wait_days": "30"}


def table(folder: Path, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table written where the module of `cooperative-rd` would have it."""
    monkeypatch.setattr(examples, "FOLDER", folder)
    path = beside(AUTHORITIES["cooperative-rd"].module)
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
