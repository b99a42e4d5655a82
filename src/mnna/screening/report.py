"""A screening on paper: JSON for machines, one self-contained page for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mnna.errors import BadQuestion
from mnna.screening.writers import whole

if TYPE_CHECKING:
    from mnna.screening.run import Screening

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; margin: .5rem 0 1.5rem; width: 100%; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ccc; vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
caption { text-align: left; font-weight: 600; font-size: 1.1rem; padding: .5rem 0; }
code { font-size: .9em; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { background: #161616; color: #eee; } th, td { border-color: #444; } }
"""


def report_form(asked: str | Path | None) -> Path | None:
    """The file a report goes to; raises `BadQuestion` where its ending is neither .json nor .html."""
    if asked is None:
        return None
    path = Path(asked)
    if path.suffix.lower() not in (".json", ".html"):
        raise BadQuestion(f"--report {asked}", "its ending says no form of report", (".json", ".html"), "")
    if not path.parent.is_dir():
        raise BadQuestion(f"--report {asked}", f"there is no folder {path.parent}", (), "Make it first.")
    return path


def write_report(found: Screening, path: Path) -> None:
    """Write the report; the file is whole or not there."""
    text = json.dumps(found.to_dict(), ensure_ascii=False, indent=2) if path.suffix.lower() == ".json" else page(found)
    with whole(path) as beside:
        beside.write_text(text + "\n", encoding="utf-8")


def page(found: Screening) -> str:
    """The report as an HTML page that needs nothing else."""
    summary = found.summary
    parts = [
        _table("Rows by answer", ("answer", "rows"), summary.answers.items()),
        _table("By rule", ("rule", "yes", "no", "unknown"), _wide(summary.rules)),
        _table("By country", ("country", "yes", "no", "unknown"), _wide(summary.countries)),
        _table("Rows that could not be read", ("reason", "rows"), summary.rejects.items()),
        _table("What would settle the unknowns", ("fact", "rows"), summary.needs.items()),
    ]
    if summary.changed is not None:
        title = "Changed if " + ", ".join(f"{a.country} {a.act} {a.status} {a.on}" for a in found.assumptions)
        parts.append(_table(title, ("change", "rows"), summary.changed.items()))
    parts.append(_table("Columns", ("how they were read",), ((one,) for one in found.said)))
    parts.append(_table("Audit stamp", ("what", "value"), found.stamp.items(), number=False))
    head = f"<h1>Screening of {escape(found.source)}</h1><p>{summary.rows:,} rows in {found.seconds:.1f} seconds.</p>"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Screening of {escape(found.source)}</title><style>{STYLE}</style></head>"
        f"<body>{head}{''.join(parts)}</body></html>"
    )


def _wide(counts: Mapping[str, Mapping[str, int]]) -> Iterable[tuple[str, ...]]:
    for name, by in counts.items():
        yield (name, *(f"{by[answer]:,}" for answer in ("yes", "no", "unknown")))


def _table(title: str, heads: tuple[str, ...], rows: Iterable[Iterable[object]], number: bool = True) -> str:
    body = "".join(
        f"<tr>{''.join(_cell(place, value, number) for place, value in enumerate(row))}</tr>" for row in rows
    )
    if not body:
        return ""
    head = "".join(f'<th scope="col"{_align(place, number)}>{escape(one)}</th>' for place, one in enumerate(heads))
    return f"<table><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(place: int, value: object, number: bool) -> str:
    text = f"{value:,}" if isinstance(value, int) else str(value)
    return f"<td{_align(place, number)}>{escape(text)}</td>"


def _align(place: int, number: bool) -> str:
    return ' class="n"' if place and number else ""
