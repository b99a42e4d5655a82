"""How well a figure is measured: V-Dem's own intervals, beside the figures they are of."""

from mnna.series import figures
from mnna.series.intervals import files, intervals


def test_the_intervals_are_of_the_figures_that_are_shipped() -> None:
    assert [path.stem for path in files()] == ["vdem_polyarchy"]
    table, reach = figures.embedded("vdem_polyarchy"), intervals("vdem_polyarchy")
    assert set(reach) <= set(table) and max(year for _, year in reach) == 2024
    assert {code for code, year in table if year == 2024} == {code for code, year in reach if year == 2024}
    assert reach["MEX", 2024] == (0.058, 0.062) and all(0 <= end < 0.25 for pair in reach.values() for end in pair)


def test_where_no_producer_gives_one_there_is_none() -> None:
    assert not intervals("homicide_rate") and not intervals("of_my_own")
