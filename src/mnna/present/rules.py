"""Turn the English text of rules into trees, in which a page prints each repeated condition only once.

A rule is a text of indented lines, `- what holds [citation]`. A condition that occurs more than once on a page is
labeled "condition A" at its first place and later named only by that label; a condition with its own name keeps it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from mnna.present.inline import apart

Node = Mapping[str, Any]
"""A node of a tree: `says`, `value`, `citation`, `of`."""

_NAMED = ", that is:"
_FRAME = ("if:", "then:", "otherwise:", "in general:", "except where:", "there:")
"""The lines that structure a rule and are not conditions themselves."""


@lru_cache(maxsize=1024)
def read(rule: str) -> tuple[Node, ...]:
    """Return the text of a rule as trees, one for each line without indent; a rule of one line may omit its dash."""
    lines = (rule if rule.startswith("- ") else f"- {rule}").splitlines()
    found = ((len(line) - len(line.lstrip(" ")), line.lstrip(" ")) for line in lines)
    return _below([(depth // 2, *apart(text[2:])) for depth, text in found if text.startswith("- ")])


def _below(lines: list[tuple[int, str, str]]) -> tuple[Node, ...]:
    starts = [at for at, line in enumerate(lines) if line[0] == lines[0][0]]
    ends = [*starts[1:], len(lines)]
    return tuple(
        node(lines[at][1], _below(lines[at + 1 : end]), lines[at][2] or None)
        for at, end in zip(starts, ends, strict=False)
    )


def node(says: str, of: Iterable[Node] = (), citation: str | None = None) -> Node:
    """Return one node of a tree, with `value` None."""
    return {"says": says, "value": None, "citation": citation, "of": list(of)}


class Rules:
    """The rules of one page: give all of them to the constructor, then call `tree` for each in printing order."""

    def __init__(self, rules: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        for rule in dict.fromkeys(rules):
            for top in read(rule):
                self._count(top)
        self.printed: dict[str, str] = {}
        self.letters: dict[str, str] = {}

    def _count(self, one: Node) -> None:
        """Count a condition, and the conditions below it only the first time, because only then are they printed."""
        key = _key(one)
        self.counts[key] += 1
        if self.counts[key] == 1 or one["says"] in _FRAME:
            for below in one["of"]:
                self._count(below)

    def tree(self, title: str, rule: str, where: str, words: Callable[[str], str] = str) -> Node:
        """Return the tree of a rule under a title; a rule printed before becomes a reference to its first `where`.

        `where` names this place for later references. `words` puts a line without lines below it, such as the value of
        a term, into words.
        """
        trees = read(rule)
        if rule in self.printed and any(top["of"] for top in trees):
            return node(f"{title} the same as {self.printed[rule]}")
        self.printed.setdefault(rule, where)
        return node(title, _shorter([self._once(top, words) for top in trees]))

    def _once(self, one: Node, words: Callable[[str], str]) -> Node:
        says, key = one["says"], _key(one)
        if not one["of"]:
            return node(words(says), (), one["citation"])
        if says in _FRAME:
            return node(says, self._below(one, words), one["citation"])
        named = says.endswith(_NAMED)
        if key in self.letters:
            return node(self.letters[key])
        if named:
            self.letters[key] = f"{says.removesuffix(_NAMED)} (as above)"
        elif self.counts[key] > 1:
            letter = _letter(sum(name.startswith("condition ") for name in self.letters.values()))
            self.letters[key] = f"condition {letter} holds"
            says = f"{says.removesuffix(':')} (condition {letter}):"
        return node(says, self._below(one, words), one["citation"])

    def _below(self, one: Node, words: Callable[[str], str]) -> list[Node]:
        return _shorter([self._once(below, words) for below in one["of"]])


def _shorter(trees: list[Node]) -> list[Node]:
    """Return an if-then-otherwise with each simple branch on one line: "if a NATO member: fifteen days".

    Any other list of trees is returned unchanged.
    """
    if [one["says"] for one in trees] != ["if:", "then:", "otherwise:"]:
        return trees
    if_, then, otherwise = trees
    condition, value, rest = _only(if_), _only(then), _only(otherwise)
    first = [if_, node(f"then: {value}") if value else then]
    if condition and value:
        first = [node(f"if {condition}: {value}", (), if_["citation"])]
    if rest:
        return [*first, node(f"otherwise: {rest}")]
    below = otherwise["of"]
    if below[0]["says"].startswith("if"):
        return [*first, {**below[0], "says": f"otherwise, {below[0]['says']}"}, *below[1:]]
    return [*first, otherwise]


def _only(frame: Node) -> str:
    """Return the one line below a structuring line, or an empty text if there is more, or a citation."""
    below = frame["of"]
    return str(below[0]["says"]) if len(below) == 1 and not below[0]["of"] and not below[0]["citation"] else ""


def _letter(number: int) -> str:
    """Return the letter of a number from 0: A, B, ... Z, AA, AB."""
    more, last = divmod(number, 26)
    return ("" if not more else _letter(more - 1)) + chr(ord("A") + last)


def _key(one: Node) -> str:
    """Return the text of a condition and of all below it, without citations, to recognize equal conditions."""
    return "\n".join([one["says"], *("  " + line for below in one["of"] for line in _key(below).splitlines())])
