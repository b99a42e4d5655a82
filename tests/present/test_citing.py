"""Citations that a reference manager reads, whatever stands in a title."""

from __future__ import annotations

import json
from datetime import date

import pytest

from mnna.present.citing import NAMES, STYLES, Work, cited

WORK = Work(
    "mnna-status-COL",
    "Colombia & 100 % of {it}: a_b",
    "0.2.0",
    date(2026, 9, 28),
    date(2026, 11, 28),
    "http://127.0.0.1:8000/countries/COL?on=2024-06-01&stamp=aa-bb",
    "law aa, facts bb",
)


def test_bluebook_and_chicago() -> None:
    assert cited(WORK, "bluebook") == (
        "mnna, Colombia & 100 % of {it}: a_b (version 0.2.0, Sept. 28, 2026; law aa, facts bb), "
        "http://127.0.0.1:8000/countries/COL?on=2024-06-01&stamp=aa-bb (last visited Nov. 28, 2026)."
    )
    assert cited(WORK, "chicago") == (
        "mnna. “Colombia & 100 % of {it}: a_b.” Version 0.2.0. Law aa, facts bb. Accessed November 28, 2026. "
        "http://127.0.0.1:8000/countries/COL?on=2024-06-01&stamp=aa-bb."
    )
    assert "“Who is next?”" in cited(WORK._replace(title="Who is next?"), "chicago")


def test_bibtex_is_read_by_a_parser() -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(cited(WORK, "bibtex"))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("misc", "mnna-status-COL")
    assert fields["url"] == WORK.address and fields["urldate"] == "2026-11-28" and fields["version"] == "0.2.0"
    assert fields["title"] == r"{Colombia \& 100 \% of \{it\}: a\_b}" and fields["author"] == "{mnna}"


def test_ris_is_read_by_a_parser() -> None:
    rispy = pytest.importorskip("rispy")
    (entry,) = rispy.loads(cited(WORK, "ris"))
    assert entry["title"] == WORK.title and entry["authors"] == ["mnna"] and entry["urls"] == [WORK.address]
    assert (entry["year"], entry["edition"], entry["access_date"]) == ("2026", "0.2.0", "2026/11/28")


def test_csl_has_the_parts() -> None:
    made = cited(WORK, "csl")
    (item,) = json.loads(made)
    assert made.startswith('[\n  {\n    "id": "mnna-status-COL",\n')
    assert item["URL"] == WORK.address and item["version"] == "0.2.0" and item["title"] == WORK.title
    assert item["issued"] == {"date-parts": [[2026, 9, 28]]} and item["accessed"] == {"date-parts": [[2026, 11, 28]]}


def test_every_style_has_a_name() -> None:
    assert list(STYLES) == list(NAMES)
