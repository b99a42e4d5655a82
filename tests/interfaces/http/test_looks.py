"""Every page as people with other needs meet it: axe-core finds nothing that hinders, and nothing runs off the screen.

On a desktop in light, on a phone in dark, on a tablet in width, and on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from tests.interfaces.http.samples import SAMPLES

pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

PAGES = {
    **SAMPLES,
    "the front page of an ally": "/?country=JPN",
    "the map of one status": "/map?status=nato-plus-thresholds&on=2010-01-01",
    "an empty search": "/law?search=zeppelin",
    "a bare what-if": "/what-if",
    "a bare case": "/case",
    "a bare comparison": "/compare",
    "bare lines": "/compare/lines",
    "an unknown case": "/case?recipient=KEN&channel=fms&total=20e6&on=2025-01-01",
    "a country that holds nothing": "/countries/BTN",
    "a mistake": "/countries/Afganistan",
    "a mistake in a form": "/case?recipient=COL&channel=fms&mde=30&total=20",
}
HINDERS = ("serious", "critical")


@pytest.fixture(scope="module")
def window(browser: Any) -> Iterator[Any]:
    """One window for all pages."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


ALIKE = """() => {
    const seen = new Set();
    for (const one of document.querySelectorAll("[data-first]")) one.removeAttribute("data-first");
    for (const one of document.querySelectorAll("body *")) {
        const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!(words || one.matches("input, select, textarea")) || !one.checkVisibility()) continue;
        const own = getComputedStyle(one), under = new Set();
        for (let at = one; at; at = at.parentElement) {
            const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(at);
            under.add([backgroundColor, backgroundImage, opacity, position].join());
        }
        const kind = [own.color, own.fontSize, own.fontWeight, own.textShadow, ...under].join();
        if (!seen.has(kind)) one.setAttribute("data-first", "");
        seen.add(kind);
    }
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-first]" }] });
}"""
"""Marks the first text of each color, size and ground, so that contrast is measured once for all that look alike."""
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]
"""Rules whose answer can differ between two looks of one page."""


def hindrances(page: Any, only: list[str] | None = None) -> list[str]:
    """What axe-core finds serious or critical, by all rules or some, each with where and why."""
    from axe_playwright_python.base import AXE_SCRIPT

    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(ALIKE)
    options = {"resultTypes": ["violations"]} | ({"runOnly": only} if only else {})
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in HINDERS
        for node in one["nodes"][:3]
    ]


def beyond(page: Any) -> list[str]:
    """What runs off the right edge, where the page can be scrolled sideways."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => {
            const edge = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= edge) return [];
            return [...document.querySelectorAll("main *")]
                .filter((one) => one.getBoundingClientRect().right > edge + 1)
                .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).concat("sideways");
        }"""
    )


def cut(page: Any) -> list[str]:
    """The words of pictures that begin or end off the screen, or outside a box around them that hides what is."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("main svg text")].filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            if (left < -1 || right > document.documentElement.clientWidth + 1) return true;
            for (let box = one.parentElement; box; box = box.parentElement) {
                if (getComputedStyle(box).overflowX === "visible" || box === document.documentElement) continue;
                const edge = box.getBoundingClientRect();
                if (left < edge.left - 1 || (right > edge.right + 1 && box.scrollWidth <= box.clientWidth)) return true;
            }
            return false;
        }).map((one) => one.textContent)"""
    )
    return list(found)


def skipped(page: Any) -> list[int]:
    """The levels of all headings, where there is not one of the first level or one skips a level."""
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map((one) => Number(one.tagName[1]))")
    steady = all(after - before <= 1 for before, after in pairwise(levels))
    return [] if levels.count(1) == 1 and steady else levels


ONWARD = 'section[aria-labelledby="onward"]'
"""The links to other pages, which are of no use on paper."""
UNEVEN = """[...document.querySelectorAll('.ask')].flatMap(form => {
    const tops = [...form.querySelectorAll(':scope > .field')].map(field => field.getBoundingClientRect().top);
    return tops.filter(top => tops.some(other => other !== top && Math.abs(other - top) < 40));
})"""
"""The heights of those fields of forms that stand side by side and do not begin at one height."""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_hinders_and_nothing_runs_off(window: Any, site: str, name: str) -> None:
    window.emulate_media(color_scheme="light", media="screen")
    window.set_viewport_size({"width": 1280, "height": 800})
    window.goto(site + PAGES[name])
    window.locator("main:not(:has([data-follow])) h1").wait_for(timeout=240_000)
    window.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert hindrances(window) == [] and beyond(window) == [] and skipped(window) == []
    assert window.evaluate(UNEVEN) == [], "fields side by side begin at one height"
    window.emulate_media(color_scheme="dark")
    for width in (768, 390, 320):
        window.set_viewport_size({"width": width, "height": 800})
        assert beyond(window) == [], f"at {width} pixels"
    window.set_viewport_size({"width": 390, "height": 800})
    assert hindrances(window, LOOKS) == [] and cut(window) == []
    window.emulate_media(media="print")
    assert (
        not window.locator(f"header.mast, footer, form, button:not(thead button), {ONWARD}")
        .filter(visible=True)
        .count()
    )
    assert window.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "dark on paper"


def test_axe_would_find_what_hinders(window: Any) -> None:
    faint = "<p>Seen</p><p style='color: #ccc; background: #fff'>Hardly seen</p>"
    window.goto("about:blank")
    window.set_content(f"<html><body><main><h1>A</h1><input><img src='data:,'>{faint}</main></body></html>")
    found = {one.split(":")[0] for one in hindrances(window)}
    assert found >= {"label", "image-alt", "html-has-lang", "color-contrast"}
    assert [one.split(":")[0] for one in hindrances(window, LOOKS)] == ["color-contrast"]
