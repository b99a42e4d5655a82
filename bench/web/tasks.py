"""Count the clicks and keystrokes of ten tasks of a new user, each begun on the front page in a real browser.

A click is one press of the pointer, also on a field. A keystroke is one letter or Enter; a paste counts as one. A task
is done when the page shows the words of the answer.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from shutil import which
from typing import Any

from playwright.sync_api import sync_playwright

from bench.web.served import SERVE, served

ARTICLE = "Colombia has been a major non-NATO ally since May 2022. Mexico is a member of NATO."


@dataclass
class Reader:
    """A simulated reader, who uses only links, buttons and fields; counts clicks and keystrokes."""

    page: Any
    clicks: int = 0
    keys: int = 0
    seen: list[str] = field(default_factory=list)

    def press(self, role: str, name: str, within: str = "body") -> None:
        """Click on the first element with that role and name."""
        self.page.locator(within).get_by_role(role, name=name).first.click()
        self.clicks += 1

    def fill(self, name: str, text: str, pasted: bool = False, enter: bool = True) -> None:
        """Click on a field and type or paste a text; `enter` sends the form with Enter."""
        one = self.page.get_by_label(name).first
        one.click()
        self.clicks += 1
        (one.fill if pasted else one.press_sequentially)(text)
        self.keys += (1 if pasted else len(text)) + enter
        if enter:
            with self.page.expect_navigation():
                one.press("Enter")

    def search(self, text: str) -> None:
        """Search in the box at the top of every page."""
        self.fill("Search countries", text)

    def menu(self, group: str, page: str) -> None:
        """Open a group of the menu and click on a page in it."""
        self.page.locator("nav summary", has_text=group).click()
        self.clicks += 1
        self.press("link", page, "nav details[open]")


def ally(one: Reader) -> None:
    one.search("is mexico an ally")
    one.press("link", "Mexico", "ul.found >> li:has(small:text-is('Country'))")


def when(one: Reader) -> None:
    one.search("Colombia")


def change(one: Reader) -> None:
    one.search("Mexico")
    one.press("link", "What would designation change?")


def review(one: Reader) -> None:
    one.press("link", "Whether Congress must be told of a sale")
    one.fill("Recipient", "Kenya", enter=False)
    one.fill("Major defense equipment", "30000000")


def words(one: Reader) -> None:
    one.search("22 USC 2776(b)")


def holders(one: Reader) -> None:
    one.menu("Countries", "Map")
    one.fill("On year-month-day", "2010-01-01")


def largest(one: Reader) -> None:
    one.search("notices saudi arabia")
    one.press("button", "Value", "section[aria-labelledby=notices]")
    one.seen = ["first", one.page.locator("section[aria-labelledby=notices] tbody tr").first.inner_text()]


def year(one: Reader) -> None:
    one.search("what changed in 2026")
    one.press("link", "Changes", "ul.found")
    one.fill("Since", "2026-01-01")


def article(one: Reader) -> None:
    one.press("link", "Whether a sentence in an article is true")
    one.press("link", "Check an article of your own")
    one.fill("The article", ARTICLE, pasted=True, enter=False)
    one.press("button", "Read and judge")


def table(one: Reader) -> None:
    one.menu("Countries", "Map")
    with one.page.expect_download() as given:
        one.press("link", "CSV", "p.forms")
    one.seen.append(given.value.path().read_text(encoding="utf-8"))


TASKS = (
    ("Is Mexico an ally?", ally, ("neither a NATO member nor a major non-NATO ally",)),
    ("When was Colombia designated, and by what?", when, ("23 May 2022", "Presidential Determination No. 2022-14")),
    ("What would designation change for Mexico?", change, ("a better answer on 8 of",)),
    ("How long is the review of a $30 million sale to Kenya?", review, ("30 calendar days",)),
    ("What does 22 USC 2776(b) say?", words, ("in the case of any letter of offer to sell", "In its own words")),
    ("Who held the status in 2010?", holders, ("1 January 2010", "Kuwait")),
    ("Which notices of sales to Saudi Arabia were the largest?", largest, ("first 20 October 2010",)),
    ("What changed in 2026?", year, ("1 January 2026", "Peru")),
    ("Is what this article says right?", article, ("NATO",)),
    ("The holders as a CSV file", table, ("COL",)),
)


def main() -> None:
    """Do the tasks and print the table of `bench/web/README.md`; exit with 1 if one is not done."""
    failed = 0
    print("| task | clicks | keystrokes | done |\n|---|---|---|---|")
    with served(SERVE) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        for said, do, wanted in TASKS:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.goto(f"http://127.0.0.1:{server.port}/")
            one = Reader(page)
            do(one)
            page.wait_for_load_state()
            told = " ".join([*one.seen, page.locator("main").inner_text()])
            done = all(each in told for each in wanted)
            failed += not done
            print(f"| {said} | {one.clicks} | {one.keys} | {'yes' if done else 'no'} |", flush=True)
            page.close()
        browser.close()
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
