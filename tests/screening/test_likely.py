"""Columns that may be what a file lacks: by words of their headings, or by what they hold."""

from __future__ import annotations

from collections.abc import Collection

from mnna.screening.likely import likely, offer

NAMES = ["Award value", "Qty", "Cost ($)", "Action date", "Mandate", "place"]


class LastHoldsCountries:
    """A file whose last column holds countries."""

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        return list(names)[:1] if mostly else []

    def countries(self, names: Collection[str]) -> list[str]:
        return list(names)[-1:]


def test_columns_are_known_by_words_of_their_headings_and_countries_by_what_is_held() -> None:
    assert likely("total", NAMES, None) == ["Award value", "Cost ($)"]
    assert likely("on", NAMES, None) == ["Action date"] and likely("mde", NAMES, None) == []
    held = LastHoldsCountries()
    assert likely("recipient", NAMES, held) == ["place"] and likely("recipient", NAMES, None) == []
    assert likely("channel", NAMES, held) == ["Award value"] and likely("channel", NAMES, None) == []
    assert likely("total", ["Value (€)", "cost in euros", "Number of dollars"], None) == []


def test_they_are_offered_with_the_option() -> None:
    assert offer(["a", "b c"], "on") == " (“a” or “b c” may be it: --map on='a')" and offer([], "on") == ""
