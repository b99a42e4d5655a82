"""Varieties of Democracy, country-years (core): a zip file with one CSV; the name of the zip includes the release.

The address changes with each release, and the site may require a form to be filled in. Where the download fails,
download the zip file by hand and give it to `from_file("v-dem", FILE)`. `country_text_id` is V-Dem's own code, mostly
the alpha-3 code.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mnna.series.refresh.session import Read, Rows, Session, member, newest, table, wrong_shape

COLUMNS = {"v2x_polyarchy": "vdem_polyarchy", "v2x_clphy": "vdem_physical_violence_index"}
IDS = tuple(COLUMNS.values())


def read(session: Session) -> Read:
    """Return the indices of electoral democracy and of physical violence, from the newest release found."""
    last = date.today().year - 2010  # v16 appeared in March 2026
    versions = str(last), str(last - 1)
    file, version = newest(versions, lambda one: session.get("v-dem", "zip", parts={"version": one}))
    return parse(file, version)


def parse(file: Path, version: str = "") -> Read:
    """Return both indices from a copy of the zip file; raises `WrongShape` or `BadFacts`."""
    rows = Rows("V-Dem country-years")
    with member(file, rows.what) as text:
        for line, row in table(text, rows.what, ("country_text_id", "year", *COLUMNS)):
            for column, indicator in COLUMNS.items():
                rows.add(indicator, row["country_text_id"], row["year"], row[column], line)
    if set(rows.found) != set(IDS):
        raise wrong_shape(rows.what, "no figure of one of the two indices")
    panels = rows.panels()
    last = max(year for _, year in panels[IDS[0]])
    release = f"v{version}" if version else "release not said"
    said = {"vintage": f"years to {last}", "obtained_from": "", "caveats": ()}
    overrides = {name: said | {"version": f"{release}, {column}"} for column, name in COLUMNS.items()}
    return Read(panels, overrides, rows.notes())
