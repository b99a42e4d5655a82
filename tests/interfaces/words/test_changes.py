"""`changes` at every door: the contract's keys, files in four forms, and what is refused before the work."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from mnna.interfaces.words.changes import FILES
from tests.interfaces.checks import fits
from tests.present.test_feeds import check_atom, check_calendar
from tests.terminal import run

YEAR = ("--since", "2024-01-01", "--until", "2024-12-31")


@pytest.mark.parametrize("words", [["MEX", *YEAR], ["Taiwan", *YEAR], ["NATO", *YEAR], [*YEAR, "--kind", "law"], []])
def test_questions(words: list[str]) -> None:
    told = fits("changes", *words)
    assert {"since", "until", "changes", "ahead"} <= told.keys()


def test_a_file_in_each_form(tmp_path: Path) -> None:
    for ending in FILES:
        target = tmp_path / f"changes{ending}"
        ran = run("changes", "KEN", *YEAR, "-o", str(target))
        assert (ran.code, ran.out) == (0, "") and str(target) in ran.err
    made = {ending: (tmp_path / f"changes{ending}").read_bytes() for ending in FILES}
    told = json.loads(made[".json"])
    assert len(check_atom(made[".atom"])) == len(told["changes"])
    assert len(check_calendar(made[".ics"])) == len(told["changes"]) + len(told["ahead"])
    rows = list(csv.DictReader(made[".csv"].decode().splitlines()))
    assert sum(row["kind"] == "ahead" for row in rows) == len(told["ahead"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--since", "2025-01-01", "--until", "2024-01-01"), "the first day is after the last"),
        ((*YEAR, "-o", "changes.xml"), "Did you mean .atom, .ics, .csv or .json?"),
        ((*YEAR, "-o", "/no-such-folder/changes.atom"), "there is no folder"),
        (("Ruritania", *YEAR), "no country has that code or name"),
        ((*YEAR, "--kind", "noticed"), "Did you mean notice?"),
        (("--since", "yesterday"), "it is not a date"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], said: str) -> None:
    ran = run("changes", *words)
    assert (ran.code, ran.out) == (2, "") and said in ran.err and ran.err.count("\n") == 1


def test_the_page_announces_its_feeds() -> None:
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        page = client.get("/changes", params={"country": "MEX", "since": "2026-01-01"}).text
        assert 'type="application/atom+xml"' in page and 'name="kind"' in page
        feed = client.get("/changes.atom", params={"country": "MEX", "since": "2026-01-01"})
        assert feed.headers["content-type"].startswith("application/atom+xml") and check_atom(feed.content)
        events = client.get("/changes.ics", params={"country": "MEX", "since": "2026-01-01"})
        assert events.headers["content-type"].startswith("text/calendar") and check_calendar(events.content)
