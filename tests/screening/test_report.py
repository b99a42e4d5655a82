"""The report of a screening: which file it may go to, and a page whose numbers stand right and whose text is text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnna.errors import BadQuestion
from mnna.present.html import page
from mnna.screening.report import in_short, report, report_form, write_report
from mnna.screening.run import Screening
from mnna.screening.source import Source
from mnna.screening.summary import Summary
from mnna.screening.writers import target
from tests.golden import kept
from tests.interfaces.kept import lines

COUNTS = {"yes": 1200, "no": 0, "unknown": 1, "error": 0}
FOUND = Screening(
    source="<cases>.csv",
    out=None,
    summary=Summary(1201, COUNTS, {"22 USC 2776(b)(1)": COUNTS}, {"MEX": COUNTS}, {}, {"the day": 1}),
    said=("“Buyer” is read as recipient",),
    stamp={"law": "0123", "facts": "4", "version": "5", "input": "6", "time": "2026-06-01"},
    seconds=1.25,
    assumptions=(),
)
TOLD = FOUND.to_dict()


def test_the_page_holds_every_count_and_no_markup_of_the_files() -> None:
    text = page(report(TOLD))
    assert "1,201 rows of &lt;cases&gt;.csv in 1.2 seconds" in text and "<cases>" not in text
    assert "22 USC 2776(b)(1)" in text and "1,200" in text
    for heading in ("Rows by answer", "By rule", "By country", "What would settle the unknowns", "Audit stamp"):
        assert heading in text
    assert "Rows that could not be read" not in text and "Changed if" not in text


def told(source: str, out: str | None, rows: int, countries: list[str], **more: object) -> dict[str, object]:
    """A screening as JSON, with counts for each of the countries."""
    each = {"yes": 1, "no": 2, "unknown": 0}
    return {
        "source": source, "out": out, "rows": rows, "seconds": 1.25, "warnings": [],
        "answers": {"yes": 1200, "no": 4, "unknown": 1, "error": 0}, "rejects": {}, "needs": {},
        "by_rule": {"22 USC 2776(b)(1)": each, "no law looked up": {"yes": 0, "no": 0, "unknown": 3}},
        "by_country": {code: each | {"yes": at} for at, code in enumerate(countries)},
        "columns": ["“Buyer” is read as recipient"], "stamp": dict.fromkeys(("input", "law", "facts", "version"), "x"),
    } | more  # fmt: skip


CODES = ["MEX", "COL", "FJI", "JPN", "KEN", "BRA", "ARG", "PER", "QAT", "SAU", "EGY", "MAR", "not given"]
ASSUMED = [
    {"country": "KEN", "status": "mnna", "act": "designate", "on": "2024-06-01"},
    {"country": "XXX", "status": "none-such", "act": "terminate", "on": "2024-06-01"},
]
CHANGED = {
    "notify: yes -> unknown; review_days: 30 -> none; threshold_usd: 50000000 -> 25000000": 1200,
    "group: nato-plus -> none": 1,
}
SCREENINGS = {
    "few": told("cases.csv", None, 1, CODES[:3]),
    "twelve": told("-", "answers.csv", 1205, CODES[:12], columns=[]),
    "many": told(
        "cases.csv", "-", 1205, CODES, warnings=["no column of money was found", "one row has no recipient"],
        answers={"yes": 1, "no": 4, "unknown": 1, "error": 1199}, rejects={"no such country": 1199},
        needs={f"the fact {at}": 100 - at for at in range(14)}, assume=ASSUMED, changed=CHANGED,
    ),
    "unchanged": told("cases.csv", None, 0, [], assume=ASSUMED[:1], changed={}),
}  # fmt: skip


@pytest.mark.parametrize("name", SCREENINGS)
def test_a_report_and_its_short_form_as_they_are(name: str) -> None:
    told = SCREENINGS[name]
    kept(
        Path(__file__).with_name("golden") / f"report-{name}.txt",
        "\n".join([*lines(report(told)), "== in a terminal", *lines(in_short(told))]),
    )


def test_a_count_in_a_terminal_is_no_number_of_a_row() -> None:
    shown = lines(in_short(told("cases.csv", None, 3, CODES[:3], needs={"the day": 1, "the value": 1200})))
    assert any("1 row: the day" in line for line in shown) and any("1,200 rows: the value" in line for line in shown)


def test_a_report_is_json_or_a_page_in_a_folder_there_is(tmp_path: Path) -> None:
    cases = tmp_path / "cases.json"
    cases.write_text("[]", encoding="utf-8")
    source = Source("cases.json", (cases,), (cases,), False)
    goal = target(tmp_path / "a.csv", source)
    assert report_form(None, source, None) is None
    assert report_form(tmp_path / "a.JSON", source, goal) == tmp_path / "a.JSON"
    with pytest.raises(BadQuestion, match="it is the file to be read"):
        report_form(cases, source, goal)
    with pytest.raises(BadQuestion, match="its ending is no known file format"):
        report_form(tmp_path / "a.pdf", source, goal)
    with pytest.raises(BadQuestion, match="there is no folder"):
        report_form(tmp_path / "none" / "a.json", source, goal)


def test_the_ending_decides_what_is_written(tmp_path: Path) -> None:
    write_report(TOLD, tmp_path / "a.json")
    write_report(TOLD, tmp_path / "a.html")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == json.loads(json.dumps(TOLD))
    assert (tmp_path / "a.html").read_text("utf-8") == page(report(TOLD))


def test_a_row_without_a_day_is_counted_under_no_country_and_the_page_says_why() -> None:
    text = page(report(TOLD | {"by_country": {"MEX": COUNTS, "not given": COUNTS}}))
    assert "Country, day or channel not given" in text and "Mexico" in text
