"""The map over time as one file."""

from __future__ import annotations

import json

from mnna.interfaces.site.over_time import over_time
from mnna.interfaces.site.plan import Scope


def test_every_span_of_the_countries_is_in_one_file() -> None:
    files = dict(over_time(Scope(("COL", "MEX"), whole=False)))
    spans = json.loads(files["map/over-time.json"])["spans"]
    assert {span["country"] for span in spans} == {"COL", "MEX"}
    held = next(span for span in spans if (span["country"], span["status"]) == ("COL", "mnna"))
    assert held["since"] == "2022-05-23" and held["until"] is None and held["holds"] == "yes"
    rows = files["map/over-time.csv"].decode().splitlines()
    assert len(rows) == len(spans) + 1 and rows[0].startswith("country,status,holds,since,since_by")
