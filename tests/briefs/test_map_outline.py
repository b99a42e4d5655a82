"""The shapes of the world picture: every country once, seen by its outline or by a dot."""

from __future__ import annotations

from math import radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.briefs.map_outline import HEIGHT, SHEET, WIDTH, _raw, place, place_turned, shapes, turned
from mnna.registry.countries import countries


def test_every_country_with_land_is_there_once_and_can_be_seen() -> None:
    nobodys, *found = shapes()
    assert (nobodys.code, nobodys.name, nobodys.dot) == ("", "", None)
    codes = [shape.code for shape in found]
    assert len(codes) == len(set(codes)) and "ATA" not in codes and "NATO" not in codes
    assert set(codes) == {code for code, one in countries().items() if one.lat and code != "ATA"}
    assert all(shape.path or shape.dot for shape in found)


def test_a_small_country_has_a_dot_where_it_lies_and_a_large_one_has_none() -> None:
    by_code = {shape.code: shape for shape in shapes()}
    assert by_code["MEX"].dot is None and by_code["MEX"].path.startswith("M") and by_code["MEX"].name == "Mexico"
    at = countries()["MLT"]
    x, y = place(float(at.lon), float(at.lat))
    assert by_code["MLT"].dot == (round(x, 1), round(y, 1))


def test_dots_lie_on_the_sheet() -> None:
    assert SHEET == f"0 0 {WIDTH:g} {HEIGHT:g}"
    dots = [shape.dot for shape in shapes() if shape.dot]
    assert dots and all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in dots)


LAT, LON = st.floats(-60, 84), st.floats(-180, 180)


@pytest.mark.parametrize(("lon", "east"), [(11, 0), (191, -180), (-169, -180), (10, -1), (-168, -179), (190.5, 179.5)])
def test_degrees_are_counted_from_the_middle_meridian(lon: float, east: float) -> None:
    assert turned(lon) == pytest.approx(east)


def test_the_middle_and_the_edges_of_the_sheet() -> None:
    assert place(11, 0)[0] == WIDTH / 2
    assert place_turned(180, 0)[0] == pytest.approx(WIDTH) and place_turned(-180, 0)[0] == pytest.approx(0)
    assert place(11, 84)[1] == pytest.approx(0)
    assert place(0, -56)[1] < HEIGHT, "the last land before Antarctica is on the sheet"


@given(LON, LAT)
def test_south_is_below_and_both_halves_are_alike(lon: float, lat: float) -> None:
    x, y = place_turned(lon, lat)
    mirrored, level = place_turned(-lon, lat)
    assert x - WIDTH / 2 == pytest.approx(WIDTH / 2 - mirrored) and y == level
    assert place_turned(lon, lat - 1)[1] > y


@given(st.floats(-59, 83), st.floats(1, 179))
def test_areas_are_true_to_each_other(lat: float, lon: float) -> None:
    """A small patch is as large on the sheet, times one factor, as it is on the globe."""

    def patch(at_lon: float, at_lat: float) -> float:
        width = _raw(at_lon + 0.01, at_lat)[0] - _raw(at_lon, at_lat)[0]
        height = _raw(0, at_lat + 0.005)[1] - _raw(0, at_lat - 0.005)[1]
        globe = radians(0.01) * (sin(radians(at_lat + 0.005)) - sin(radians(at_lat - 0.005)))
        return width * height / globe

    assert patch(lon, lat) == pytest.approx(patch(0, 0), rel=1e-4)
