"""The tables of facts, row by row: headers, sources, days, names, and the designations as a lawyer would list them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

TABLES = Path(__file__).resolve().parents[2] / "src" / "mnna" / "registry" / "tables"
CONFIDENCES = {"high", "medium", "low"}
STEPS = {"announced", "notified", "designated", "enacted", "published", "listed", "terminated"}
SOURCE_KINDS = {
    "statute",
    "regulation",
    "federal-register",
    "presidential",
    "congressional",
    "report",
    "press",
    "dataset",
    "general-knowledge",
}
NAME_KINDS = {"everyday", "official", "us-government", "former", "abbreviation", "native"}
HEADERS = {
    "statuses": "id,title,definition,citation,absent,known_from,reading,follows,note,part_of,brings,"
    "unknown_because,bears,family,predicate,short,headline,lane,backdrop,treated_as,also_listed,if_they_differ,"
    "preceded_by,grantable,usual,excluded_by",
    "spans": "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note",
    "steps": "country,status,step,on,on_by,event,instrument,source,confidence,note",
    "proposals": "id,country,direction,kind,proposer,proposer_role,on,precision,instrument,outcome,outcome_on,note,"
    "source,confidence",
    "leaders": "country,leader,party,since,until,source,confidence,note",
    "events": "on,precision,country,event,bearing,source,confidence,note",
    "countries": "iso3,name,name_us_government,iso2,gec,cow,gw,region,combatant_command,sovereign,capital,capital_lat,"
    "capital_lon,lat,lon,note,article",
    "country_names": "country,name,kind,note",
    "former_states": "name,ended,now,source",
    "parts": "name,of,source",
    "depth": "country,read_on,note",
    "readings": "id,what,text_as_of,read_on,budget,budget_because,covers",
    "budgets": "kind,days,due,because",
    "not_found": "status,since,until,what,searched,read_on",
    "practice": "authority,kind,country,on,what,source,confidence,looked_in,read_on",
    "sources": "id,title,publisher,kind,address,licence,opened_on,note",
}
FILES = [TABLES / f"{name}.csv" for name in HEADERS if name != "spans"] + sorted((TABLES / "spans").glob("*.csv"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def table(name: str) -> list[dict[str, str]]:
    return rows(TABLES / f"{name}.csv")


def once(name: str, column: str = "id") -> list[str]:
    """The ids of a table, of which none stands twice."""
    ids = [row[column] for row in table(name)]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    assert not twice, f"{name}.csv has two rows {', '.join(twice)}: leave one out."
    return ids


def spans(status: str | None = None) -> list[dict[str, str]]:
    found = [row for path in sorted((TABLES / "spans").glob("*.csv")) for row in rows(path)]
    return [row for row in found if status in (None, row["status"])]


def folded(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", bare.replace("&", " and ")).split()).removeprefix("the ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_table_has_the_agreed_columns_and_whole_rows(path: Path) -> None:
    name = "spans" if path.parent.name == "spans" else path.stem
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file, strict=True)
    assert header == HEADERS[name].split(",")
    assert lines
    for number, line in enumerate(lines, 2):
        assert len(line) == len(header), f"{path.name} line {number}"
        assert all(cell == cell.strip() for cell in line), f"{path.name} line {number} has stray spaces"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fact_names_a_source_that_exists_and_a_confidence(path: Path) -> None:
    known = {row["id"] for row in table("sources")}
    for number, row in enumerate(rows(path), 2):
        if "source" not in row:
            continue
        ids = row["source"].split(";")
        assert set(ids) <= known, f"{path.name} line {number}: sources.csv has no row {', '.join(set(ids) - known)}."
        assert path.stem in ("former_states", "parts") or row["confidence"] in CONFIDENCES, f"{path.name} line {number}"


def cited() -> list[tuple[str, dict[str, str]]]:
    return [(path.name, row) for path in FILES if path.stem != "sources" for row in rows(path) if row.get("source")]


def test_no_row_rests_on_general_knowledge_or_says_that_it_was_not_looked_up() -> None:
    for name, row in cited():
        assert "general-knowledge" not in row["source"].split(";"), (name, row)
        assert not re.search(r"general knowledge|not looked up", row.get("note", ""), re.IGNORECASE), (name, row)


def test_every_source_that_a_row_names_was_opened() -> None:
    opened = {row["id"]: row["opened_on"] for row in table("sources")}
    for name, row in cited():
        assert all(opened[id_] for id_ in row["source"].split(";")), (name, row)


SLUG = r"^[\w.-]+\.[a-z]{2,4}: |\b\d{5,}\b|\d{4} \d{2} \d{2}\b|\b(?:[a-z]+ ){8}[a-z]+$"
"""A title made from an address: its host, a number of the page, a day in figures, or words without capitals."""


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("indiatoday.in: El Mencho killed drug lord military operation", True),
        ("675405003 US identifies key nations", True),
        ("El Mencho killed drug lord military operation violence cartels 2872708 2026 02 23", True),
        ("Report on the killing by forces in an operation with help from abroad that went on", True),
        ("Report of 23 February 2026 on the killing of El Mencho", False),
    ],
)
def test_a_title_made_from_an_address_is_known(title: str, found: bool) -> None:
    assert bool(re.search(SLUG, title)) == found


def test_titles_are_titles_and_publishers_are_names() -> None:
    for row in table("sources"):
        if row["kind"] == "press":
            assert not re.search(SLUG, row["title"]), row
        assert not re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,4}", row["publisher"]), row


def test_sources_are_named_once_and_have_an_address_unless_they_are_ours() -> None:
    seen = table("sources")
    assert once("sources")
    for row in seen:
        assert row["kind"] in SOURCE_KINDS, row
        assert re.fullmatch(r"[a-z0-9-]+", row["id"]), row
        assert row["title"] and row["publisher"], row
        assert (
            row["address"].startswith(("https://", "http://"))
            or "No address" in row["note"]
            or (row["publisher"] == "mnna")
        ), row


def test_every_status_is_defined_and_every_span_has_a_status() -> None:
    ids = once("statuses")
    used = {row["status"] for row in spans()} | {row["status"] for row in table("steps")}
    assert used <= set(ids), f"statuses.csv has no row {', '.join(sorted(used - set(ids)))}; a span or a step names it."
    brought = {id_ for row in table("statuses") for id_ in row["brings"].split(";")}
    assert set(ids) - used - brought <= {"aeca-3c-ineligible", "aeca-3f-breach"}, "no such determination was ever found"
    for row in table("statuses"):
        assert row["absent"] in ("no", "unknown") and row["definition"], row
        named = [*row["follows"].split(";"), *row["brings"].split(";"), row["part_of"]]
        assert set(filter(None, named)) <= set(ids), row
        assert not row["known_from"] or date.fromisoformat(row["known_from"]), row


def test_the_two_lists_that_lag_a_designation_are_named_once_and_no_row_repeats_it() -> None:
    kinds = {row["id"]: row for row in table("statuses")}
    assert kinds["mnna"]["follows"] == "mnna-title10;itar-mnna-list"
    for follower in kinds["mnna"]["follows"].split(";"):
        assert kinds[follower]["unknown_because"]
        by_hand = [row for row in spans(follower) if row["holds"] == "unknown"]
        assert [row["note"] for row in by_hand if kinds[follower]["unknown_because"] == row["note"]] == []


def test_spans_run_forward_and_are_checked_on_a_day() -> None:
    for row in spans():
        since, until = date.fromisoformat(row["since"]), row["until"]
        marks = [since] + [date.fromisoformat(row[k]) for k in ("since_by", "until", "until_by") if row[k]]
        assert marks == sorted(marks) and (not until or since < date.fromisoformat(until)), (
            f"The days of {row['country']} {row['status']} from {since} are out of order."
        )
        assert row["holds"] in ("yes", "unknown") and row["instrument"], row
        assert row["note"] or row["holds"] == "yes", f"an unknown span says why: {row}"
        assert date.fromisoformat(row["checked_on"]) >= date(2026, 11, 23), row


def test_no_two_spans_of_one_instrument_overlap() -> None:
    groups = defaultdict(list)
    for row in spans():
        groups[row["country"], row["status"], row["instrument"]].append(row)
    for key, group in groups.items():
        group.sort(key=lambda row: row["since"])
        for earlier, later in pairwise(group):
            ended = earlier["until"] and (earlier["until_by"] or earlier["until"])
            assert ended and ended <= later["since"], f"{key} overlap: close that of {earlier['since']} with `until`."


def test_one_country_is_never_held_twice_under_a_list_that_names_it_once() -> None:
    several = {"mutual-defense-treaty", "defense-cooperation"}
    groups = defaultdict(list)
    for row in spans():
        groups[row["country"], row["status"]].append(row)
    for (country, status), group in groups.items():
        if status in several:
            continue
        group.sort(key=lambda row: row["since"])
        for earlier, later in pairwise(group):
            said = f"The spans {country} {status} overlap: close that of {earlier['since']} with `until`."
            assert earlier["until"] and earlier["until"] <= later["since"], said


def test_every_country_code_exists_and_the_organisation_is_nobodys_member() -> None:
    codes = {*once("countries", "iso3")}
    assert len(codes) == 251
    for name in ("steps", "proposals", "leaders", "events", "country_names"):
        assert {row["country"] for row in table(name)} <= codes, name
    unknown = sorted({row["country"] for row in spans()} - codes)
    assert not unknown, f"countries.csv has no row {', '.join(unknown)}; a span names it."
    assert {row["status"] for row in spans() if row["country"] == "NATO"} == {"nato-organization"}


def test_countries_carry_codes_and_places_that_can_be_so() -> None:
    for row in table("countries"):
        assert row["sovereign"] in ("yes", "no", "disputed", "organisation"), row
        assert row["name"] and row["name_us_government"], row
        for column, bound in (("lat", 90), ("lon", 180), ("capital_lat", 90), ("capital_lon", 180)):
            assert not row[column] or abs(float(row[column])) <= bound, row
    for column in ("name", "iso2", "gec", "cow", "gw"):
        used = [row[column] for row in table("countries") if row[column]]
        assert len(set(used)) == len(used), f"{column} names two countries"


def test_no_name_means_two_countries() -> None:
    meant: dict[str, str] = {}
    for row in table("country_names"):
        assert row["kind"] in NAME_KINDS, row
        assert meant.setdefault(folded(row["name"]), row["country"]) == row["country"], row
    for name in ("Congo", "Korea", "Virgin Islands"):
        assert folded(name) not in meant, f"{name} fits two countries and must not pick one"


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("South Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("DPRK", "PRK"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("DR Congo", "COD"),
        ("Congo (Brazzaville)", "COG"),
        ("Zaire", "COD"),
        ("Swaziland", "SWZ"),
        ("FYROM", "MKD"),
        ("Holland", "NLD"),
        ("Taiwan (TECRO)", "TWN"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("West Bank/Gaza", "PSE"),
        ("Gambia, The", "GMB"),
        ("Micronesia, Federated States of", "FSM"),
        ("Kingdom of Saudi Arabia", "SAU"),
        ("Government of the Netherlands", "NLD"),
        ("NATO Support and Procurement Agency", "NATO"),
    ],
)
def test_names_people_write(name: str, iso3: str) -> None:
    assert {folded(row["name"]): row["country"] for row in table("country_names")}[folded(name)] == iso3


STATUTE = "P.L. 104-164 s. 147(a)(1), adding FAA s. 517(b)"
DESIGNATIONS = [  # country, since, since_by, until, instrument, published as
    ("AUS", "1996-07-21", "", "", STATUTE, "110 Stat. 1434"),
    ("EGY", "1996-07-21", "", "", STATUTE, "110 Stat. 1434"),
    ("ISR", "1996-07-21", "", "", STATUTE, "110 Stat. 1434"),
    ("JPN", "1996-07-21", "", "", STATUTE, "110 Stat. 1434"),
    ("KOR", "1996-07-21", "", "", STATUTE, "110 Stat. 1434"),
    ("NZL", "1996-07-21", "", "", STATUTE, "110 Stat. 1434"),
    ("JOR", "1996-11-12", "", "", "Presidential Determination No. 97-4", "61 FR 59809"),
    ("ARG", "1998-01-06", "", "", "Presidential Determination No. 98-9", "63 FR 3635"),
    ("BHR", "2002-03-14", "", "", "Presidential Determination No. 2002-10", "67 FR 13247"),
    ("PHL", "2003-10-06", "", "", "Presidential Determination No. 2004-02", "68 FR 59855"),
    ("THA", "2003-12-30", "", "", "Presidential Determination No. 2004-16", "69 FR 2053"),
    ("KWT", "2004-01-15", "", "", "Presidential Determination No. 2004-21", "69 FR 4843"),
    ("MAR", "2004-06-03", "", "", "Presidential Determination No. 2004-35", "69 FR 34049"),
    ("PAK", "2004-06-16", "", "", "Presidential Determination No. 2004-37", "69 FR 38797"),
    ("AFG", "2012-07-06", "", "2022-09-23", "Presidential Determination No. 2012-11", "not published"),
    ("TUN", "2015-07-10", "", "", "Presidential Determination No. 2015-09", "80 FR 43613"),
    ("BRA", "2019-07-31", "", "", "Presidential Determination No. 2019-21", "84 FR 43035"),
    ("QAT", "2022-03-10", "", "", "Presidential Determination No. 2022-10", "87 FR 15025"),
    ("COL", "2022-05-23", "", "", "Presidential Determination No. 2022-14", "87 FR 32943"),
    ("KEN", "2024-06-24", "", "", "Presidential Determination No. 2024-05", "89 FR 57055"),
    ("SAU", "2026-01-01", "2026-01-23", "", "Presidential determination, FR Doc. 2026-01421", "FR Doc. 2026-01421"),
    ("PER", "2026-01-14", "", "", "Presidential Determination No. 2026-04", "FR Doc. 2026-01422"),
]


@pytest.mark.parametrize(("country", "since", "since_by", "until", "instrument", "published"), DESIGNATIONS)
def test_each_designation(country: str, since: str, since_by: str, until: str, instrument: str, published: str) -> None:
    (row,) = [row for row in spans("mnna") if row["country"] == country]
    assert (row["since"], row["since_by"], row["until"]) == (since, since_by, until)
    assert row["instrument"] == instrument and published in row["citation"] and row["holds"] == "yes"


SETTLED = [  # status, country, since, since_by, until: days on which lists differ
    ("terrorism-list", "IRQ", "1990-09-13", "", "2004-10-20"),
    ("terrorism-list", "LBY", "1979-12-29", "", "2006-06-29"),
    ("itar-126-1-table2", "ETH", "2021-11-01", "", ""),
    ("itar-126-1-table2", "NIC", "2024-03-15", "", ""),
    ("five-eyes", "GBR", "1946-03-05", "1946-03-06", ""),
    ("five-eyes", "AUS", "1955-04-27", "1957-01-01", ""),
    ("ear-a5", "ARE", "2026-07-10", "", ""),
    ("counter-cartel-coalition", "COL", "2026-08-12", "", ""),
    ("relations-severed", "VEN", "2019-01-23", "", "2026-03-05"),
    ("rome-statute", "HUN", "2002-07-01", "", ""),
    ("court-aid-waived", "AFG", "2003-07-01", "", "2008-01-28"),
    ("state-partnership", "GEO", "1994-01-01", "1996-01-01", ""),
    ("state-partnership", "SAU", "2024-11-15", "2025-08-21", ""),
]


@pytest.mark.parametrize(("status", "country", "since", "since_by", "until"), SETTLED)
def test_a_day_on_which_lists_differ(status: str, country: str, since: str, since_by: str, until: str) -> None:
    (row,) = [row for row in spans(status) if (row["country"], row["since"]) == (country, since)]
    assert (row["since_by"], row["until"]) == (since_by, until)
    assert row["note"], "which other day is told, and why not"


LISTED_THROUGH = "2026-11-24"
"""The day on which the list above was compared with the determinations; a later designation rests on its own rows."""


def test_every_designation_up_to_that_day_stands_in_the_list_above() -> None:
    """The list is written by hand on purpose: a row of `spans/mnna.csv` is read twice before it counts."""
    listed = {designation[0] for designation in DESIGNATIONS}
    held = {row["country"] for row in spans("mnna") if row["since"] <= LISTED_THROUGH}
    assert held == listed, f"spans/mnna.csv and DESIGNATIONS in {Path(__file__).name} differ in: {held ^ listed}."
    assert [row["country"] for row in spans("treated-as-mnna")] == ["TWN"]


def test_each_designation_is_a_step_on_the_first_day_of_its_span() -> None:
    made = {row["country"]: row for row in table("steps") if (row["status"], row["step"]) == ("mnna", "designated")}
    for row in spans("mnna"):
        country, since = row["country"], row["since"]
        assert country in made, f"Add a row to steps.csv: {country} is an ally since {since}, and no step says how."
        said = f"steps.csv has {country} designated on {made[country]['on']}, spans/mnna.csv since {since}."
        assert made[country]["on"] == since, said
        assert bool(made[country]["on_by"]) == bool(row["since_by"]), "an unknown day is unknown in both tables"


def test_announced_and_notified_come_before_designated() -> None:
    colombia = {row["step"]: row["on"] for row in table("steps") if row["country"] == "COL"}
    assert colombia == {
        "announced": "2022-03-10",
        "notified": "2022-04-21",
        "designated": "2022-05-23",
        "published": "2022-05-31",
        "listed": "2025-07-07",
    }


def test_who_is_only_treated_as_an_ally_was_enacted_and_not_designated() -> None:
    treated = {row["id"] for row in table("statuses") if row["treated_as"]}
    of_them = {row["step"] for row in table("steps") if row["status"] in treated}
    assert treated and "enacted" in of_them and "designated" not in of_them


def test_steps_are_of_the_seven_kinds_and_their_days_run_forward() -> None:
    for row in table("steps"):
        assert row["step"] in STEPS and row["event"], row
        assert not row["on_by"] or date.fromisoformat(row["on"]) < date.fromisoformat(row["on_by"]), row
        assert date.fromisoformat(row["on"])


@pytest.mark.parametrize(("name", "column"), [("proposals", "on"), ("events", "on")])
def test_days_of_the_political_record_are_as_precise_as_they_say(name: str, column: str) -> None:
    length = {"day": 10, "month": 7, "year": 4}
    for row in table(name):
        assert len(row[column]) == length[row["precision"]], row
        assert date.fromisoformat((row[column] + "-01-01")[:10]), row


def test_leaders_of_one_country_do_not_overlap() -> None:
    for country in {row["country"] for row in table("leaders")}:
        terms = sorted((row["since"], row["until"]) for row in table("leaders") if row["country"] == country)
        assert all(before[1] and before[1] <= after[0] for before, after in pairwise(terms))
