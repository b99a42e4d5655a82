"""Each page's main path in a real browser that can reach only this server: desktop and phone, and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.interfaces.http.test_uploads import CASES

WIDTHS = {"desktop": 1280, "phone": 390}
VIEWS = [
    pytest.param((width, script), id=f"{width}-{script}")
    for width, script in (("desktop", "script"), ("desktop", "plain"), ("phone", "script"))
]
"""Without script a page is the same at every width, so one width shows what is lost."""
TWO_VIEWS = pytest.mark.parametrize("visit", VIEWS[1:], indirect=True)
"""For forms that stand alike at every width: a wide screen without script, and a narrow one with it."""
SLOWEST = 240_000
"""Milliseconds after which a page that works something out is given up."""


def lost(failure: str) -> bool:
    """Whether a request failed for another reason than that the reader went on to another page."""
    return failure != "net::ERR_ABORTED"


@dataclass
class Visit:
    """A browser window on the site, and all that went wrong in it."""

    page: Any
    site: str
    script: bool
    wrong: list[str]

    def open(self, address: str) -> Any:
        """The page at an address, once its answer is there."""
        self.page.goto(self.site + address)
        return self.answered()

    def answered(self) -> Any:
        """The page, once it no longer says that it is at work."""
        self.page.locator("main:not(:has([data-follow])) h1").wait_for(timeout=SLOWEST)
        return self.page

    def press(self, name: str) -> Any:
        """The page that a button of a form leads to."""
        button = self.page.locator("main form").get_by_role("button", name=name, exact=True)
        with self.page.expect_navigation():
            button.click()
        return self.answered()

    def title(self) -> str:
        """The heading of the page, which is its title too."""
        told: str = self.page.locator("h1").inner_text()
        assert self.page.title() == f"{told} · mnna", self.page.title()
        return told


@pytest.fixture(params=VIEWS)
def visit(request: pytest.FixtureRequest, browser: Any, site: str) -> Iterator[Visit]:
    """A fresh window; afterwards nothing may have failed, and nothing may have been asked of another host."""
    width, script = request.param
    size = {"width": WIDTHS[width], "height": 800}
    context = browser.new_context(viewport=size, java_script_enabled=script == "script", accept_downloads=True)
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("requestfailed", lambda sent: wrong.append(f"failed: {sent.url}") if lost(sent.failure) else None)
    page.on("request", lambda sent: wrong.append(f"away: {sent.url}") if not sent.url.startswith(site) else None)
    page.set_default_timeout(20_000)
    yield Visit(page, site, script == "script", wrong)
    context.close()
    assert not wrong


def test_the_front_page_answers_and_asks_of_another(visit: Visit) -> None:
    page = visit.open("/")
    assert visit.title() == "Which country?"
    assert "Is Mexico the next major non-NATO ally?" in page.get_by_role("main").inner_text()
    assert re.search(r"better answer on \w+ of \d+ questions of law", page.get_by_role("main").inner_text())
    page.get_by_label("A country", exact=True).fill("Kenya")
    visit.press("Is it next?")
    assert "country=Kenya" in page.url and "Kenya" in page.locator("h1").inner_text()
    page.get_by_role("link", name=re.compile("^The whole difference")).click()
    assert "/what-if?country=KEN&terminate=mnna" in page.url


def test_a_country_is_found_from_every_page(visit: Visit) -> None:
    page = visit.open("/sources")
    page.get_by_label("Search countries, statuses, law, sources and pages").fill("south korea")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    page.wait_for_url("**/countries/KOR")
    assert "South Korea" in visit.title()


def test_the_map_and_its_table_move_together(visit: Visit) -> None:
    page = visit.open("/map?on=1990-01-01")
    rows = page.locator("#held tbody tr:visible")
    assert rows.count() == 16 and "16 NATO members" in visit.title()
    if visit.script:
        slider = page.get_by_role("slider")
        slider.focus()
        slider.press("End")
        page.locator(".same:not(:has-text('1990'))").wait_for()
        assert slider.get_attribute("aria-valuetext") in visit.title()
    else:
        assert not page.get_by_role("slider").is_visible()
        page.get_by_role("link", name="Today").click()
    assert re.search(r"\d+ major non-NATO allies, 1 treated as one, 32 NATO members", visit.title())
    for code, drawn in (("TWN", "treated-as-mnna"), ("BHR", "mnna"), ("LUX", "nato")):
        assert page.locator(f"circle[data-c={code}].{drawn}").is_visible(), f"{code} is not seen"
    assert page.locator("circle[data-c=TWN]").get_attribute("fill") == "url(#hatch)"
    moved, told = page.url, page.locator("#held").inner_text()
    page.goto(moved)
    assert page.locator("#held").inner_text() == told


@pytest.mark.parametrize("visit", VIEWS[2:], indirect=True)
def test_the_map_is_named_enlarged_played_and_saved(visit: Visit) -> None:
    page = visit.open("/map?status=mnna")
    sheet = page.locator(".map svg").first
    whole, names = sheet.get_attribute("viewBox"), page.locator(".names text")
    assert names.count() == 0
    page.get_by_role("button", name="Names").click()
    few = names.count()
    assert few > 5 and page.locator(".names text:text-is('Colombia')").is_visible()
    page.get_by_role("button", name="Closer").press("Enter")
    page.keyboard.press("ArrowRight")
    assert float(sheet.get_attribute("viewBox").split()[2]) < float(whole.split()[2])
    page.get_by_role("button", name="Whole world").click()
    assert sheet.get_attribute("viewBox") == whole and names.count() == few
    page.get_by_role("button", name="Play").click()
    page.locator("h1:has-text('1987')").wait_for()
    page.get_by_role("button", name="Stop").click()
    assert page.locator(".names text").count() < few
    with page.expect_download() as sent:
        page.get_by_role("button", name="SVG").click()
    drawn = Path(sent.value.path()).read_text(encoding="utf-8")
    assert visit.title() in drawn and "Major non-NATO ally" in drawn and "style=" not in drawn
    with page.expect_download() as sent:
        page.get_by_role("button", name="PNG").click()
    assert sent.value.suggested_filename.endswith(".png") and Path(sent.value.path()).read_bytes()[:4] == b"\x89PNG"


def test_the_map_of_one_status(visit: Visit) -> None:
    page = visit.open("/map?on=2024-01-01")
    page.get_by_label("Show who holds").select_option("five-eyes")
    visit.press("Show")
    assert "on=2024-01-01" in page.url and "status=five-eyes" in page.url
    assert page.locator("#held tbody tr:visible").count() == 4 and visit.title().startswith("1 January 2024: 4 hold")


@TWO_VIEWS
def test_a_country_opens_to_rule_reason_and_citation(visit: Visit) -> None:
    page = visit.open("/countries/MEX?on=2026-06-01")
    assert visit.title() == "Mexico is neither a NATO member nor a major non-NATO ally"
    finding = page.locator("#depleted-uranium-rounds")
    finding.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert finding.get_by_text("How this could change").is_visible()
    assert finding.get_by_role("link", name=re.compile(r"^22 USC 2378a\(b\)")).first.is_visible()
    finding.get_by_text("Why, step by step").click()
    assert finding.locator(".tree li").count() > 3 and finding.locator(".tree").is_visible()
    finding.get_by_role("link", name="The rule").click()
    assert "/law/depleted-uranium-rounds" in page.url and "Worked examples" in page.get_by_role("main").inner_text()


@TWO_VIEWS
def test_what_if_in_both_directions(visit: Visit) -> None:
    page = visit.open("/what-if")
    page.get_by_label("Country", exact=True).fill("Mexico")
    page.get_by_label("On year").fill("2026-06-01")
    visit.press("What would change?")
    assert "If Mexico became a major non-NATO ally, it would get a better answer on" in visit.title()
    page.get_by_label("Country", exact=True).fill("Japan")
    page.get_by_label("If it gained").select_option("")
    page.get_by_label("If it lost").select_option("mnna")
    visit.press("What would change?")
    assert (
        "terminate=mnna" in page.url and "If Japan were no longer a major non-NATO ally, it would get" in visit.title()
    )


@TWO_VIEWS
def test_a_case_is_asked_and_a_mistake_keeps_the_form(visit: Visit) -> None:
    page = visit.open("/case")
    page.get_by_label("Recipient").fill("Colombia")
    page.get_by_label("Channel").select_option("fms")
    page.get_by_label("Total").fill("20 million")
    page.get_by_label("Major defense equipment").fill("30 million")
    page.get_by_label("On year").fill("2023-05-01")
    visit.press("Must Congress be told?")
    assert page.get_by_role("alert").is_visible() and page.get_by_label("Total").input_value() == "20 million"
    page.get_by_label("Major defense equipment").fill("20 million")
    visit.press("Must Congress be told?")
    assert visit.title() == "Notify Congress: 30 calendar days of review"
    visit.wrong[:] = [one for one in visit.wrong if "422" not in one]


@TWO_VIEWS
def test_a_file_is_screened_and_comes_back(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("/screen")
    (tmp_path / "my cases.csv").write_text(CASES, encoding="utf-8")
    page.get_by_label("File of cases").set_input_files(tmp_path / "my cases.csv")
    visit.press("Look at the columns")
    assert page.get_by_role("main").locator("select").first.is_visible()
    visit.press("Screen the file")
    assert visit.title() == "2 of 5 must be notified, 0 unknown, 2 could not be read"
    assert "Atlantis" in page.get_by_role("main").inner_text()
    with page.expect_download() as sent:
        page.get_by_role("link", name=re.compile("CSV")).first.click()
    lines = Path(sent.value.path()).read_text(encoding="utf-8").splitlines()
    assert sent.value.suggested_filename == "mycases-answers.csv" and len(lines) == len(CASES.splitlines())
    visit.press("Remove the file and the answers")
    assert urlsplit(page.url).path == "/screen"


EVIDENCE = [
    ("/compare", {"Candidate": "Mexico", "With": "COL"}, "Compare", "Mexico most resembles"),
    ("/timeline", {"Country": "Mexico", "Since": "2020-01-01"}, "Show the record", "The record of Mexico"),
    ("/rank", {"Explain a country": "Mexico"}, "Rank", "Mexico ranks"),
    ("/criteria", {"A candidate": "Mexico"}, "Weigh", "Mexico comes first"),
    ("/effects", {}, "What changed?", "US active-duty troops"),
    ("/unlocks", {"Country": "Mexico", "Question of law": "rdte-loans"}, "What would make it yes?", "single change"),
    (
        "/brief",
        {"Country": "Mexico", "With this country beside it": "Colombia"},
        "Write the brief",
        "Mexico, with Colombia",
    ),
    ("/law", {"Words or a citation": "stockpile"}, "Search", "questions of law that speak of “stockpile”"),
    ("/law", {"Words or a citation": "22 USC 2776(b)"}, "Search", "that speak of “22 USC 2776(b)”"),
    ("/sources", {"Words": "determination"}, "Search", "sources that speak of “determination”"),
]


@TWO_VIEWS
@pytest.mark.parametrize(("address", "fields", "button", "told"), EVIDENCE)
def test_a_form_leads_to_its_answer(visit: Visit, address: str, fields: dict[str, str], button: str, told: str) -> None:
    page = visit.open(address)
    for label, value in fields.items():
        field = page.get_by_role("main").get_by_label(re.compile(f"^{label}"))
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    visit.press(button)
    assert told in visit.title()
    address, shown = page.url, page.get_by_role("main").inner_text()
    page.goto(address)
    assert visit.answered().get_by_role("main").inner_text() == shown, "the address does not reproduce the page"


@TWO_VIEWS
def test_a_day_is_typed_or_picked(visit: Visit) -> None:
    page = visit.open("/countries/COL")
    pick = page.get_by_role("main").get_by_role("button", name="Pick a day: On")
    assert pick.count() == int(visit.script)
    if visit.script:
        pick.click()
        page.locator(".pick [type=date]").evaluate(
            "one => { one.value = '2022-01-01'; one.dispatchEvent(new Event('change')); }"
        )
        assert page.get_by_label("On year").input_value() == "2022-01-01"
        page.get_by_label("On year").click()
        page.keyboard.type("2023-01-01")
        visit.press("Show that day")
        assert "on=2023-01-01" in page.url, "what is typed takes the place of the day that stood there"


@pytest.mark.parametrize("visit", VIEWS[:1], indirect=True)
def test_a_long_table_is_sorted_by_its_heads(visit: Visit) -> None:
    table = visit.open("/notices/SAU").locator("section[aria-labelledby=notices] table")
    first = table.locator("tbody tr").first
    table.get_by_role("button", name="Value").click()
    assert "$29.432 billion" in first.inner_text() and table.locator("[aria-sort=descending]").count() == 1
    table.get_by_role("button", name="Day", exact=True).click()
    assert "2026" in first.inner_text()


def test_criteria_are_chosen_with_boxes_and_sliders(visit: Visit) -> None:
    page = visit.open("/criteria?use=us_trade:up,homicide_rate:down,gdp:up&country=MEX")
    chooser, typed = page.locator(".chooser"), page.get_by_label(re.compile("^Criteria"))
    assert chooser.is_visible() is visit.script and typed.is_visible() is not visit.script
    if not visit.script:
        return
    chooser.locator("summary").click()
    assert chooser.locator("input:checked").count() == 3
    chooser.get_by_label("GDP", exact=True).uncheck()
    page.get_by_label("Homicide rate: which is better").select_option("up")
    page.get_by_label("Trade with the United States: least weight").fill("30")
    visit.press("Weigh")
    text = page.get_by_role("main").inner_text()
    assert "use=homicide_rate%3Aup%2Cus_trade%3Aup" in page.url and "counts for 0.3 to 1 of the whole" in text


@TWO_VIEWS
def test_claims_lead_to_one_claim(visit: Visit) -> None:
    page = visit.open("/claims")
    assert re.match(r"Of \d+ claims: \d+ right, \d+ partly right, \d+ wrong", visit.title())
    page.get_by_role("link", name=re.compile("^Wrong")).first.click()
    assert "verdict=wrong" in page.url
    rulings = page.get_by_role("heading", level=3).all_inner_texts()
    assert rulings and all(": wrong" in ruling.lower() for ruling in rulings)


@TWO_VIEWS
def test_a_figure_leads_to_its_series(visit: Visit) -> None:
    page = visit.open("/indicators")
    page.get_by_role("main").get_by_role("link", name=re.compile("omicide")).first.click()
    assert page.url.endswith("/indicators/homicide_rate") and "License" in page.get_by_role("main").inner_text()
    page.get_by_role("main").get_by_label("The figures of a country").fill("Mexico")
    visit.press("Show")
    assert page.url.endswith("/indicators/homicide_rate/MEX") and page.locator("#line-picture svg").is_visible()


def test_a_chart_can_be_explored_without_making_code_from_text(visit: Visit) -> None:
    page = visit.open("/compare?country=MEX&to=COL")
    assert page.locator(".chart .paper svg").filter(visible=True).count() == 1  # that of the width
    button = page.get_by_role("button", name="Explore with the pointer")
    if not visit.script:
        assert not button.count()
        return
    button.first.click()
    page.locator(".chart .paper canvas").wait_for()


def test_keys_alone_reach_the_answer(visit: Visit) -> None:
    page = visit.open("/countries/COL")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_words_and_rule_stand_together(visit: Visit) -> None:
    """Side by side on a wide screen, where a condition marks its words; on a phone at most three screens in all."""
    page = visit.open("/law/22 USC 2776(b)")
    words = page.locator("section:has(> #words-asked)").bounding_box()
    rule = page.locator("#notification-thresholds").bounding_box()
    if page.viewport_size["width"] < 600:
        assert words["y"] < rule["y"] and page.evaluate("document.documentElement.scrollHeight") <= 3 * 844
        return
    assert words["x"] + words["width"] < rule["x"]
    if not visit.script:
        return
    page.locator("details:has(#notification-thresholds-2002-09-30-rule) summary").first.click()
    page.locator(".tree a.words").first.hover()
    assert page.locator("p.marked").get_attribute("id") == "words-22-USC-2776-b--6-"
    page.locator("h1").hover()
    assert page.locator("p.marked").count() == 0
    page.locator(".tree a.words").first.focus()
    assert page.locator("p.marked").count() == 1


@pytest.mark.parametrize("visit", VIEWS[:1], indirect=True)
def test_a_what_if_prints_on_four_pages(visit: Visit, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="the extra `articles` is not installed")
    page = visit.open("/what-if?country=MEX&designate=mnna")
    page.pdf(path=tmp_path / "a.pdf", format="A4")
    assert len(pypdf.PdfReader(tmp_path / "a.pdf").pages) <= 4
