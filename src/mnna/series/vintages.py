"""Storage of refreshed figures and of the user's own figures in the user's data directory.

A vintage is one gzip file: a first line `# {json}` that describes it, then `indicator,country,year,value`. Indicators
from one download share a file, so that exports and imports can never be of different vintages. A new file is written to
a temporary name in the same folder, flushed to disk and renamed over the old one. So a process killed at any moment
leaves the old or the new vintage, never a partial file.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mnna.errors import BadFacts
from mnna.files import keep
from mnna.registry import data_directory as place
from mnna.series import metadata
from mnna.series.figures import Coverage, Panel, Written, as_text, coverage, number, pack
from mnna.series.records import Indicator

FORMAT = 1
OWN = "your own"
SUFFIX = ".csv.gz"


@dataclass(frozen=True, slots=True)
class Download:
    """One fetched or given file: its address or name, SHA-256, size in bytes, and the server's cache validators."""

    url: str
    checksum: str
    size: int
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Vintage:
    """The figures of one data set as retrieved at one time; `origin` is `refreshed 2026-11-24` or `your own`."""

    dataset: str
    origin: str
    retrieved: str
    panels: Mapping[str, Panel]
    records: Mapping[str, metadata.Record]
    sources: tuple[Download, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """The description of a vintage on disk, without its figures."""

    path: Path
    dataset: str
    origin: str
    retrieved: str
    indicators: Mapping[str, Indicator]
    sources: tuple[Download, ...]
    notes: tuple[str, ...] = field(default=())


def data_directory() -> Path:
    """Return the user's data directory: `MNNA_DATA`, else `~/.local/share/mnna` or the system's equivalent."""
    return Path(place.data_directory())


def folder() -> Path:
    """Return the folder of the vintages, `indicators` in the data directory, whether or not it exists."""
    return data_directory() / "indicators"


def write(vintage: Vintage) -> Held:
    """Write a vintage, atomically replacing an older one of its data set, and return its description.

    Raises `CannotAnswer` where the folder cannot be written.
    """
    path = folder() / f"{vintage.dataset}{SUFFIX}"
    keep(path, pack(_as_text(vintage)), f"storing {vintage.dataset}")
    return _held(path, *_stamp(path))


def given(file: Path, content: bytes) -> Download:
    """Return the record of a file that the user gave."""
    return Download(file.name, sha256(content).hexdigest(), len(content))


def write_table(path: Path, columns: Iterable[str], rows: Iterable[Iterable[object]], asked: str) -> None:
    """Write a CSV table with a header row, as `files.keep` does."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([columns, *rows])
    keep(path, out.getvalue().encode(), asked)


def _as_text(vintage: Vintage) -> str:
    header = {
        "format": FORMAT,
        "dataset": vintage.dataset,
        "origin": vintage.origin,
        "retrieved": vintage.retrieved,
        "sources": [asdict(source) for source in vintage.sources],
        "notes": list(vintage.notes),
        "indicators": [_described(vintage.records[name], panel) for name, panel in sorted(vintage.panels.items())],
    }
    out = io.StringIO(newline="")
    out.write(f"# {json.dumps(header, ensure_ascii=False, sort_keys=True)}\nindicator,country,year,value\n")
    for name, panel in sorted(vintage.panels.items()):
        out.writelines(f"{name},{country},{year},{number(value)}\n" for (country, year), value in sorted(panel.items()))
    return out.getvalue()


def _described(record: metadata.Record, panel: Panel) -> dict[str, Any]:
    left_out = ("from", "caveats_more", "caveats_embedded", "shipped", "bring")
    plain = {key: value for key, value in record.items() if key not in left_out}
    return {"record": plain, "coverage": asdict(coverage(panel))}


def held() -> list[Held]:
    """Return every vintage in the user's data directory; where two have an indicator, the later one in the list counts.

    Refreshed vintages come first, then the user's own, each in order of the time of retrieval.
    """
    found = [_held(path, *stamp) for path, stamp in state()]
    return sorted(found, key=lambda one: (one.origin == OWN, one.retrieved))


def state() -> tuple[tuple[Path, tuple[int, int, int]], ...]:
    """Return the path of each vintage with its modification time, size and inode, so that changes can be noticed."""
    here = folder()
    if not here.is_dir():
        return ()
    return tuple((path, _stamp(path)) for path in sorted(here.glob(f"[!.]*{SUFFIX}")))


def _stamp(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[str]]:
    """Open the lines of a vintage; an error while they are read or parsed becomes a `BadFacts` for a damaged file."""
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield file
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        do = f"Delete {path}, or refresh or ingest it again. The embedded figures do not replace it by themselves."
        raise BadFacts(f"your vintage {path.name}", f"the file is damaged ({error})", (), do) from None


@lru_cache(maxsize=64)
def _held(path: Path, *stamp: int) -> Held:
    with _opened(path) as lines:
        header, indicators = json.loads(next(lines, "").removeprefix("# ")), {}
        for item in header["indicators"]:
            record = metadata.completed(item["record"], "vintage")
            indicators[record["id"]] = metadata.build(record, Coverage(**item["coverage"]), header["origin"])
        sources = tuple(Download(**source) for source in header["sources"])
        dataset, origin, retrieved, notes = (header[name] for name in ("dataset", "origin", "retrieved", "notes"))
        return Held(path, dataset, origin, retrieved, MappingProxyType(indicators), sources, tuple(notes))


def panel(path: Path, indicator: str) -> Written:
    """Return the figures of one indicator in the vintage at `path`; raises `BadFacts` where the file is damaged."""
    return _panel(path, indicator, *_stamp(path))


@lru_cache(maxsize=64)
def _panel(path: Path, indicator: str, *stamp: int) -> Written:
    with _opened(path) as lines:
        next(lines, "")
        rows = csv.reader(lines)
        return Written(as_text({(row[1], int(row[2])): float(row[3]) for row in rows if row[0] == indicator}))


def forget(dataset: str) -> bool:
    """Delete the user's vintage of a data set, so that the embedded figures are used again.

    Return whether there was a vintage.
    """
    path = folder() / f"{dataset}{SUFFIX}"
    existed = path.exists()
    path.unlink(missing_ok=True)
    return existed
