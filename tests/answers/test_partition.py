"""The partition of all questions by a change of status: what is gained, lost, open, on other terms, the same."""

from __future__ import annotations

from typing import cast

import pytest

from mnna.answers.partition import Partition, changes, counted, gain_and_loss, partition
from mnna.engine.finding import Finding, Verdict
from mnna.rules.explain import Tree

WHY: Tree = {"says": "", "value": None, "citation": None, "of": []}


def finding(verdict: str, bears: str = "grant", terms: dict[str, object] | None = None, *steps: str) -> Finding:
    return Finding("one", "May it?", cast(Verdict, verdict), terms or {}, steps, (), (), "", (), WHY, bears=bears)


GRANTS = [
    ("no", "yes", "gain"),
    ("unknown", "yes", "gain"),
    ("yes", "no", "lose"),
    ("yes", "unknown", "open"),
    ("no", "unknown", "open"),
    ("unknown", "no", "open"),
    ("yes", "yes", "same"),
    ("no", "no", "same"),
    ("unknown", "unknown", "same"),
]
SWAPPED = {"yes": "no", "no": "yes", "unknown": "unknown"}


@pytest.mark.parametrize(("before", "after", "group"), GRANTS)
def test_a_grant(before: str, after: str, group: str) -> None:
    assert getattr(partition([finding(before)], [finding(after)]), group) == ("one",)


@pytest.mark.parametrize(("before", "after", "group"), GRANTS)
def test_a_bar_is_a_grant_with_yes_and_no_in_each_others_place(before: str, after: str, group: str) -> None:
    found = [finding(SWAPPED[verdict], "bar") for verdict in (before, after)]
    assert getattr(partition(found[:1], found[1:]), group) == ("one",)


@pytest.mark.parametrize("verdict", ["yes", "no", "unknown"])
@pytest.mark.parametrize(
    ("terms", "steps", "group"),
    [({"days": 15}, (), "terms"), ({"days": 30}, ("report",), "terms"), ({"days": 30}, (), "same")],
)
def test_the_same_answer_on_other_terms(
    verdict: str, terms: dict[str, object], steps: tuple[str, ...], group: str
) -> None:
    found = partition([finding(verdict, "grant", {"days": 30})], [finding(verdict, "grant", terms, *steps)])
    assert found.group("one") == group and found.total == 1


def test_what_differs_is_paired_and_the_rest_stays() -> None:
    same, other = finding("no"), finding("yes")
    differ, stays = changes([same, same], [same, other])
    assert [(one.id, one.before, one.after) for one in differ] == [("one", same, other)] and stays == (same,)
    assert list(differ[0].to_dict()) == ["id", "before", "after"]


def test_the_counts_are_said_once_and_all_of_them() -> None:
    found = Partition(gain=("a", "b"), open=("c",), same=("d", "e", "f"))
    assert gain_and_loss(found) == "get a better answer on 2 of 6 legal questions and a worse answer on none"
    assert counted(found) == (
        "get a better answer on 2 of 6 legal questions and a worse answer on none. Of the rest, 1 would depend on "
        "a fact not known here, none would keep the answer with other terms or steps, and 3 would stay the same"
    )
    assert found.to_dict() == {"gain": ["a", "b"], "lose": [], "open": ["c"], "terms": [], "same": ["d", "e", "f"]}


def test_what_only_loses_says_so_first() -> None:
    found = Partition(lose=("a", "b"), same=("c", "d"))
    assert gain_and_loss(found) == "get a worse answer on 2 of 4 legal questions and a better answer on none"
    assert gain_and_loss(found, "", "x and y") == (
        "get a worse answer on 2 of 4 legal questions (x and y) and a better answer on none"
    )


def test_the_questions_are_named_after_their_counts() -> None:
    found = Partition(gain=("a",), lose=("b", "c"), same=("d",))
    said = "get a better answer on 1 of 4 legal questions (leases) and a worse answer on 2 (loans and sales)"
    assert gain_and_loss(found, "leases", "loans and sales") == said
    assert counted(found, "leases", "loans and sales").startswith(f"{said}. Of the rest, none would depend on")
