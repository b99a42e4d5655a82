"""The shapes of the world picture: every country once, seen by its outline or by a dot."""

from __future__ import annotations

from mnna.briefs.map_outline import SHEET, shapes
from mnna.briefs.projection import HEIGHT, WIDTH, place
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
