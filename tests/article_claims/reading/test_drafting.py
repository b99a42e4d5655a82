"""A whole article: what the sentences before one settle, what is listed, and how much of the table is read."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.data_context import evidence
from mnna.article_claims import statute_notes, types
from mnna.article_claims.reading.drafting import NOT_READ, READ, read
from mnna.article_claims.verdicts import Here, combined
from tests.article_claims.reading.conftest import Told

DATED = date(2024, 6, 27)


def types_of(text: str, title: str = "") -> list[list[tuple[str, object]]]:
    return [[(part[0], part[1].get("country")) for _, draft in one.drafts for part in draft.parts]
            for one in read(text, title, DATED)]  # fmt: skip


def test_the_status_and_the_country_go_on_where_it_is_certain_which() -> None:
    text = "Kenya is a major non-NATO ally.\nThe status makes the country eligible for depleted uranium ammunition."
    assert types_of(text)[1] == [("authority_unlocked_by", "KEN")]


def test_a_country_that_is_not_certain_is_not_taken() -> None:
    text = "Kenya and Brazil are major non-NATO allies.\nThe country can now buy depleted uranium ammunition."
    assert types_of(text)[1] == []


def test_the_region_of_a_country_stands_for_it() -> None:
    text = (
        "Uganda is a close partner, not a major non-NATO ally.\n"
        "Biden has notified Congress that he would designate the East African nation."
    )
    assert types_of(text)[1] == [("intention_announced", "UGA")]


def test_what_the_next_sentence_denies_is_not_drafted() -> None:
    one, two = read("Malta is a major non-NATO ally.\nThat is not true.", "", DATED)
    assert not one.drafts and "denies" in one.note and not two.drafts


def test_every_sentence_says_what_became_of_it() -> None:
    said = (
        "The soup was cold.\nIf Malta were a major non-NATO ally.\nThe status pleases Malta.\nKenya is a NATO member."
    )
    notes = [one.note for one in read(said, "", DATED)]
    assert notes == [NOT_READ, "not read: a condition", READ, ""]


def test_places_are_those_of_the_text() -> None:
    text = "“Ümläute” first.\nKenya is a major non-NATO ally."
    one = read(text, "", DATED)[1]
    (_, draft) = one.drafts[0]
    start = one.sentence.start + draft.start
    assert text[start : one.sentence.start + draft.end] == "Kenya is a major non-NATO ally"


def test_the_table_is_long_enough_and_read_as_well_as_was_measured(sentences: tuple[Told, ...]) -> None:
    assert len(sentences) >= 220
    checked = [one for one in sentences if one.row["verdict"] != "-"]
    missed = [one.row["sentence"] for one in checked if not one.drafts]
    assert missed == [one.row["sentence"] for one in checked if one.row["missed"]]


@pytest.mark.parametrize(
    "text",
    [
        "The White House has not rescinded Pakistan's designation as a major non-NATO ally.",
        "Kenya isn't the first African major non-NATO ally.",
        "The newest major non-NATO ally is not Kenya.",
        "Biden never told Congress on Friday that he would designate Kenya a major non-NATO ally.",
        "Biden nearly designated Kenya a major non-NATO ally in 2023.",
        "There are not 19 major non-NATO allies.",
        "Public Law 104-164 was never enacted in 1996.",
        "The President is not required to notify Congress at least 30 days before he names a major non-NATO ally.",
        "Sales of $14 million or more need not be notified to Congress: the threshold is higher.",
        "Designating Taiwan as a major non-NATO ally was ruled out.",
        "The idea that Kenya is a major non-NATO ally amused him.",
        "The author pretends that Malta is a major non-NATO ally.",
        "The status goes with growing trade, which increases arms sales to Kenya.",
        "In addition to Kenya and Qatar, 15 other countries are major non-NATO allies.",
        "The designation strengthens ties, placing Kenya alongside other partners like France and Chad.",
    ],
)
def test_what_is_denied_or_only_spoken_of_is_not_drafted(text: str) -> None:
    assert [one.drafts for one in read(f"Major non-NATO allies\n{text}", "Major non-NATO allies", DATED)][1:] == [()]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kenya named a major non-NATO ally", "status_on"),
        ("“I hereby designate Kenya as a Major Non-NATO Ally,” Biden said in a memorandum on Monday.", "status_on"),
        ("Kenya, which Joe Biden named as a major non-NATO ally in 2024, is pleased.", "status_began_in"),
        ("Two years later, in 1998, Argentina became a major non-NATO ally.", "status_began_in"),
        ("Colombia is the third Latin American country to be designated as a ‘major non-NATO ally’.", "nth_to_hold"),
        ("Mexico has yet to achieve major non-NATO ally status.", "status_on"),
        ("The State Department said that Kenya is a major non-NATO ally.", "status_on"),
        ("US-Colombia trade totaled a mere US$40 billion in 2019.", "trade_total_is"),
        ("Mexico accounts for 14.5 percent of total US trade.", "trade_share_is"),
        ("Congress passed legislation requiring that Taiwan “be treated as a major non-NATO ally.”", "status_on"),
        ("“I am proud to announce that I intend to designate Kenya a major non-NATO ally,” Biden said.",
         "intention_announced"),
        ("Biden designated Kenya a major non-NATO ally, a move that could anger Moscow.", "designated_by"),
        ("The status of major non-NATO ally is also enjoyed by Bahrain and Japan.", "list_includes"),
        ("Mexico is not in NATO, nor does it hold major non-NATO ally status.", "status_on"),
        ("“In accordance with the Act, as amended […], Kenya keeps its status as a major non-NATO ally.”", "status_on"),
        ("It can house U.S.-owned war reserve stockpiles.", "authority_unlocked_by"),
        ("The US said on Wednesday that it was designating Kenya as a major non-NATO ally.", "announced_on"),
        ("Taiwan is treated as such without the formal designation.", "status_on"),
        ("The status does not come with guarantees of security.", "no_security_commitment"),
        ("With just seventeen countries, the current major non-NATO ally club is small.", "count_of_status_is"),
        ("Biden has designated Qatar as a major non-NATO ally, with Colombia soon to follow.", "designated_by"),
        ("The designation does not include a bilateral defense pact.", "no_security_commitment"),
        ("WASHINGTON (Chad News - 26th June, 2024) Kenya was stripped of its status as a major non-NATO ally.",
         "status_on"),
    ],
)  # fmt: skip
def test_what_whole_articles_say(text: str, type_: str) -> None:
    found = read(f"Major non-NATO allies\n{text}", "Major non-NATO allies", DATED)
    assert [draft.parts[0][0] for one in found[1:] for _, draft in one.drafts] == [type_]


FRAMES = (
    "It is far from certain that {}",
    "The novelist pretends that {}",
    "One blogger wrote that {}",
    "If all goes well, {}",
)


def test_nothing_is_drafted_of_what_depends_on_something_not_told_as_a_fact(sentences: tuple[Told, ...]) -> None:
    of = [one for one in sentences if one.drafts and one.row["sentence"].startswith(("Biden", "Kenya", "The "))][::6]
    said = [frame.format(one.row["sentence"]) for at, one in enumerate(of) for frame in (FRAMES[at % 4],)]
    assert len(said) > 25
    assert [one.sentence.text for one in read("\n".join(said), "", DATED) if one.drafts] == []


def verdicts_of(text: str, dated: date) -> list[str]:
    """The verdict on each draft of a text, in order."""
    here = Here(evidence(), statute_notes.embedded(), dated)
    drafts = [draft for one in read(text, "", dated) for _, draft in one.drafts]
    return [combined([types.find(type_).ask(here, args) for type_, args in draft.parts]).verdict for draft in drafts]


@pytest.mark.parametrize(
    ("dated", "text", "verdicts"),
    [
        # A day that belongs to another clause.
        ("2024-09-17", "Kenya is {}. Kenya became {} on 24 June 2024, a month after Biden told Congress of his intent.",
         ["right", "right"]),
        ("2024-09-17", "On 24 June 2024, a month after he notified Congress, Biden designated Kenya {}.", ["right"]),
        ("2023-01-10", "Afghanistan ceased to be {} on 23 September 2022, weeks after Biden told Congress of his "
         "intent to rescind the designation.", ["right"]),
        ("2023-01-10", "Biden rescinded Afghanistan's designation as {} on 23 September 2022, weeks after telling "
         "Congress he would.", []),
        ("2023-01-10", "On July 6, 2022, ten years after Afghanistan was designated {}, Biden told Congress.", []),
        ("2026-03-12", "Trump announced Saudi Arabia's designation as {} on November 18, 2025, and signed it in "
         "January.", []),
        ("2026-03-12", "New Zealand, suspended from ANZUS in 1986, became {} a decade later.", []),
        # A day without its year, after one with another.
        ("2024-09-17", "Thailand, which sent troops in 2003, was named {} on December 30 of that year.", []),
        ("2024-09-17", "Clinton notified Congress in October 1996 and designated Jordan {} on November 13.", []),
        ("2024-09-17", "Obama promised it on May 21, 2015. Tunisia was designated {} on July 10.", []),
        # Each of several on its own day.
        ("2024-09-17", "Bahrain and Kuwait were designated {s} in 2002 and 2004, respectively.", ["right"]),
        ("2024-09-17", "Qatar and Colombia became {s} in March and May 2022, respectively.", ["right"]),
        # A country that is not certain.
        ("2026-03-12", "Kenya became {} in 2024. Ethiopia sent nobody. The country got the status after a visit.",
         ["right"]),
        # What was planned then, and what held then.
        ("2022-06-09", "During the visit, Biden had sent a letter to Congress indicating his intention to designate "
         "Qatar {}.", []),
        ("2022-06-09", "Biden intends to designate Qatar {}.", ["wrong"]),
        ("2024-09-17", "Biden notified Congress 32 days before designating Kenya {}.", []),
        ("2024-09-17", "Before Kenya, eighteen countries were {s}.", []),
        ("2024-09-17", "There were fourteen {s} when Obama took office.", []),
        ("2024-09-17", "Brazil was the most recent {n} when Biden took office.", []),
        ("2024-09-17", "Colombia was the last country to be designated {} before Kenya.", []),
        ("2024-09-17", "Kenya was until June not {}.", []),
        # Some of the holders.
        ("2024-09-17", "Kenya joined Egypt, Morocco and Tunisia as the only African {s}.", []),
        ("2024-09-17", "Kenya is the only {n} to have been designated in 2024.", []),
        ("2024-09-17", "Kenya is the only {n} south of the Sahara.", ["right"]),
        ("2024-09-17", "New Zealand is the only {n} that bars nuclear ships.", []),
        ("2024-09-17", "Jordan was the first {n} to be designated by a President rather than by statute.", []),
        ("2024-09-17", "Egypt is {}. The first {s} were Australia, Egypt, Israel and Japan.", ["right"]),
        ("2024-09-17", "Eight {s} have signed the agreement.", []),
        ("2026-03-12", "Six {s}, including Japan and Australia, joined the drill.", ["right"]),
        ("2026-03-12", "The website of the department names 20 {s}.", []),
        ("2026-03-12", "Two decades ago, the United States had 14 {s}.", []),
        ("2026-03-12", "When the status was created, five countries were {s}.", []),
        ("2026-03-12", "Peru is the latest of three {s} that Trump has named.", []),
        ("2026-03-12", "Jordan was the first country after the original five to become {}.", []),
        ("2026-03-12", "Australia, the only {n} in AUKUS, builds submarines.", []),
        ("2026-03-12", "Jordan is among the few {s} that have a free trade agreement.", []),
        # Who is none of them.
        ("2024-09-17", "Neighbors of {s}, including Ethiopia and Uganda, took note.", []),
        ("2024-09-17", "Would-be {s} include Ukraine and Georgia.", []),
        ("2026-03-12", "All Gulf monarchies except Oman and the Emirates are {s}.", []),
        ("2026-03-12", "In 2014 the Senate's draft named Georgia, Moldova and Ukraine as {s}.", []),
        ("2026-03-12", "Under the plan, Armenia becomes {} in 2027.", []),
        ("2026-03-12", "Kosovo is {} in all but name.", []),
        ("2026-03-12", "Afghanistan is still on the list of {s} in the regulation of 2019.", []),
        ("2026-03-12", "The peace plan of 2025 gives Ukraine {n} status.", []),
        ("2026-03-12", "Kenya instead of Ethiopia became {}.", []),
        ("2026-03-12", "Apart from Kenya no sub-Saharan country is {}.", []),
        ("2026-03-12", "Ethiopia lost the race to become the first sub-Saharan {n}.", []),
        ("2026-03-12", "Trump has named two {s} in his second term, Saudi Arabia and Peru.", []),
        ("2026-03-12", "Photo: Biden and Ruto after Kenya was named {}, May 23, 2024.", []),
        # What else ended.
        ("2026-03-12", "Obama ended aid to Egypt in 2013 though it was {}.", []),
        ("2026-03-12", "Congress ended funding for Pakistan, {}.", []),
        ("2026-03-12", "Biden removed troops from Afghanistan, then {}, in August 2021.", []),
        # What a holder has beside the status, or others have too.
        ("2024-09-17", "Kenya, {} since June, receives foreign military financing.", ["right"]),
        ("2024-09-17", "Kenya is {} and receives foreign military financing.", ["right"]),
        ("2024-09-17", "Egypt gets foreign military financing, not because it is {} but because of Camp David.", []),
        ("2024-09-17", "{s}, like other friendly countries, may receive excess defense articles.", []),
        ("2024-09-17", "NATO membership requires Senate consent; {n} status does not.", []),
        # What two countries will do, and a program that only bears the name.
        ("2025-02-13", "India is a major defense partner. Trade grew. Both countries will accelerate collaboration in "
         "research and development.", ["right"]),
        ("2023-01-23", "Finland and Sweden are members of NATO's Partnership for Peace.", []),
        ("2026-03-12", "Ukraine seeks {n} status. It does not only help Ukraine to defend itself.", []),
        # A threshold, a rank or an amount of something else, and what one side holds.
        ("2024-09-17", "Congress must be notified of commercial sales of firearms of $1 million or more.", []),
        ("2024-09-17", "Transfers of excess articles worth $7 million or more must be notified to Congress.", []),
        ("2024-09-17", "Colombia is the United States' third-largest trading partner in Latin America.", []),
        ("2024-09-17", "Kenya's trade with the United States rose by 1 billion dollars.", []),
        ("2023-11-17", "Mexico is now the largest trading partner of the United States, with trade of $863 billion in "
         "goods and services in 2022.", ["not verifiable"]),
        ("2026-03-12", "In 2003 Congress passed section 101 of the United States-Singapore Free Trade Act.", []),
        ("2024-09-17", "In India's view Pakistan is a state sponsor of terrorism.", []),
        ("2024-09-17", "Pakistan, its critics hold, is a state sponsor of terrorism.", []),
    ],
)  # fmt: skip
def test_what_stands_beside_a_claim_is_not_taken_for_it(dated: str, text: str, verdicts: list[str]) -> None:
    said = text.format(*["a major non-NATO ally"] * 2, s="major non-NATO allies", n="major non-NATO ally")
    assert verdicts_of(said, date.fromisoformat(dated)) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Colombia, an extra-NATO strategic ally of the United States since May 2022, waits.", ["right"]),
        ("Pakistan has carried the tag of {} since June 2004.", ["right"]),
        ("Pakistan is {}. India, by contrast, has never been designated.", ["right", "right"]),
        ("Kenya is {}. Neither Ghana nor Togo has been designated.", ["right", "right"]),
        ("Kenya is {}. Mexico is not one. Neither Ghana nor Togo is on the list.", ["right", "right", "right"]),
        ("With Peru the number of {s} reaches 25.", ["wrong"]),
        ("A designation as {} takes effect 30 days after the President notifies Congress.", ["right"]),
        ("Afghanistan has never been designated {}.", []),
        ("Qatar is {}. Bahrain and Kuwait were so declared in 2002 and 2004, respectively.", ["right", "right"]),
        ("Qatar was the third country from the Gulf Cooperation Council (GCC) to become {}.", ["right"]),
        ("While Oman and the Emirates have close ties with Washington, they have yet to become {s}.", ["right"]),
        ("Taiwan is treated as {}. It was designated {} by President Bush in 2003.", ["right", "wrong"]),
        ("The designation of Colombia as {} took effect in May 2022. The designation of Colombia was signed on March "
         "10, 2022.", ["right", "wrong"]),
        ("An arms sale to Taiwan must be notified to Congress if it includes major defense equipment worth $14 million "
         "or more.", ["right"]),
        ("A license for major defense equipment of $14 million or more must be notified to Congress.", ["right"]),
        ("Israel gets a 30 day review for arms sales.", ["wrong"]),
        ("Congress must be notified of a sale of major defense equipment valued at $14 million, defense articles or "
         "services valued at $50 million, or construction services worth $300 million.", ["right", "right", "wrong"]),
        ("Status as {} allows Kenya to host US-owned war supplies.", ["right"]),
        ("Colombia is {}. The Colombian constitution forbids foreign troops without the Senate's consent.", ["right"]),
    ],
)  # fmt: skip
def test_wordings_of_strangers_are_read(text: str, verdicts: list[str]) -> None:
    said = text.format(*["a major non-NATO ally"] * 2, s="major non-NATO allies")
    assert verdicts_of(said, date(2026, 3, 12)) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        # A President whose name two have had.
        ("Thailand was named {} in December 2003 by President Bush.", ["right"]),
        ("Afghanistan was named {} in July 2012 by President Bush.", ["partly"]),
        # Under which section, and for which Acts.
        ("In 2024 President Biden designated Kenya as {} under section 517 of the Foreign Assistance Act.", ["right"]),
        ("Biden designated Kenya {} pursuant to section 517 of the Foreign Assistance Act of 1961 (22 USC 2321k) on "
         "June 24, 2023.", ["partly"]),
        ("Trump designated Brazil {} for the purposes of the Arms Export Control Act in July 2019.", ["right"]),
        ("Taiwan is {} under 22 CFR 120.23.", []),
        # Since when, beside other things that a country is.
        ("Since 2002, Bahrain has been recognized by the United States as {}.", ["right"]),
        ("Since 2004, Bahrain has been recognized by the United States as {}.", ["wrong"]),
        ("Bahrain is one of the closest partners in the Gulf, host to a fleet, {}, and a Major Security Partner.",
         ["right"]),
        ("Oman is one of the closest partners in the Gulf, host to a base, and {}.", ["wrong"]),
        ("Oman is one of the closest partners in the Gulf, host to a base, but not {}.", ["right"]),
        ("Thailand is one of the oldest partners in Asia, a treaty ally since 1954, and {} since 2003.",
         ["not verifiable", "right"]),
        ("Thailand sent troops to Iraq and was designated {} in December 2003.", ["right"]),
        ("Thailand contributed troops in both Afghanistan and Iraq and was designated {} in 2005.", ["wrong"]),
        ("Thailand welcomed Pakistan, which fought in Afghanistan and was designated {} in 2004.", []),
        ("Bahrain and Qatar, two close U.S. partners and {s}, have made up.", ["right"]),
        ("Oman and Qatar, two close U.S. partners and {s}, have made up.", ["partly"]),
        ("Israel was first designated as {} in 1987.", ["right"]),
        # What a trade agreement beside the status is.
        ("The 2004 Free Trade Agreement and the designation of Morocco as {} show the friendship.", []),
        ("Morocco is {}. The status brings it a free trade agreement.", ["right", "wrong"]),
        # What the Secretary may lend.
        ("The Secretary of Defense may loan equipment to NATO or {s} only to carry out cooperative RDT&E programs.",
         ["right"]),
        # Bills, also for several countries.
        ("The bill designates Ukraine, Georgia and Moldova as {s}.", ["right"]),
        ("The bill would designate Pakistan's rival India {}.", []),
        ("I am introducing legislation to make Ukraine and Georgia {s}.", []),
        ("{S} are no members. Sweden joined the NATO Alliance on March 7, 2024, becoming the 32nd ally.", ["right"]),
        ("{S} are no members. Sweden joined the NATO Alliance on March 7, 2023.", ["wrong"]),
        # Treaty allies, who are not counted: some count the compacts and New Zealand to them.
        ("The United States has five treaty allies in the Indo-Pacific. Japan is one of our five treaty allies.",
         ["right"]),
        ("The Philippines was the first treaty ally in Asia.", []),
        ("The Philippines is the oldest treaty ally of the United States in Asia.", []),
        ("There are five NATO Plus countries. Including India in NATO Plus would please it.", ["right"]),
        ("There are five NATO Plus countries. These include India.", ["right", "wrong"]),
        ("Oman is one of our closest {s}.", ["wrong"]),
        ("{S} are no members. Today we welcome Finland as NATO's 31st ally.", ["partly"]),
        ("Afghanistan was {}. Obama made the designation on July 6, 2012, after the agreement.", ["right"]),
        # Laws whose name has a year.
        ("{S} came late: Public Law 104-164, enacted in July 1996, added section 517 to the Foreign Assistance Act of "
         "1961.", ["right"]),
    ],
)  # fmt: skip
def test_what_offices_and_reports_write_is_read(text: str, verdicts: list[str]) -> None:
    many = "major non-NATO allies"
    assert verdicts_of(text.format("a major non-NATO ally", s=many, S=many.capitalize()), date(2025, 6, 1)) == verdicts


@pytest.mark.parametrize(
    ("dated", "text", "verdicts"),
    [
        ("2024-05-23", "I am providing notice of my intent to designate Kenya as {}.", ["right"]),
        ("2024-07-01", "I am providing notice of my intent to designate Ghana as {}.", ["wrong"]),
        ("2022-02-01", "The President informed the Amir of his intention to designate Qatar as {}.", ["right"]),
        ("2022-03-10", "The United States intends to designate Colombia as {}, for the settlement of disputes.",
         ["right"]),
        ("2025-02-13", "Recognizing that India is a Major Defense Partner with STA-1 authorization, the two will talk.",
         ["right"]),
        ("2019-06-04", "India last year was granted Strategic Trade Authorization tier 1 status.", ["right"]),
        ("2025-04-22", "This led America to designate India a Major Defense Partner.", ["right"]),
        ("2025-01-06", "India’s designation as a Major Defense Partner of the United States in 2016 came.", ["right"]),
        ("2025-01-06", "India’s designation as a Major Defense Partner of the United States in 2014 came.", ["wrong"]),
    ],
)  # fmt: skip
def test_what_offices_announce_is_read(dated: str, text: str, verdicts: list[str]) -> None:
    assert verdicts_of(text.format("a major non-NATO ally"), date.fromisoformat(dated)) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Argentina, the only {n} in South America until 2019, bought jets.", []),
        ("In 2018, Argentina was the only {n} in Latin America.", []),
        ("At that point Bahrain was the first and only Gulf state with {n} status.", ["right"]),
        ("Argentina is the only {n} in Latin America.", ["wrong"]),
        ("In 2012, Afghanistan became the latest {n}.", []),
        ("Afghanistan became the latest {n}.", ["wrong"]),
        ("Finland was not a NATO member in 2022.", []),
        ("Finland is not a NATO member.", ["wrong"]),
        ("Tunisia is a {n} and has received $1.4 billion in aid since 2011.", ["right"]),
        ("Since 1978, the United States has provided Egypt, a {n}, with $50 billion in military aid.", []),
        ("The status gives Egypt, a {n}, $1.3 billion in military aid.", ["wrong"]),
        ("South Korea is a member of NATO Plus.", ["right"]),
        ("India is a member of NATO Plus.", ["wrong"]),
        ("South Korea is a member of NATO.", ["wrong"]),
    ],
)
def test_what_was_so_in_an_earlier_year_is_not_put_to_the_day_of_the_article(text: str, verdicts: list[str]) -> None:
    assert verdicts_of(text.format(n="major non-NATO ally"), date(2024, 10, 1)) == verdicts
