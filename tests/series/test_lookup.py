"""Four answers that are never one another, and the figures anyone can look up."""

from __future__ import annotations

import pytest

from mnna.errors import BadDate, CannotAnswer, UnknownCountry, UnknownWord
from mnna.series import figure, indicator, indicators, latest, of_country, panel, series
from mnna.series.lookup import numbers


@pytest.mark.parametrize(
    ("name", "country", "year", "state", "value"),
    [
        # figures their producers print
        ("us_goods_trade_rank", "MEX", 2019, "value", 1),  # Census, top trading partners 2019
        ("us_goods_trade_rank", "MEX", 2023, "value", 1),  # Census, top trading partners 2023
        ("us_goods_trade_rank", "MEX", 2022, "value", 2),  # behind Canada
        ("us_goods_trade_rank", "CAN", 2022, "value", 1),
        ("us_goods_trade_total", "Mexico", 2019, "value", 612770.071),
        ("us_goods_exports", "MEX", 2023, "value", 323637.15),  # after the revision of June 2025
        ("homicide_rate", "MEX", 2018, "value", 29.4484),
        ("homicide_rate", "COL", 1991, "value", 85.8773),
        ("homicide_rate", "SLV", 2015, "value", 107.6382),
        ("us_troops_active_duty", "DEU", 1987, "value", 250715),
        ("us_troops_active_duty", "DEU", 2026, "value", 37009),  # the report of March 2026
        ("us_aid_total_obligations_current_usd", "SDN", 2006, "value", 933061846),  # with Sudan (former)
        ("us_aid_total_obligations_current_usd", "ISR", 2024, "value", 6819773792),
        ("us_military_aid_obligations_current_usd", "ISR", 2025, "value", 3305572360),
        ("us_imet_obligations_current_usd", "PER", 2020, "value", 588558),
        ("factbook_military_expenditure_pct_gdp", "PER", 2024, "value", 0.8),
        ("factbook_gdp_official_rate", "TWN", 2023, "value", 611391e6),
        ("us_land_border_km", "MEX", 2025, "value", 3155),
        ("us_rdp_mou", "JPN", 2016, "value", 1),
        # zero, given and implied
        ("us_land_border_km", "COL", 2025, "zero", 0),
        ("civil_conflict_intensity", "MEX", 2020, "zero", 0),
        ("us_sosa", "SGP", 2022, "zero", 0),
        ("us_rdp_mou", "MEX", 2024, "zero", 0),
        # missing inside the coverage
        ("gdp_current_usd", "TWN", 2020, "missing", None),
        ("gdp_current_usd", "KOR", 2024, "missing", None),
        ("us_troops_active_duty", "IRQ", 2026, "missing", None),
        ("us_military_aid_disbursements", "COL", 2018, "missing", None),
        ("us_military_training_students", "GBR", 2005, "outside", None),
        ("us_goods_trade_rank", "ABW", 1988, "missing", None),
        ("us_aid_total_obligations_current_usd", "NZL", 1990, "missing", None),
        ("factbook_export_share_usa", "RUS", 2023, "missing", None),
        ("factbook_export_share_usa", "MEX", 2022, "missing", None),
        ("civil_conflict_intensity", "SSD", 2000, "missing", None),
        ("civil_conflict_intensity", "PRI", 2000, "missing", None),
        ("civil_conflict_intensity", "NATO", 2000, "missing", None),
        # missing because the source is wrong
        ("us_ntib_member", "NZL", 2023, "missing", None),
        ("us_ntib_member", "NZL", 2021, "zero", 0),
        ("us_sosa", "IND", 2024, "missing", None),
        # outside the coverage
        ("us_goods_trade_total", "MEX", 2026, "outside", None),
        ("us_goods_trade_total", "MEX", 1984, "outside", None),
        ("us_goods_trade_share", "MEX", 1986, "outside", None),
        ("us_sosa", "CAN", 1997, "outside", None),
        ("gdp_current_usd", "TWN", 2030, "outside", None),
    ],
)
def test_answers(name: str, country: str, year: int, state: str, value: float | None) -> None:
    found = figure(name, country, year)
    assert (found.state, found.value) == (state, value)
    assert found.known == (value is not None) and numbers(name, [(found.country, year)]) == [value]
    assert found.because and found.unit and found.source and found.licence


def test_outside_tells_the_coverage_and_the_countrys_own() -> None:
    found = figure("us_goods_trade_total", "MEX", 2030)
    assert (found.first_year, found.last_year, found.country_last, found.of_year) == (1985, 2025, 2025, None)
    assert "1985 to 2025" in found.because


def test_a_static_figure_answers_for_any_year_and_says_of_which_it_is() -> None:
    assert {figure("us_land_border_km", "MEX", year).value for year in (1848, 1990, 2025, 2030)} == {3155.0}
    assert figure("us_land_border_km", "MEX", 1990).of_year == 2025
    assert "3,111 km" in figure("us_land_border_km", "MEX", 1990).notes[0]


def test_the_revised_trade_of_2019_carries_its_first_release() -> None:
    assert "614.5" in figure("us_goods_trade_total", "MEX", 2019).notes[0]
    assert figure("us_goods_trade_total", "MEX", 2018).notes == ()


def test_census_lists_fewer_partners_before_1992() -> None:
    listed = {year: sum(1 for _, at in panel("us_goods_trade_total") if at == year) for year in (1991, 1992)}
    assert listed == {1991: 76, 1992: 222}
    assert "76 partners" in figure("us_goods_trade_rank", "COL", 1990).notes[0]


@pytest.mark.parametrize(
    ("call", "error", "near"),
    [
        (lambda: figure("homicide", "MEX", 2020), UnknownWord, "homicide_rate"),
        (lambda: figure("gdp", "MEX", 2020), UnknownWord, "gdp_current_usd"),
        (lambda: figure("homicide_rate", "Mexcio", 2020), UnknownCountry, "Mexico (MEX)"),
        (lambda: series("homicide_rate", "Columbia"), UnknownCountry, "Colombia (COL)"),
        (lambda: figure("homicide_rate", "MEX", "2020"), BadDate, ""),  # type: ignore[arg-type]
        (lambda: figure("homicide_rate", "MEX", 0), BadDate, ""),
        (lambda: indicator("us_arms_tiv"), CannotAnswer, ""),
        (lambda: panel("military_expenditure_usd"), CannotAnswer, ""),
    ],
)
def test_a_wrong_question_says_what_is_near(call: object, error: type[Exception], near: str) -> None:
    with pytest.raises(error) as caught:
        call()  # type: ignore[operator]
    assert near in str(caught.value)


def test_what_is_not_shipped_says_how_to_bring_it() -> None:
    with pytest.raises(CannotAnswer, match="mnna ingest sipri"):
        indicator("us_arms_tiv")
    with pytest.raises(CannotAnswer, match="mnna refresh military_expenditure_usd"):
        indicator("military_expenditure_usd")


def test_series_fill_zeros_only_where_an_absent_row_means_zero() -> None:
    assert series("us_sosa", "SGP")[-3:] == ((2022, 0.0), (2023, 1.0), (2024, 1.0))
    assert len(series("civil_conflict_intensity", "MEX")) == 40
    assert series("us_ntib_member", "NZL")[-1] == (2021, 0.0)
    assert series("gdp_current_usd", "TWN") == ()
    assert next(year for year, _ in series("us_goods_trade_total", "ABW")) == 1992


def test_latest_is_the_last_year_with_a_figure() -> None:
    found = latest("homicide_rate", "MEX")
    assert found is not None and (found.year, found.value) == (2023, 24.859)
    assert latest("gdp_current_usd", "TWN") is None
    taiwan = latest("gdp_ppp_fariss", "TWN")
    assert taiwan is not None and taiwan.year == 2019


def test_every_state_of_every_figure_of_a_country_agrees_with_the_panel() -> None:
    for one in indicators():
        table = panel(one.id)
        for year in range(one.first_year - 1, one.last_year + 2):
            found, given = figure(one.id, "COL", year), table.get(("COL", year))
            if one.kind != "static" and not one.first_year <= year <= one.last_year:
                assert found.state == "outside"
            elif given is not None:
                assert found.value == given and found.state == ("zero" if given == 0 else "value")
            elif one.kind != "static":
                assert found.state == ("zero" if one.absent == "zero inside coverage" else "missing")


def test_a_countrys_figures_come_with_the_warnings_about_its_years() -> None:
    shown = of_country("us_troops_active_duty", "Iraq")
    assert shown.country == "IRQ" and shown.because == ""
    assert [(one.from_year, one.to_year) for one in shown.notes] == [
        (2003, 2004),
        (2003, 2007),
        (2021, 2023),
        (2026, 2026),
    ]
    nothing = of_country("homicide_rate", "North Korea")
    assert (nothing.country, nothing.series, nothing.notes) == ("PRK", (), ())
    assert "not in the series" in nothing.because


@pytest.mark.parametrize(
    ("name", "country", "year", "says"),
    [
        ("gdp_current_usd", "TWN", 2020, "not in the series in any year"),
        ("unga_distance_usa", "PRI", 2020, "a territory or associated state"),
        ("homicide_rate", "NATO", 2020, "an organization, not a country"),
        ("factbook_export_share_usa", "RUS", 2023, "unknown, not zero"),
        ("factbook_export_share_usa", "MEX", 2022, "one year for each country: 2023"),
        ("civil_conflict_intensity", "SSD", 2000, "did not exist as a state in 2000"),
        ("civil_conflict_intensity", "MEX", 2020, "a missing row within the years covered means zero"),
        ("us_goods_trade_rank", "ABW", 1988, "its figures for Aruba are of 1992 to 2025"),
        ("us_ntib_member", "NZL", 2023, "10 USC 4801(1)"),
        ("homicide_rate", "ABW", 1997, "A gap: Aruba has figures for 1995 to"),
    ],
)
def test_says_why(name: str, country: str, year: int, says: str) -> None:
    assert says in figure(name, country, year).because


@pytest.mark.parametrize(("country", "year"), [("IRQ", 2022), ("IRQ", 2023), ("SYR", 2021)])
def test_troops_deployed_and_not_counted_are_missing_and_not_zero(country: str, year: int) -> None:
    found = figure("us_troops_active_duty", country, year)
    assert found.state == "missing" and "no counts of those deployed there" in found.because


def test_small_shares_of_trade_have_four_digits() -> None:
    assert figure("us_goods_trade_share", "PLW", 2025).value == pytest.approx(0.0004415)
