"""A refresh as a whole: what is asked for, what fails alone, and that good figures outlive bad downloads."""

import errno
import gzip
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadFacts, BadQuestion, CannotAnswer, UnknownWord
from mnna.series import figure, indicator, ingest_csv, metadata, panel, vintages
from mnna.series.refresh import Progress, from_file, refresh, refreshable
from mnna.series.refresh.run import CONNECTORS

CODE, PATH = "VC.IHR.PSRC.P5", "/v2/country/all/indicator/VC.IHR.PSRC.P5"
SOURCE = Path(__file__).parents[3] / "src"
AID = b"Country Code,Transaction Type Name,Fiscal Year,current_amount,constant_amount\n"


@pytest.fixture
def newer(server: Any, answer: Any, shapes: Any) -> dict[tuple[str, int], float]:
    """A server with a newer homicide rate; the figures it serves."""
    figures = dict(panel("homicide_rate")) | {("MEX", 2024): 25.5}
    server.routes[PATH] = answer(shapes.world_bank(CODE, figures))
    server.routes["/v2/country"] = answer(shapes.world_bank_countries(country for country, _ in figures))
    return figures


@pytest.mark.parametrize(
    ("status", "body", "cut", "says"),
    [
        (404, b"", None, "answers 404"),
        (429, b"", None, "answers 429, after 3 tries"),
        (500, b"", None, "answers 500, after 3 tries"),
        (200, b"<!doctype html><title>Maintenance</title>", None, "HTML or XML instead of json"),
        (200, b'[{"page": 1, "pages": 1}, [{"indicator"', None, "not whole JSON"),
        (200, b'[{"page": 1, "pages": 1}, []]' * 100, 40, "cut off"),
        (200, b'[{"page": 1, "pages": 1}, []]', None, "no figure"),
    ],
)
def test_a_bad_download_never_replaces_good_figures(
    server: Any, answer: Any, quick: Any, newer: Any, status: int, body: bytes, cut: int | None, says: str
) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    stored = {path.name: path.read_bytes() for path in vintages.folder().iterdir()}
    server.routes[PATH] = answer(body, status, cut=cut)
    (found,) = refresh(["homicide_rate"], base=server.base, limits=quick)
    assert found.status == "failed" and says in found.reason and found.vintage == "last updated 2026-10-07"
    assert {path.name: path.read_bytes() for path in vintages.folder().iterdir()} == stored
    assert figure("homicide_rate", "MEX", 2024).value == 25.5


def test_one_failure_does_not_stop_the_others(server: Any, quick: Any, newer: Any) -> None:
    found = {
        one.indicator: one.status for one in refresh(["population", "homicide_rate"], base=server.base, limits=quick)
    }
    assert found == {"population": "failed", "homicide_rate": "updated"}


def test_everything_at_once_against_an_empty_server(server: Any, quick: Any) -> None:
    found = refresh(base=server.base, limits=quick)
    assert {one.status for one in found} == {"failed"}
    datasets = {one.dataset for one in found} - {"federal-register"}
    asked_only = {"census-trade-api", "foreign-assistance-api", "notices", "meetings"}
    assert {one.indicator for one in found} == set(refreshable()) - datasets - asked_only
    assert len(found) == 22 and found[-1].indicator == "federal-register"
    assert "census-trade-api" not in {one.dataset for one in found}


def test_progress_is_told(server: Any, quick: Any, newer: Any) -> None:
    seen: list[Progress] = []
    refresh(["homicide_rate"], base=server.base, limits=quick, progress=seen.append)
    assert {one.dataset for one in seen} == {"world-bank-homicide_rate"} and seen[-1].received == seen[-1].total


def test_an_indicator_without_a_connector_or_an_unknown_one() -> None:
    with pytest.raises(CannotAnswer, match="no official address"):
        refresh(["factbook_export_share_usa"])
    with pytest.raises(CannotAnswer, match="mnna ingest sipri"):
        refresh(["us_arms_tiv"])
    with pytest.raises(UnknownWord, match="homicide_rate"):
        refresh(["homicides"])
    with pytest.raises(BadQuestion, match="census-trade"):
        from_file("world-bank-population", "x")


def test_the_users_own_figures_still_count_before_refreshed_ones(
    server: Any, quick: Any, newer: Any, tmp_path: Path
) -> None:
    (tmp_path / "own.csv").write_text("iso3,year,value\nMEX,2020,1\n")
    (tmp_path / "own.toml").write_text(
        'id="homicide_rate"\ntitle="t"\nunit="u"\nkind="level"\nproducer="p"\nlicence="l"\ncitation="c"\n'
    )
    ingest_csv(tmp_path / "own.csv", tmp_path / "own.toml")
    (found,) = refresh(["homicide_rate"], base=server.base, limits=quick)
    assert found.status == "updated" and "your own figures" in found.reason
    assert figure("homicide_rate", "MEX", 2020).value == 1


def test_a_vintage_says_where_it_came_from(server: Any, quick: Any, newer: Any) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    (held,) = vintages.held()
    assert held.origin.startswith("refreshed 20") and held.sources[0].url.startswith(server.base)
    assert len(held.sources[0].checksum) == 64 and held.sources[0].etag
    assert vintages.forget("world-bank-homicide_rate") and indicator("homicide_rate").origin == "embedded"


def test_newer_figures_are_taken_only_where_it_is_approved(server: Any, quick: Any, newer: Any) -> None:
    seen: list[tuple[str, tuple[Any, ...]]] = []

    def no(dataset: str, drifts: tuple[Any, ...]) -> bool:
        seen.append((dataset, drifts))
        return False

    (found,) = refresh(["homicide_rate"], base=server.base, limits=quick, approve=no)
    assert found.status == "declined" and "stay in place" in found.reason and not vintages.held()
    assert indicator("homicide_rate").origin == "embedded" and found.vintage == indicator("homicide_rate").vintage
    ((dataset, (one,)),) = seen
    assert dataset == "world-bank-homicide_rate" and one == found.drift
    assert (one.added, one.last_added, one.gone, one.revised) == (1, 2024, 0, 0)
    (taken,) = refresh(["homicide_rate"], base=server.base, limits=quick, approve=lambda *_: True)
    assert taken.status == "updated" and taken.drift == one and taken.to_dict()["drift"] == one.to_dict()
    assert figure("homicide_rate", "MEX", 2024).value == 25.5


def test_drift_is_against_the_figures_refreshed_last(
    server: Any, answer: Any, shapes: Any, quick: Any, newer: Any
) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    server.routes[PATH] = answer(shapes.world_bank(CODE, newer | {("MEX", 2024): 30.0}))
    (again,) = refresh(["homicide_rate"], base=server.base, limits=quick)
    assert again.drift and (again.drift.added, again.drift.revised) == (0, 1)
    assert again.drift.largest == (("MEX", 2024, 25.5, 30.0),)


def test_caveats_of_the_embedded_vintage_are_left_behind(server: Any, answer: Any, quick: Any, shapes: Any) -> None:
    path = "/foreign-trade/balance/country.xlsx"
    server.routes[path] = answer(shapes.census_workbook(), kind="application/octet-stream")
    before = indicator("us_goods_exports").caveats
    embedded = {one for one in before if "rounded to 0.1 million" in one or "53 rows of zeros" in one}
    assert len(embedded) == 2
    (*_, found) = refresh(["census-trade"], base=server.base, limits=quick)
    assert found.status == "updated", found.reason
    assert indicator("us_goods_exports").caveats == tuple(one for one in before if one not in embedded)


def test_a_damaged_vintage_is_named_and_not_passed_over(server: Any, quick: Any, newer: Any) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    (path,) = vintages.folder().iterdir()
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(BadFacts, match="world-bank-homicide_rate"):
        panel("homicide_rate")
    path.write_bytes(b"")
    with pytest.raises(BadFacts, match="world-bank-homicide_rate"):
        indicator("population")


def test_a_folder_that_cannot_be_written_is_told(
    server: Any, quick: Any, newer: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.write_text("a file where the folder should be")
    (found,) = refresh(["homicide_rate"], base=server.base, limits=quick)
    assert found.status == "failed" and "MNNA_DATA" in found.reason
    assert data.read_text() == "a file where the folder should be"


FULL = """
import resource, sys
from mnna.series.refresh import refresh, Limits
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
for one in refresh(["homicide_rate"], base=sys.argv[1], limits=Limits(total=30)):
    print(one.status, one.reason)
"""


@pytest.mark.parametrize("room", [1_000, 500_000], ids=["at once", "in the middle"])
def test_a_full_disk_leaves_the_old_vintage(
    server: Any, answer: Any, shapes: Any, quick: Any, newer: Any, room: int
) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    before = {path.name: path.read_bytes() for path in vintages.folder().iterdir()}
    server.routes[PATH] = answer(shapes.world_bank(CODE, newer | {("MEX", 2025): 24.0}))
    child = subprocess.run([sys.executable, "-c", FULL, server.base, str(room)], capture_output=True, text=True,
                           env={**os.environ, "PYTHONPATH": str(SOURCE)})  # fmt: skip
    assert child.stdout.startswith("failed") and "File too large" in child.stdout, child.stderr
    assert {path.name: path.read_bytes() for path in vintages.folder().iterdir()} == before


def test_a_disk_that_fills_during_the_swap_leaves_the_old_vintage(
    server: Any, answer: Any, shapes: Any, quick: Any, newer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    before = {path.name: path.read_bytes() for path in vintages.folder().iterdir()}
    server.routes[PATH] = answer(shapes.world_bank(CODE, newer | {("MEX", 2025): 24.0}))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (found,) = refresh(["homicide_rate"], base=server.base, limits=quick)
    assert found.status == "failed" and "No space left on device" in found.reason
    assert {path.name: path.read_bytes() for path in vintages.folder().iterdir()} == before


def test_refreshes_at_the_same_time_leave_one_whole_vintage(server: Any, quick: Any, newer: Any) -> None:
    code = DOWNLOADER.replace("refresh([", "print(*refresh([").replace("total=60))", "total=60)))")
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    start = [sys.executable, "-c", code, server.base]
    children = [subprocess.Popen(start, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = [child.communicate()[0] for child in children]
    assert all("failed" not in one for one in said), said
    assert [path.name for path in vintages.folder().iterdir()] == ["world-bank-homicide_rate.csv.gz"]
    assert figure("homicide_rate", "MEX", 2024).value == 25.5


def test_far_fewer_figures_of_the_same_countries_are_a_bad_file(
    server: Any, answer: Any, shapes: Any, quick: Any, newer: Any
) -> None:
    thin = {key: value for key, value in newer.items() if key[1] % 3 == 0 or key == ("MEX", 2024)}
    server.routes[PATH] = answer(shapes.world_bank(CODE, thin))
    (found,) = refresh(["homicide_rate"], base=server.base, limits=quick)
    assert found.status == "failed" and "figures of the years held" in found.reason


@pytest.mark.parametrize(
    ("dataset", "content", "says"),
    [
        ("foreign-assistance", b"Country Code\xe9", "UnicodeDecodeError"),
        ("foreign-assistance", AID + b"MEX,Obligations,2020,1,\xe9\n", "UnicodeDecodeError"),
        ("foreign-assistance", AID + b'MEX,"' + b"x" * 200_000, "not CSV"),
        ("ideal-points", b"ccode,iso3c,year,IdealPointFP\n" + b"2" * 2_000_000, "a line of more than 1,000,000"),
    ],
)
def test_a_bad_copy_is_an_error_and_no_traceback(tmp_path: Path, dataset: str, content: bytes, says: str) -> None:
    (tmp_path / "copy.csv").write_bytes(content)
    with pytest.raises(CannotAnswer, match=says):
        from_file(dataset, tmp_path / "copy.csv")
    assert not vintages.held()


WRITER = """
import os, sys, time
from pathlib import Path
from mnna.series import metadata
from mnna.series import vintages

record = {k: v for k, v in metadata.records()["population"].items() if k not in ("from", "shipped", "bring")}
fsync, opened, calls = os.fsync, Path.open, []

def write(value):
    panel = {("MEX", year): value for year in range(1900, 2000)}
    panels, records = {"population": panel}, {"population": record}
    vintages.write(vintages.Vintage("kill", "refreshed 2026-11-24", "2026", panels, records))

def stop():
    print("in the middle", flush=True)
    time.sleep(60)

class Half:
    def __init__(self, file):
        self.file = file
    def __enter__(self):
        return self
    def __exit__(self, *_):
        self.file.close()
    def write(self, content):
        self.file.write(content[: len(content) // 2])
        self.file.flush()
        stop()

def counted(handle):
    calls.append(handle)
    if len(calls) == int(sys.argv[1]):
        stop()
    fsync(handle)

write(1.0)
if sys.argv[1] == "0":
    Path.open = lambda path, how: Half(opened(path, how))
os.fsync = counted
write(2.0)
print("never stopped", flush=True)
"""


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        pytest.param("0", 1.0, id="half the file is written"),
        pytest.param("1", 1.0, id="the file is written and not yet renamed"),
        pytest.param("2", 2.0, id="the file is renamed and the folder not yet on disk"),
    ],
)
def test_kill_9_in_the_middle_of_a_swap_leaves_a_whole_vintage(data: Path, moment: str, value: float) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, moment], env={**os.environ, "PYTHONPATH": str(SOURCE)},
                              stdout=subprocess.PIPE)  # fmt: skip
    assert writer.stdout and writer.stdout.readline() == b"in the middle\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    (held,) = vintages.held()
    assert set(vintages.panel(held.path, "population").values()) == {value}
    assert len(vintages.panel(held.path, "population")) == held.indicators["population"].rows == 100
    assert figure("population", "MEX", 1950).value == value
    replaced = vintages.Vintage("kill", "refreshed 2026-11-25", "2027", {"population": {("MEX", 2000): 3.0}},
                                {"population": held_record()})  # fmt: skip
    vintages.write(replaced)
    assert figure("population", "MEX", 2000).value == 3.0


def held_record() -> dict[str, Any]:
    return {
        key: value for key, value in metadata.records()["population"].items() if key not in ("from", "shipped", "bring")
    }


DOWNLOADER = """
import sys
from mnna.series.refresh import refresh, Limits
refresh(["homicide_rate"], base=sys.argv[1], limits=Limits(silence=30, total=60))
"""


def test_kill_9_in_the_middle_of_a_download_leaves_the_old_vintage(
    server: Any, answer: Any, quick: Any, newer: Any
) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    before = {path.name: path.read_bytes() for path in vintages.folder().iterdir()}
    server.routes[PATH] = answer(b'[{"page": 1, "pages": 1}, []]' * 1000, drip=0.02)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    child = subprocess.Popen([sys.executable, "-c", DOWNLOADER, server.base], env=environment)
    while server.dripped < 10:
        assert child.poll() is None, "the download ended before it could be stopped"
        time.sleep(0.02)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert {path.name: path.read_bytes() for path in vintages.folder().iterdir()} == before
    assert figure("homicide_rate", "MEX", 2024).value == 25.5


def test_a_part_left_by_a_killed_process_is_not_read_and_in_time_removed(server: Any, quick: Any, newer: Any) -> None:
    refresh(["homicide_rate"], base=server.base, limits=quick)
    part = vintages.folder() / ".world-bank-homicide_rate.csv.gz.abc.part"
    part.write_bytes(gzip.compress(b"# {")[:8])
    assert len(vintages.held()) == 1
    vintages.forget("world-bank-homicide_rate")
    refresh(["homicide_rate"], base=server.base, limits=quick)
    assert part.exists()  # perhaps of a process at work
    os.utime(part, (0, 0))
    vintages.forget("world-bank-homicide_rate")
    refresh(["homicide_rate"], base=server.base, limits=quick)
    assert not part.exists() and len(vintages.held()) == 1


def test_every_connector_brings_indicators_there_are() -> None:
    for one in CONNECTORS:
        assert one.indicators and set(one.indicators) <= set(metadata.records()), one.dataset


def test_an_indicator_comes_from_one_connector_but_for_those_asked_by_name() -> None:
    counted = Counter(name for one in CONNECTORS if not one.asked_only for name in one.indicators)
    assert max(counted.values()) == 1
    assert len({one.dataset for one in CONNECTORS}) == len(CONNECTORS)
