"""A table with a mistake is refused with its file, its line, and what to do; the package's own tables are all read."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mnna.errors import BadFacts
from mnna.registry import read_tables
from mnna.registry.load import load_registry
from mnna.registry.records import Span

HEADER = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
SOURCES = "id,title,publisher,kind,address,licence,opened_on,note"
STATUSES = "id,title,definition,citation,absent,known_from,complete_until,follows,note"
ROW = "MEX,mnna,2026-06-01,,,,yes,An act,22 USC 2321k,my-source,high,2026-06-02,"


def table(folder: Path, *lines: str, name: str = "spans.csv", encoding: str = "utf-8", end: str = "\n") -> Path:
    """The folder with that table in it, and with the source that its rows name."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = (folder.parent if folder.name == "spans" else folder) / "sources.csv"
    if not sources.exists():
        sources.write_text(f"{SOURCES}\nmy-source,My notes,Me,report,,,,\n", encoding="utf-8")
    (folder / name).write_bytes(end.join(lines).encode(encoding))
    return folder


def changed(**cells: str) -> str:
    columns = HEADER.split(",")
    return ",".join(cells.get(column, old) for column, old in zip(columns, ROW.split(","), strict=True))


MISTAKES = {  # name: (lines below the header, where, what)
    "a date that is none": ([changed(since="2026-02-30")], "spans.csv line 2, column since", "not a date"),
    "a date the other way round": ([changed(since="01/06/2026")], "line 2, column since", "like 2022-05-23"),
    "no first day": ([changed(since="")], "line 2, column since", "not a date"),
    "a date with a time": ([changed(until="2027-01-01T00:00")], "line 2, column until", "not a date"),
    "an unknown confidence": ([ROW, changed(confidence="sure")], "line 3, column confidence", "high, medium, low"),
    "an unknown holding": ([changed(holds="no")], "line 2, column holds", "yes, unknown"),
    "no source": ([changed(source="")], "line 2, column source", "every fact names its source"),
    "only a separator as source": ([changed(source=" ; ")], "line 2, column source", "every fact names its source"),
    "no country": ([changed(country="")], "line 2, column country", "is empty"),
    "no status": ([changed(status=" ")], "line 2, column status", "is empty"),
    "a cell too many": ([ROW + ",x"], "line 2", "14 cells for 13 columns"),
    "a cell too few": ([ROW[:-1]], "line 2", "12 cells for 13 columns"),
    "a comma that is not quoted": ([changed(note="one, two")], "line 2", "Quote cells"),
    "the last day before the first": ([changed(until="2026-05-31")], "spans.csv line 2", "out of order"),
    "a span of no day": ([changed(until="2026-06-01")], "line 2", "out of order"),
    "a window before the first day": ([changed(since_by="2026-05-01")], "line 2", "out of order"),
    "a quotation mark left open": ([changed(note='"open')], "line 2", "quotation mark"),
    "an empty line before the mistake": ([ROW, "", changed(since="x")], "line 4, column since", "not a date"),
    "a mistake after a cell of two lines": (
        [changed(note='"one\ntwo"'), changed(since="x")],
        "line 4, column since",
        "not a date",
    ),
    "a status there is not": ([changed(status="nmna")], "spans.csv line 2", "did you mean mnna"),
    "a country there is not": ([changed(country="MEXI")], "spans.csv line 2", "no country has the code 'MEXI'"),
    "a source there is not": ([changed(source="my-source;nope")], "spans.csv line 2", "no source 'nope'"),
    "a country by name": ([changed(country="Mexico")], "spans.csv line 2", "alpha-3"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_file_and_line(mistake: str, tmp_path: Path) -> None:
    lines, where, what = MISTAKES[mistake]
    with pytest.raises(BadFacts) as caught:
        load_registry(table(tmp_path / "facts", HEADER, *lines))
    assert where in str(caught.value) and what in str(caught.value), str(caught.value)


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("", "the columns are none"),
        (HEADER.replace("since,", "from,", 1), "country, status, from"),
        (HEADER + ",extra", "extra"),
        (HEADER.upper(), "COUNTRY"),
        (f'"one\ntwo",{HEADER}', "one two, country"),
        (HEADER.replace(",", ";"), "country;status"),
        ("status,country" + HEADER.removeprefix("country,status"), "status, country"),
    ],
)
def test_another_header_is_refused_with_the_right_one(header: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(BadFacts) as caught:
        load_registry(table(tmp_path / "facts", header, ROW))
    assert "spans.csv line 1" in str(caught.value) and what in str(caught.value)
    assert "country, status, since, since_by" in caught.value.do


def test_a_source_of_ours_is_not_redefined(tmp_path: Path) -> None:
    ours = (read_tables.TABLES / "sources.csv").read_text(encoding="utf-8").splitlines()[:2]
    table(tmp_path / "facts", HEADER, ROW)
    with (tmp_path / "facts" / "sources.csv").open("a", encoding="utf-8") as file:
        file.write(f"{ours[1]}\n")
    assert load_registry(tmp_path / "facts").holds("MEX", "mnna", date(2026, 11, 1))
    table(tmp_path / "other", f"{SOURCES}", f"{ours[1].split(',')[0]},Mine,Me,report,,,,", name="sources.csv")
    with pytest.raises(BadFacts, match=r"sources\.csv line 2: .* is a source of ours"):
        load_registry(tmp_path / "other")


def link_to(goal: str) -> Callable[[Path], None]:
    """What makes a symbolic link to that goal."""
    return lambda path: path.symlink_to(goal)


@pytest.mark.parametrize("make", [os.mkfifo, *map(link_to, ("/dev/zero", "/no/such/file")), Path.mkdir])
def test_a_pipe_a_device_and_a_link_to_nothing_are_refused_at_once(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "spans.csv")
    with pytest.raises(BadFacts, match=r"spans\.csv: it is not a file"):
        load_registry(tmp_path)


def test_text_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match="not UTF-8"):
        load_registry(table(tmp_path / "facts", HEADER, changed(note="Türkiye"), encoding="latin-1"))


@pytest.mark.parametrize(("encoding", "end"), [("utf-8-sig", "\n"), ("utf-8", "\r\n"), ("utf-8", "\n")])
def test_what_spreadsheets_write_is_read(encoding: str, end: str, tmp_path: Path) -> None:
    folder = table(tmp_path / "facts", HEADER, changed(note='"one, two"'), "", encoding=encoding, end=end)
    (span,) = read_tables.read(folder, "spans", Span, own=True)
    assert (span.country, span.note, span.own) == ("MEX", "one, two", True)


def test_odd_line_separators_inside_a_cell_are_part_of_it(tmp_path: Path) -> None:
    (span,) = read_tables.read(table(tmp_path / "facts", HEADER, changed(note="one\u2028two\x85three")), "spans", Span)
    assert span.note == "one\u2028two\x85three"


def test_spans_may_lie_in_a_file_or_in_a_folder_of_files(tmp_path: Path) -> None:
    folder = table(tmp_path / "facts", HEADER, ROW)
    table(folder / "spans", HEADER, changed(country="COL"), name="more.csv")
    assert [span.country for span in read_tables.read(folder, "spans", Span)] == ["MEX", "COL"]


STEPS = "country,status,step,on,on_by,event,instrument,source,confidence,note"


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ("MEX,mnna,promised,2026-01-01,,An event,,s,high,", "steps.csv line 2, column step"),
        ("MEX,mnna,announced,soon,,An event,,s,high,", "steps.csv line 2, column on"),
        ("MEX,mnna,announced,2026-01-01,,,,s,high,", "steps.csv line 2, column event"),
        ("MEXI,mnna,announced,2026-01-01,,An event,,s,high,", "steps.csv line 2"),
    ],
)
def test_a_step_with_a_mistake(row: str, where: str, tmp_path: Path) -> None:
    with pytest.raises(BadFacts) as caught:
        assert load_registry(table(tmp_path / "facts", STEPS, row, name="steps.csv")).steps
    assert where in str(caught.value)


@pytest.mark.parametrize("name", ["span.csv", "countries.csv", "Spans.csv", "notes/spans.csv"])
def test_a_table_of_another_name_is_refused_not_ignored(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / name).write_text(HEADER)
    with pytest.raises(BadFacts, match="no table of ours"):
        load_registry(tmp_path)


def test_a_folder_that_is_not_there_or_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadFacts, match="no such folder"):
        load_registry(tmp_path / "nowhere")
    with pytest.raises(BadFacts, match="no CSV table"):
        load_registry(tmp_path)


def test_the_packages_own_tables_are_read_whole() -> None:
    registry = load_registry()
    assert len(registry.spans) > 500 and len(registry.steps) > 50 and len(registry.sources) > 50
    assert registry.proposals and registry.events and registry.leaders
    assert not any(row.own for rows in (registry.spans, registry.steps, registry.proposals) for row in rows)


@pytest.mark.parametrize(
    ("name", "header", "row", "says"),
    [
        ("statuses.csv", STATUSES, "mnna,Hijack,x,x,no,,,,", "'mnna' is a status of ours"),
        ("statuses.csv", STATUSES, "my-club,My club,A club.,A charter,yes,,,,", "absent may be no or unknown"),
        (
            "sources.csv",
            SOURCES,
            "my-source,T,P,dataset,javascript:alert(1),L,2026-11-01,",
            "does not begin with https://",
        ),
        (
            "sources.csv",
            SOURCES,
            "my-source,T,P,dataset,data:text/html;x,L,2026-11-01,",
            "does not begin with https://",
        ),
    ],
)
def test_own_rows_cannot_redefine_ours_nor_lead_astray(
    name: str, header: str, row: str, says: str, tmp_path: Path
) -> None:
    folder = table(tmp_path / "facts", HEADER, ROW)
    table(folder, header, row, name=name)
    with pytest.raises(BadFacts) as caught:
        load_registry(folder)
    assert f"{name} line 2" in str(caught.value) and says in str(caught.value), str(caught.value)


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("steps", "MEX,mnna,announced,2026-05-01,,A speech,,nope,low,"),
        ("proposals", "X-1,MEX,designate,bill,A member,,2026-05-02,day,,,,,nope,low"),
        ("events", "2026-05-01,day,MEX,A speech,,nope,low,"),
        ("leaders", "MEX,A leader,,2026-05-01,,nope,low,"),
    ],
)
def test_every_own_table_names_sources_there_are(name: str, row: str, tmp_path: Path) -> None:
    header = (read_tables.TABLES / f"{name}.csv").read_text(encoding="utf-8").split("\n")[0].strip()
    registry = load_registry(table(tmp_path / "facts", header, row, name=f"{name}.csv"))
    with pytest.raises(BadFacts, match="no source 'nope'"):
        getattr(registry, name)
