"""Rules as trees: each condition of a page printed once, and named where it comes again."""

from __future__ import annotations

from mnna.present.rules import Rules, read

GROUP = "- at least one of these holds:\n  - the country is a member of NATO\n  - the country is named [22 USC 2776(b)]"
RULE = (
    f"- if:\n{'  ' + GROUP.replace(chr(10), chr(10) + '  ')}\n- then:\n  - fifteen days\n- otherwise:\n  - thirty days"
)
NAMED = "- the higher thresholds apply, that is: [22 USC 2776(b)(6)]\n  - all of these hold:\n    - a\n    - b"


def test_lines_become_a_tree_with_citations() -> None:
    (top,) = read(GROUP)
    assert top["says"] == "at least one of these holds:" and len(top["of"]) == 2
    assert top["of"][1] == {"says": "the country is named", "value": None, "citation": "22 USC 2776(b)", "of": []}
    assert [one["says"] for one in read(RULE)] == ["if:", "then:", "otherwise:"]
    assert [one["says"] for one in read("a day is known")] == ["a day is known"]


def test_a_rule_is_printed_once_and_then_referred_to() -> None:
    rules = Rules([GROUP, GROUP])
    assert len(rules.tree("Terms:", GROUP, "“Terms” of 2002")["of"]) == 1
    again = rules.tree("Days:", GROUP, "“Days” of 1981")
    assert again["says"] == "Days: the same as “Terms” of 2002" and not again["of"]


def test_a_condition_that_comes_again_gets_a_letter() -> None:
    rules = Rules([GROUP, RULE])
    (first,) = rules.tree("Where:", GROUP, "here")["of"]
    assert first["says"] == "at least one of these holds (condition A):" and len(first["of"]) == 2
    again = rules.tree("Days:", RULE, "there")["of"]
    assert [one["says"] for one in again] == ["if condition A holds: fifteen days", "otherwise: thirty days"]


def test_a_condition_inside_another_gets_a_letter_where_it_comes_again() -> None:
    outer = f"- all of these hold:\n  - it is open\n  {GROUP.replace(chr(10), chr(10) + '  ')}"
    (first,) = Rules([outer, GROUP]).tree("Where:", outer, "here")["of"]
    assert [one["says"] for one in first["of"]] == ["it is open", "at least one of these holds (condition A):"]


def test_a_choice_of_choices_is_a_list() -> None:
    inner = "- if:\n  - b\n- then:\n  - 2\n- otherwise:\n  - 3"
    rule = f"- if:\n  - a\n- then:\n  - 1\n- otherwise:\n  {inner.replace(chr(10), chr(10) + '  ')}"
    told = Rules([rule]).tree("Days:", rule, "here")["of"]
    assert [one["says"] for one in told] == ["if a: 1", "otherwise, if b: 2", "otherwise: 3"]


def test_values_are_put_into_words() -> None:
    told = Rules([RULE]).tree("Days:", RULE, "here", lambda text: text.replace("fifteen", "15"))["of"]
    assert told[1]["says"] == "then: 15 days"


def test_a_long_condition_stands_by_itself() -> None:
    if_, then, otherwise = Rules([RULE]).tree("Days:", RULE, "here")["of"]
    assert if_["says"] == "if:" and len(if_["of"][0]["of"]) == 2
    assert (then["says"], otherwise["says"]) == ("then: fifteen days", "otherwise: thirty days")


def test_a_condition_that_stands_once_gets_none() -> None:
    (only,) = Rules([GROUP]).tree("Where:", GROUP, "here")["of"]
    assert only["says"] == "at least one of these holds:"


def test_a_condition_with_a_name_keeps_it() -> None:
    longer = f"- if:\n  {NAMED.replace(chr(10), chr(10) + '  ')}\n- then:\n  - x\n- otherwise:\n  - y"
    rules = Rules([NAMED, longer])
    (named,) = rules.tree("Where:", NAMED, "here")["of"]
    assert named["says"].endswith(", that is:") and named["of"][0]["says"] == "all of these hold:"
    assert "the higher thresholds apply (as above)" in rules.tree("Sum:", longer, "there")["of"][0]["says"]
