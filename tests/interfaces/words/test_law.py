"""`law` as people read it: the text asked for, newest first, each rule once, and the list of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.answers.law import law
from mnna.interfaces import catalog
from mnna.interfaces.http.app import create_app
from mnna.present.document import Document, TreeBlock
from tests.interfaces.checks import fits
from tests.terminal import document, refused, said


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


@pytest.mark.parametrize(
    "words",
    [["22 USC 2776(b)"], ["depleted-uranium-rounds"], ["fms"], [], ["--search", "stockpile"], ["--topic", "money"]],
)
def test_questions(words: list[str]) -> None:
    fits("law", *words)


def subtrees(tree: Any) -> Iterator[str]:
    """Every condition below a tree that holds other conditions, as text."""
    for below in tree["of"]:
        if below["of"] and below["says"] not in ("if:", "then:", "otherwise:", "there:", "in general:", "Only where:"):
            yield text(below)
        yield from subtrees(below)


def text(tree: Any) -> str:
    return f"{tree['says'].split(' (condition ')[0].rstrip(':')}({';'.join(map(text, tree['of']))})"


def shown(asked: str) -> Document:
    return catalog.load("law").shown(law(asked))


@pytest.mark.parametrize("asked", ["22 USC 2776(b)", "22 USC 2321k", "fms", "restriction-arrears"])
def test_no_rule_is_printed_twice(asked: str) -> None:
    blocks = [block for section in shown(asked).sections for block in section.blocks]
    counts = Counter(tree for block in blocks if isinstance(block, TreeBlock) for tree in subtrees(block.tree))
    acts = {tree: count for tree, count in counts.items() if count > 1}
    assert not acts


def test_every_condition_that_is_referred_to_is_printed() -> None:
    told = " ".join(said("law", "22 USC 2776(b)").split())
    assert "(condition A):" in told and "ondition A holds" in told
    assert told.index("(condition A):") < told.index("ondition A holds")
    assert told.index("The higher thresholds apply, that is:") < told.index("The higher thresholds apply (as above)")


def test_the_newest_text_comes_first_and_the_older_ones_are_folded() -> None:
    texts = [one for one in shown("notification-thresholds").sections if one.title.startswith(("Since", "From"))]
    assert texts[0].title.endswith("still in force") and not texts[0].folded
    assert len(texts) == len(law("notification-thresholds").entries[0]["provisions"])
    assert all(one.folded for one in texts[1:])


def test_amounts_are_told_once_with_their_history() -> None:
    told = " ".join(said("law", "22 USC 2776(b)").split())
    assert told.count("$14,000,000 from 29 December 1981 and still [22 USC 2776(b)(1); P.L. 97-113 s. 101(c)]") == 1
    values = shown("22 USC 2776(b)").section("values")
    ids = {
        value["id"] for entry in law("22 USC 2776(b)").entries for p in entry["provisions"] for value in p["parameters"]
    }
    assert {row.id for row in values.blocks[0].rows} == ids  # type: ignore[union-attr]


def test_values_are_words_and_verdicts_fit_the_question() -> None:
    told = said("law", "fms")
    assert "nato-plus" not in told.lower().replace("“nato-plus", "") and "Answer: Notify" in told
    assert "Answer: Barred" in said("law", "restriction-coup") and "Answer: Allowed" in said("law", "rdte-loans")


def test_the_page_of_the_thresholds_is_not_long(client: TestClient) -> None:
    page = client.get("/law/22%20USC%202776(b)")
    main = page.text.partition("<main")[2].partition("</main>")[0]
    boxed = re.sub(r"<blockquote.*?</blockquote>", "", main, flags=re.DOTALL)
    assert page.status_code == 200 and len(boxed) < 111_000, "each rule is printed once"
    shown = re.sub(r"(?<=</summary>).*?</details>", "</details>", boxed, flags=re.DOTALL)
    lines = [line for line in re.sub(r"<[^>]*>", "", shown).splitlines() if line.strip()]
    assert len(lines) < 75 and sum(map(len, lines)) < 4_500, "at most three screens stand open"
    assert '<details class="more"><summary><h3' in main and "<h1>3 questions rest on 22 USC 2776(b)</h1>" in main


def test_the_list_is_searched_by_words_and_topic(client: TestClient) -> None:
    told = client.get("/law?search=stockpile&topic=equipment").text
    assert "questions of law about equipment that speak of “stockpile”" in told and 'value="stockpile"' in told
    assert "No question holds all these words." in client.get("/law?search=zeppelin").text
    assert "22 USC 2776(b)" in client.get("/law").text


def test_a_search_beside_a_citation_is_refused() -> None:
    assert "not both" in refused("law", "fms", "--search", "stockpile")


def test_json_names_the_search_only_where_there_is_one() -> None:
    assert "search" not in document("law", "fms") and document("law", "--search", "stockpile")["search"] == "stockpile"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("section 517", "Designation of a major non-NATO ally"),
        ("22 USC 2321k", "Designation of a major non-NATO ally"),
        ("PD 2022-14", "Colombia holds the status “Major non-NATO ally (FAA 517)” since 23 May 2022"),
        ("87 FR 32943", "Colombia holds the status “Major non-NATO ally (FAA 517)” since 23 May 2022"),
        ("22 USC 2751 et seq.", "The Arms Export Control Act"),
        ("Foreign Assistance Act", "The Foreign Assistance Act of 1961"),
        ("H.R. 3613", "H.R. 3613, 119th Congress"),
        ("H.R. 8190", "Qatar: H.R. 8190"),
        ("S. 4428", "Taiwan: S. 4428 Taiwan Policy Act of 2022"),
    ],
)
def test_what_was_asked_for_comes_first(asked: str, first: str) -> None:
    lines = [" ".join(part.split()) for part in said("law", asked).split("\n\n")]
    told = [line for line in lines if not line.endswith("---") and not line.endswith("===")]
    told = [line for line in told if not line.startswith(("In its own words", "The words of what it cites"))]
    assert first in told[0], told[0]


def test_every_bill_in_the_tables_is_found_by_its_number() -> None:
    from mnna.registry.load import load_registry
    from mnna.statutes.citations import mentioned

    registry = load_registry()
    rows = [row.instrument for row in registry.proposals] + [one.title for one in registry.sources.values()]
    bills = {found.text for text in rows for found in mentioned(text) if found.id.startswith("/us/bill/")}
    assert len(bills) > 20
    for number in sorted(bills):
        assert law(number).records, number


def test_a_term_is_told_with_the_value_of_the_day_and_its_unit() -> None:
    tier, site = (" ".join(said("law", id_).split()) for id_ in ("restriction-trafficking-tier3", SITE))
    assert "Determination no sooner than: 45 days (the days after the report" in tier
    assert "Cap for a year: $500,000,000 (the yearly limit" in site


SITE = "war-reserve-stockpile-site"


def test_a_term_that_others_replace_says_where_it_does_not_apply() -> None:
    terms = law("foreign-military-financing").entries[0]["provisions"][-2]["terms"]  # type: ignore[typeddict-item]
    assert terms["minimum_interest_percent"].startswith("5 percent (") and ", except where " in terms["repayment_years"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("22 USC 2776(b)(6)", "The limitation in paragraph (1) and the requirement in paragraph (5)(C) shall apply"),
        ("AECA 36(b)(1)", "Subject to paragraph (6), in the case of any letter of offer to sell"),
        ("depleted-uranium-rounds", "a major non-NATO ally"),
    ],
)
def test_the_paragraph_asked_for_comes_first_in_its_own_words(asked: str, words: str) -> None:
    first = shown(asked).sections[0]
    assert first.title == "In its own words" and not first.folded
    told = " ".join(said("law", asked).replace("|", "").split())
    assert words in told and told.index(words) < told.index("The answer is yes where" if asked[0] == "d" else "Topic: ")
    assert "as of 26 March 2026, release 119-73 of the US Code]" in told


def test_a_former_number_says_so() -> None:
    told = " ".join(said("law", "10 USC 2540(c)").replace("|", "").split())
    assert "words of 2 September 2016, not of the day asked; former number of 10 USC 4971" in told


def test_a_rule_leads_to_the_words_it_cites(client: TestClient) -> None:
    page = client.get("/law/22%20USC%202776(b)").text
    assert 'id="words-22-USC-2776-b--6-"' in page and '<a class="words" href="#words-22-USC-2776-b--6-">' in page


def test_the_terminal_lists_what_merely_rests_on_the_paragraph() -> None:
    told = said("law", "22 USC 2321k")
    assert len(told.splitlines()) < 250 and "mnna law war-reserve-stockpile-site" in told
    rests = [entry for entry in law("22 USC 2321k").entries if not entry["asked_for"]]
    assert rests and all(f"mnna law {entry['id']}" in " ".join(told.split()) for entry in rests)
    assert "until 23 December 2022" in said("law", SITE) and "The answer is yes where" not in told


def test_the_terminal_gives_the_newest_rule_of_what_was_asked_for_and_the_words_of_the_older() -> None:
    told, entry = " ".join(said("law", "22 USC 2776(b)").split()), law("22 USC 2776(b)").entries[0]
    *earlier, newest = entry["provisions"]
    assert newest["says"] in told and all(one["says"] in told for one in earlier)
    assert f"mnna law {entry['id']}" in told and "Worked examples" not in told


def test_the_text_of_today_stands_open_and_one_to_come_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [one for one in shown("fmf-commercial-leasing").sections if one.title.startswith(("Since", "From"))]
    assert texts[0].title == "Since 3 February 2026, in force until 12 December 2026" and not texts[0].folded
    assert texts[1].title == "From 12 December 2026, not yet in force" and texts[1].folded
    assert "lets NATO members and major non-NATO allies" in " ".join(said("law", "22 USC 2321k").split())
    monkeypatch.setenv("MNNA_TODAY", "2026-12-20")
    texts = [one for one in shown("fmf-commercial-leasing").sections if one.title.startswith(("Since", "From"))]
    assert texts[0].title == "Since 12 December 2026, still in force"


def test_what_a_whole_act_states_is_a_list() -> None:
    told = said("law", "22 USC 2751 et seq.")
    assert "What states it (" in told and "The answer is yes where" not in told and len(told.splitlines()) < 700
