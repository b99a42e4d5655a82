"""The queries of the columns of `statuses.csv`: each finds its statuses by what the table says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mnna.answers.holders import SHOWN
from mnna.answers.status import HEADLINE, status_in
from mnna.errors import BadFacts
from mnna.registry.cells import FAMILIES
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.records import StatusKind
from mnna.registry.statuses import (
    USUAL,
    alliance,
    allies_first,
    backdrop,
    headline,
    in_family,
    lanes,
    our_statuses,
    treated_as,
    usual,
)
from tests.registry.test_read_tables import HEADER, changed, table

OURS = our_statuses()
STATUSES = "id,title,definition,citation,absent,known_from,complete_until,follows,note"
OWN = "my-club,My club,A club.,A charter,no,,,,"


def ids(kinds: tuple[StatusKind, ...]) -> list[str]:
    return [kind.id for kind in kinds]


def test_one_status_is_usual_and_one_the_alliance() -> None:
    assert [kind.id for kind in OURS.values() if kind.usual == "yes"] == [USUAL] == ["mnna"]
    assert usual(OURS).id == USUAL and ids(in_family(OURS, "alliance")) == [alliance(OURS).id] == ["nato"]
    assert ids(treated_as(OURS, USUAL)) == ["treated-as-mnna"] and not treated_as(OURS, "nato")


def test_the_headline_is_looked_for_in_order() -> None:
    assert tuple(ids(headline(OURS))) == HEADLINE == ("nato", "mnna", "treated-as-mnna")
    assert tuple(ids(allies_first(OURS))) == SHOWN == ("mnna", "treated-as-mnna", "nato")


def test_families_are_in_the_order_of_the_table() -> None:
    assert {kind.family for kind in OURS.values()} == set(FAMILIES)
    assert ids(in_family(OURS, "treaty")) == ["mutual-defense-treaty", "rio-treaty"]
    assert ids(in_family(OURS, "label")) == [
        "major-defense-partner",
        "major-security-partner",
        "mscp",
        "major-strategic-partner",
    ]


@pytest.mark.parametrize("column", ["headline", "lane", "backdrop"])
def test_places_are_counted_from_one_without_a_gap(column: str) -> None:
    found = sorted(rank for kind in OURS.values() if (rank := getattr(kind, column)) is not None)
    assert found == list(range(1, len(found) + 1)) and len(found) > 2


def test_pictures_name_their_statuses_shortly() -> None:
    assert lanes(OURS)[0].name == "NATO member" and all(kind.short for kind in lanes(OURS))
    assert backdrop(OURS)[-1].name == backdrop(OURS)[-1].title == "Merida Initiative partner"


def test_what_a_country_is() -> None:
    assert OURS["mnna"].being == "a major non-NATO ally" and OURS["nato"].being == "a member of NATO"
    assert OURS["aukus"].being == "a holder of the status “AUKUS partner”"
    assert all(kind.predicate for kind in headline(OURS))


def test_every_id_in_a_cell_is_a_status() -> None:
    named = {id_ for kind in OURS.values() for id_ in (*kind.also_listed, kind.treated_as, kind.preceded_by) if id_}
    assert named and named <= set(OURS)
    assert all(OURS[id_].if_they_differ for kind in OURS.values() for id_ in kind.also_listed)


def test_a_table_without_the_columns_is_read(tmp_path: Path) -> None:
    folder = table(tmp_path / "old", HEADER, changed(status="my-club", source="pd-2002-10"))
    table(folder, STATUSES, OWN, name="statuses.csv")
    kind = load_registry(folder).kind("my-club")
    assert (kind.family, kind.lane, kind.also_listed) == ("", None, ())
    assert (kind.grantable, kind.usual, kind.name) == ("yes", "no", "My club")


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("usual", "yes", "ours are the defaults"),
        ("headline", "1", "ours are the defaults"),
        ("backdrop", "9", "ours are the defaults"),
        ("lane", "first", "is not a place such as 1 or 2"),
        ("lane", "0", "is not a place such as 1 or 2"),
        ("family", "clubs", "is none of"),
        ("grantable", "perhaps", "is none of yes, no"),
    ],
)
def test_a_cell_that_cannot_stand_is_refused(column: str, cell: str, said: str, tmp_path: Path) -> None:
    folder = table(tmp_path / "own", HEADER, changed(status="my-club", source="pd-2002-10"))
    table(folder, f"{STATUSES},{column}", f"{OWN},{cell}", name="statuses.csv")
    with pytest.raises(BadFacts, match=said):
        load_registry(folder)


def test_a_users_own_list_may_differ_from_a_status_of_theirs(tmp_path: Path) -> None:
    folder = table(tmp_path / "own", HEADER, changed(country="MEX", status="my-club", source="pd-2002-10"))
    columns = f"{STATUSES},also_listed,if_they_differ"
    club, roll = f"{OWN},my-roll,", "my-roll,My roll,A roll.,A charter,no,,,,,,club {status} but roll {list}"
    table(folder, columns, club, roll, name="statuses.csv")
    found = load_registry(folder).assume(Assumption("MEX", "my-club", date(2026, 1, 1), "designate"))
    answer = status_in(found, countries()["MEX"], date(2026, 6, 1))
    assert answer.disagreements[-1] == "club yes but roll no"
