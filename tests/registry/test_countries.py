"""Countries by code or by any usual name; where none fits, the nearest are named and none is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.errors import UnknownCountry
from mnna.registry.countries import countries, fold, former_states, name_of, names, nearest, parts, resolve, the

NAMES = [
    ("COL", "COL"),
    ("col", "COL"),
    ("co", "COL"),
    (" Colombia ", "COL"),
    ("MEXICO", "MEX"),
    ("South Korea", "KOR"),
    ("Republic of Korea", "KOR"),
    ("North Korea", "PRK"),
    ("Burma", "MMR"),
    ("Myanmar", "MMR"),
    ("Ivory Coast", "CIV"),
    ("Côte d'Ivoire", "CIV"),
    ("Côte d’Ivoire", "CIV"),
    ("Cote d Ivoire", "CIV"),
    ("Türkiye", "TUR"),
    ("Turkiye", "TUR"),
    ("Turkey", "TUR"),
    ("UK", "GBR"),
    ("KS: Korea (Seoul)", "KOR"),
    ("IS-Israel", "ISR"),
    ("IS - Iceland", "ISL"),
    ("DEU: Germany, Federal Republic", "DEU"),
    ("U.K.", "GBR"),
    ("United Kingdom", "GBR"),
    ("Great Britain", "GBR"),
    ("DR Congo", "COD"),
    ("Democratic Republic of the Congo", "COD"),
    ("Republic of the Congo", "COG"),
    ("Taiwan", "TWN"),
    ("Kosovo", "XKX"),
    ("NATO", "NATO"),
    ("The Bahamas", "BHS"),
    ("Bosnia & Herzegovina", "BIH"),
    ("St. Lucia", "LCA"),
    ("Saint Lucia", "LCA"),
    ("São Tomé and Príncipe", "STP"),
    ("Swaziland", "SWZ"),
    ("Eswatini", "SWZ"),
    ("Macedonia", "MKD"),
    ("Czech Republic", "CZE"),
    ("Cape Verde", "CPV"),
    ("East Timor", "TLS"),
    ("UAE", "ARE"),
    ("Holy See", "VAT"),
    ("Government of Israel", "ISR"),
    ("Russia", "RUS"),
    ("Laos", "LAO"),
    ("Syria", "SYR"),
    ("The Government of the Kingdom of Saudi Arabia", "SAU"),
    ("Government of the Republic of Finland", "FIN"),
    ("Kingdom of Saudi Arabia (KSA)", "SAU"),
    ("Republic of Korea (ROK)", "KOR"),
    ("Taipei Economic and Cultural Representative Office in the United States (TECRO)", "TWN"),
    ("NATO Communications and Information Agency (NCIA)", "NATO"),
    ("C.A.R.", "CAF"),
    ("D.R.C.", "COD"),
    ("K.S.A.", "SAU"),
    ("Macedonia, North", "MKD"),
    ("Macedonia, the former Yugoslav Republic of", "MKD"),
    ("Republic of Georgia", "GEO"),
]


@pytest.mark.parametrize("asked", ["Korea (DPRK)", "China (ROC)", "Saudi Arabia (XYZ)"])
def test_a_bracket_that_does_not_agree_is_not_passed_over(asked: str) -> None:
    with pytest.raises(UnknownCountry, match="no country has that code or name"):
        resolve(asked)


@pytest.mark.parametrize(
    ("asked", "either"),
    [
        ("Korea", "South Korea (KOR), North Korea (PRK)"),
        ("the Congo", "DR Congo (COD), Republic of the Congo (COG)"),
        ("Virgin Islands", "British Virgin Islands (VGB), US Virgin Islands (VIR)"),
    ],
)
def test_a_name_that_two_share_is_said_to_be_shared(asked: str, either: str) -> None:
    with pytest.raises(UnknownCountry, match="it may mean any of 2") as refused:
        resolve(asked)
    assert sorted(either.split(", ")) == sorted(refused.value.near)


@pytest.mark.parametrize("asked", ["Republic", "Islands", "x", "🇲🇽", "\0MEX", "COL;DROP TABLE", "M" * 5000])
def test_no_word_or_scrap_of_a_name_is_taken_for_one(asked: str) -> None:
    with pytest.raises(UnknownCountry, match="no country has that code or name") as refused:
        resolve(asked)
    assert len(str(refused.value)) < 600


@pytest.mark.parametrize("asked", ["Australia, Canada and Norway", "AUS;CAN; NOR", "Australia / Canada & Norway"])
def test_several_countries_are_said_to_be_several(asked: str) -> None:
    with pytest.raises(
        UnknownCountry, match=r"it names 3 countries.*Australia \(AUS\), Canada \(CAN\) or Norway \(NOR\)"
    ):
        resolve(asked)


@pytest.mark.parametrize(
    ("asked", "wrong", "near"),
    [
        ("Soviet Union", "it ended in 1991", "Russia (RUS)"),
        ("the USSR", "it ended in 1991", "Ukraine (UKR)"),
        ("Yugoslavia", "it ended in 2003", "Serbia (SRB)"),
        ("Serbia and Montenegro", "it ended in 2006", "Montenegro (MNE)"),
        ("SCG", "it ended in 2006", "Serbia (SRB)"),
        ("Czechoslovakia", "it ended in 1992", "Slovakia (SVK)"),
        ("East Germany", "it ended in 1990", "Germany (DEU)"),
        ("South Yemen", "it ended in 1990", "Yemen (YEM)"),
        ("Netherlands Antilles", "it ended in 2010", "Curaçao (CUW)"),
        ("U.S.S.R.", "it ended in 1991", "Georgia (GEO)"),
        ("North Yemen", "it ended in 1990", "Yemen (YEM)"),
        ("United Arab Republic", "it ended in 1961", "Egypt (EGY)"),
        ("England", "the United States places it in the United Kingdom", "United Kingdom (GBR)"),
        ("Northern Ireland", "places it in the United Kingdom", "United Kingdom (GBR)"),
        ("Dubai", "places it in the United Arab Emirates", "United Arab Emirates (ARE)"),
        ("Somaliland", "places it in Somalia", "Somalia (SOM)"),
        ("Channel Islands", "places it in Guernsey and Jersey", "Jersey (JEY)"),
    ],
)
def test_a_state_of_the_past_and_a_part_of_one_name_those_of_today(asked: str, wrong: str, near: str) -> None:
    with pytest.raises(UnknownCountry, match=wrong) as refused:
        resolve(asked)
    assert near in refused.value.near


def test_no_state_of_the_past_is_one_of_today() -> None:
    for name, row in former_states().items():
        assert name not in names() and row["name"] not in countries()
        assert all(code in countries() for code in row["now"].split())


def test_no_part_is_a_country_or_a_state_of_the_past() -> None:
    for name, of in parts().items():
        assert name not in names() and name not in former_states()
        assert all(code in countries() for code in of.split())


def test_two_countries_with_a_comma_are_two() -> None:
    with pytest.raises(UnknownCountry, match="it names 2 countries"):
        resolve("China, Taiwan")


@pytest.mark.parametrize(("asked", "iso3"), NAMES)
def test_a_name_people_use(asked: str, iso3: str) -> None:
    assert resolve(asked).iso3 == iso3


NEAR = [
    ("Afganistan", "Afghanistan (AFG)"),
    ("Columbia", "Colombia (COL)"),
    ("Phillipines", "Philippines (PHL)"),
    ("Marocco", "Morocco (MAR)"),
    ("MEXI", "Mexico (MEX)"),
    ("MEXX", "Mexico (MEX)"),
    ("cuab", "Cuba (CUB)"),
    ("Equador", "Ecuador (ECU)"),
]

ALONE = [
    ("Thialand", "Thailand (THA)"),
    ("Lybia", "Libya (LBY)"),
    ("Isreal", "Israel (ISR)"),
    ("Red China", "China (CHN)"),
    ("Salvador", "El Salvador (SLV)"),
    ("Republic of South Vietnam", "Vietnam (VNM)"),
]


@pytest.mark.parametrize(("asked", "near"), ALONE)
def test_what_is_clearly_nearest_stands_alone(asked: str, near: str) -> None:
    assert nearest(asked) == [near]


@pytest.mark.parametrize(("asked", "near"), NEAR)
def test_a_near_miss_names_the_country_it_is_near(asked: str, near: str) -> None:
    with pytest.raises(UnknownCountry) as caught:
        resolve(asked)
    assert near in caught.value.near and asked.strip() in str(caught.value)


@pytest.mark.parametrize(
    ("asked", "both"),
    [("Korea", ("KOR", "PRK")), ("Congo", ("COD", "COG")), ("Virgin Islands", ("VGB", "VIR"))],
)
def test_a_name_of_two_countries_is_not_resolved_and_both_are_named(asked: str, both: tuple[str, str]) -> None:
    with pytest.raises(UnknownCountry) as caught:
        resolve(asked)
    assert all(any(f"({code})" in near for near in caught.value.near) for code in both), caught.value.near


@pytest.mark.parametrize("asked", ["", " ", "Atlantis", "XYZ", "123", "☃", "a" * 10_000, "';--", "\x00", "٣", "İ"])
def test_what_is_no_country_is_refused(asked: str) -> None:
    with pytest.raises(UnknownCountry) as caught:
        resolve(asked)
    assert len(caught.value.near) <= 5


@given(st.sampled_from(sorted(countries())))
def test_every_country_answers_to_its_codes_and_names(iso3: str) -> None:
    country = countries()[iso3]
    for asked in filter(None, (iso3, iso3.lower(), country.iso2, country.name, country.name_us_government)):
        assert resolve(asked).iso3 == iso3, asked
        assert resolve(f"  {asked.upper()} ").iso3 == iso3, asked


@given(st.text(max_size=30))
def test_no_text_at_all_breaks_the_matching(asked: str) -> None:
    try:
        assert resolve(asked).iso3 in countries()
    except UnknownCountry:
        assert len(nearest(asked)) <= 5


@given(st.text(max_size=30))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text) or text.casefold().startswith(("the ", "government", "govt"))


def test_every_folded_name_stands_for_a_country() -> None:
    assert set(names().values()) <= set(countries()) and "" not in names()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mexico", "Mexico"),
        ("Philippines", "the Philippines"),
        ("DR Congo", "the DR Congo"),
        ("Cayman Islands", "the Cayman Islands"),
        ("United Arab Emirates", "the United Arab Emirates"),
        ("Holy See", "the Holy See"),
        ("South Georgia and the South Sandwich Islands", "South Georgia and the South Sandwich Islands"),
        ("Thailand", "Thailand"),
        ("nobody's", "nobody's"),
    ],
)
def test_names_take_their_article(name: str, said: str) -> None:
    assert the(name) == said


def test_names_that_need_the_article_have_it() -> None:
    plural = ("Islands", "Territories", "Republic", "Kingdom", "States", "Emirates")
    bare = [one.name for one in countries().values() if one.name.endswith(plural) and not one.article]
    assert bare == ["Heard Island and McDonald Islands", "South Georgia and the South Sandwich Islands"]
    assert {one.article for one in countries().values()} == {"", "the"}


def test_a_code_that_is_no_country_stands_for_itself() -> None:
    assert (name_of("MEX"), name_of("XX")) == ("Mexico", "XX")
