"""How newer figures differ from those held."""

from __future__ import annotations

from mnna.series.refresh.drift import Revision, drift

HELD = {("MEX", 2022): 100.0, ("MEX", 2023): 50.0, ("COL", 2022): 10.0, ("SUN", 1990): 1.0, ("PER", 2022): 3.0}


def test_added_gone_revised_and_same_figures_are_counted() -> None:
    new = {
        ("MEX", 2022): 110.0,
        ("MEX", 2023): 50.0000001,
        ("MEX", 2024): 60.0,
        ("COL", 2022): 20.0,
        ("COL", 2025): 1.0,
    }
    found = drift("x", HELD, new | {("PER", 2022): 3.0})
    assert (found.added, found.first_added, found.last_added) == (2, 2024, 2025)
    assert (found.gone, found.revised, found.same) == (1, 2, 2)
    assert found.largest == (Revision("COL", 2022, 10.0, 20.0), Revision("MEX", 2022, 100.0, 110.0))
    assert found.to_dict()["largest"] == [one._asdict() for one in found.largest]


def test_nothing_held_is_all_added_and_only_the_largest_are_shown() -> None:
    new = {("MEX", year): float(year) for year in range(2000, 2010)}
    assert (drift("x", {}, new).added, drift("x", {}, new).revised, drift("x", {}, new).last_added) == (10, 0, 2009)
    assert drift("x", new, new).first_added is None
    moved = drift("x", new, {key: 0.0 if key[1] == 2005 else value + 1 for key, value in new.items()})
    assert moved.revised == 10 and len(moved.largest) == 5 and moved.largest[0] == Revision("MEX", 2005, 2005.0, 0.0)
