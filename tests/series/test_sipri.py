"""SIPRI's export in its documented shapes; the figures are invented, since the real ones may not be shipped."""

from pathlib import Path

import pytest

from mnna.errors import BadFacts
from mnna.series import figure, indicator, ingest_sipri, series
from mnna.series.coverage_codes import known
from mnna.series.sipri import recipients

OLD = """"TIV of arms exports from the United States, 2019-2021"
"Generated: 14 March 2022"
"Figures are SIPRI Trend Indicator Values (TIVs) expressed in millions."
"A '0' indicates that the value of deliveries is less than 0.5m"

"Source: SIPRI Arms Transfers Database"

,2019,2020,2021,Total,
Mexico,3,,0,3,
Colombia,,12,5,17,
South Korea,250,300,310,860,
Cote d'Ivoire,,1,,1,
Syria rebels*,2,,,2,
NATO**,,7,,7,
Unknown recipient(s),,1,,1,
Total,255,321,315,891,
"""
NEW = """SIPRI Arms Transfers Database
Figures are SIPRI TIVs in millions
Recipient,2019,2020,2021,2019-2021
Mexico,3,,0,3
Colombia,,12.5,5,17.5
Turkiye,1,2,3,6
Total exports from United States,4,14.5,8,26.5
"""
COLUMNS = (
    "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,"
    "Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons"
)
REGISTER = f"""Trade register
A '0' for 'SIPRI TIV of delivered weapons' indicates a volume between 0 and 0.5 million

{COLUMNS}
Mexico,United States,2018,,4,,UH-60M,helicopter,4,,2019; 2020,New,"For navy, marines",5,20,20
Mexico,United States,2019,?,2,?,King Air,light aircraft,2,,2020,New,,0.5,1,1
Mexico,Israel,2019,,2,,Heron,UAV,2,,2020,New,,0.5,1,9
Colombia,United States,2020,,2,,Black Hawk,helicopter,,,,New,Not delivered,5,10,
Colombia,United States,2017,,3,,C-130,transport,3,,2019-2021,New,,5,15,15
"""


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "sipri.csv"
    path.write_text(text, encoding=encoding)
    return path


def test_the_table_of_values_of_the_old_site(tmp_path: Path) -> None:
    stored = ingest_sipri(write(tmp_path, OLD))
    assert figure("us_arms_tiv", "KOR", 2020).value == 300
    assert figure("us_arms_tiv", "CIV", 2020).value == 1
    assert stored.left_out == tuple(
        f"left out, not a country: {name}" for name in ("Syria rebels*", "NATO**", "Unknown recipient(s)")
    )
    assert stored.indicator.origin == "your own" and "SIPRI terms of use" in stored.indicator.licence


def test_a_printed_0_is_not_nothing_and_an_empty_cell_of_a_filtered_file_not_zero(tmp_path: Path) -> None:
    ingest_sipri(write(tmp_path, OLD))
    small = figure("us_arms_tiv", "MEX", 2021)
    assert (small.state, small.value) == ("value", 0.0) and "less than 0.5 million" in small.because
    assert figure("us_arms_tiv", "MEX", 2020).state == "missing"
    assert indicator("us_arms_tiv").absent == "missing"
    assert figure("us_arms_tiv", "MEX", 2022).state == "outside"


def test_in_a_whole_table_an_empty_cell_is_zero(tmp_path: Path) -> None:
    from mnna.registry import countries

    names = [one.iso3 for one in countries.countries().values() if one.iso3 != "NATO" and one.iso3 != "MEX"][:60]
    rows = "".join(f"{name},1,1,1,3,\n" for name in names)
    ingest_sipri(write(tmp_path, OLD.replace("South Korea,", f"{rows}South Korea,", 1) if "KOR" not in names else
                       OLD.replace("South Korea,250,300,310,860,\n", rows)))  # fmt: skip
    assert indicator("us_arms_tiv").absent == "zero inside coverage"
    assert figure("us_arms_tiv", "MEX", 2020).state == "zero"


def test_the_table_of_values_of_the_new_site(tmp_path: Path) -> None:
    ingest_sipri(write(tmp_path, NEW))
    assert series("us_arms_tiv", "COL") == ((2020, 12.5), (2021, 5.0))
    assert series("us_arms_tiv", "TUR") == ((2019, 1.0), (2020, 2.0), (2021, 3.0))


def test_semicolons_and_latin_1_are_read(tmp_path: Path) -> None:
    text = NEW.replace(",", ";").replace("Turkiye", "Türkiye")
    ingest_sipri(write(tmp_path, text, "latin-1"))
    assert series("us_arms_tiv", "TUR")[0] == (2019, 1.0)


def test_rows_of_other_suppliers_are_not_taken(tmp_path: Path) -> None:
    text = "Supplier,Recipient,2020,2021\nUnited States,Mexico,4,\nFrance,Mexico,90,90\n"
    ingest_sipri(write(tmp_path, text))
    assert series("us_arms_tiv", "MEX") == ((2020, 4.0),)


def test_the_register_is_spread_over_its_years_and_says_it_is_an_estimate(tmp_path: Path) -> None:
    stored = ingest_sipri(write(tmp_path, REGISTER))
    assert series("us_arms_tiv", "MEX") == ((2019, 10.0), (2020, 11.0))
    assert series("us_arms_tiv", "COL") == ((2019, 5.0), (2020, 5.0), (2021, 5.0))
    assert any("Estimate" in note for note in stored.notes)
    assert any("Estimate" in caveat for caveat in indicator("us_arms_tiv").caveats)


def test_open_orders_are_left_out_and_counted(tmp_path: Path) -> None:
    order = "Kenya,United States,2024,,6,,Example-2,transport,0,,,New,Order,5,30,0"
    stored = ingest_sipri(write(tmp_path, f"{REGISTER}{order}\n"))
    assert any(note.endswith("nothing was delivered yet: 2.") for note in stored.notes)
    assert series("us_arms_tiv", "KEN") == () and series("us_arms_tiv", "MEX") == ((2019, 10.0), (2020, 11.0))


TODAY = """SIPRI Arms Transfers Database
Trade register, supplier United States
,
"SIPRI AT Database ID","Supplier","Recipient","Designation","Description","Armament category","Order date",\
"Order date is estimate","Numbers delivered","Numbers delivered is estimate","Delivery year",\
"Delivery year is estimate","Status","SIPRI estimate","TIV deal unit","TIV delivery values","Local production;"
1,United States,Mexico,Example-1,"transport, light",Aircraft,2014,No,2,No,2016,No,New,1.5,1.5,3,No
1,United States,Mexico,Example-1,"transport, light",Aircraft,2014,No,4,No,2017,Yes,New,1.5,1.5,6,No
2,United States,Mexico,Example-2,radar,Sensors,2015,No,1,No,2017,No,New,2,2,2,No
3,United States,Kenya,Example-3,helicopter,Aircraft,2024,No,,,,,New,5,5,,No
4,France,Mexico,Example-4,helicopter,Aircraft,2010,No,5,No,2016,No,New,5,5,25,No
""".replace("\\\n", "")


def test_the_register_of_today_says_what_came_in_each_year(tmp_path: Path) -> None:
    stored = ingest_sipri(write(tmp_path, TODAY.replace("\n", "\r\n")))
    assert series("us_arms_tiv", "MEX") == ((2016, 3.0), (2017, 8.0)) and series("us_arms_tiv", "KEN") == ()
    assert stored.indicator.version == "trade register by year of delivery"
    assert not any("Estimate" in note for note in stored.notes)
    assert any(note.endswith("nothing was delivered yet: 1.") for note in stored.notes)


def test_the_caller_may_say_whose_exports_they_are(tmp_path: Path) -> None:
    text = NEW.replace("Total exports from United States,4,14.5,8,26.5\n", "")
    with pytest.raises(BadFacts, match=r"line 3.*does not say that the supplier is the United States"):
        ingest_sipri(write(tmp_path, text))
    with pytest.raises(BadFacts, match="does not say"):
        ingest_sipri(write(tmp_path, text), supplier="Russia")
    assert ingest_sipri(write(tmp_path, text), supplier="United States").indicator.rows == 7


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (OLD.replace("from the United States", "from Russia"), "does not say that the supplier is the United States"),
        ("iso3,year,value\nMEX,2020,1\n", "no header of a SIPRI export found"),
        ("", "no header of a SIPRI export found"),
        ("<!DOCTYPE html><html>", "not a CSV file"),
        ("{\\rtf1 SIPRI}", "not a CSV file"),
        ("Supplier,2019,2020\nUnited States,1,2\n", "a table of suppliers of one recipient"),
        (
            OLD.replace("Mexico,", "Mexcio,"),
            r"line 9: 'Mexcio' is no recipient this package.*Did you mean Mexico",
        ),
        (OLD.replace("Mexico,3,", "Mexico,three,"), r"line 9: 'three' is not a TIV"),
        (OLD.replace("Mexico,3,", "Mexico,-3,"), r"line 9: '-3' is not a TIV"),
        (OLD.replace("Mexico,3,,0,3,", "Mexico,3"), r"line 9: 2 cells"),
        (REGISTER.replace("2019; 2020", "soon"), "a delivery without year"),
        (REGISTER.replace("Year(s) of delivery", "When"), "no column for years"),
        (REGISTER.replace("United States", "France"), "no delivery from the United States"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadFacts, match=says):
        ingest_sipri(write(tmp_path, text))


def test_closing_words_below_the_total_are_no_recipients(tmp_path: Path) -> None:
    closing = '\n"SIPRI Arms Transfers Database"\n"Figures may not add up due to the conventions of rounding."\n'
    assert ingest_sipri(write(tmp_path, NEW + closing)).left_out == ()
    assert series("us_arms_tiv", "COL") == ((2020, 12.5), (2021, 5.0))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (NEW.replace("Colombia,,12.5,5,17.5", "Mexico,,12.5,5,17.5"), "Mexico stands in the table twice"),
        (NEW.replace("Colombia,,12.5,5,17.5", "Colombia,,12,5,5,17,5"), "7 cells where the header has 5"),
        (REGISTER.replace('"For navy, marines"', "For navy, marines"), "17 cells where the header has 16"),
        (REGISTER.replace("Mexico,United States,2018,,4,,UH-60M", "Mexico,United States"), "cells where the header"),
    ],
)
def test_rows_that_do_not_fit_the_header_are_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadFacts, match=says):
        ingest_sipri(write(tmp_path, text))


def test_every_name_is_in_lower_case_and_has_a_known_code() -> None:
    for name, code in recipients().items():
        assert name == name.lower().strip() and (not code or known(code)), name
    assert recipients()["soviet union"] == "SUN" and recipients()["russia"] == "RUS"
