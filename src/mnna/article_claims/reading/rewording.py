"""Reword a sentence that no grammar recognizes, so that the grammars can try again.

`rewordings.csv` has a pattern over the masked sentence and its replacement. The replacement has the named groups of
the pattern in braces, and in brackets the text that is used only if its group matched: `{c} was designated {s}[ in
{d}]`. If `after` is `status`, the sentence before must name or refer to a status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from mnna.article_claims.reading.grammar import Masked
from mnna.article_claims.reading.patterns import macros
from mnna.tables import table

FILE = Path(__file__).with_name("rewordings.csv")
_NAMES = re.compile(r"\{([A-Z]+)(?::(\w+))?\}")
_TOKEN = re.compile(r"<(\[?\w+\]?)\(\?P<\{\}>\\d\+\)>")
_PIECES = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_FIELD = re.compile(r"\{(\w+)\}")


class Rewording(NamedTuple):
    """A pattern, its replacement, and whether it needs a status in the sentence before."""

    form: re.Pattern[str]
    said: str
    after_status: bool


@cache
def _rewordings() -> tuple[Rewording, ...]:
    rows = table(FILE)
    words = {row["words"]: row["as"] for row in rows if row["after"] == "="}
    rules = [row for row in rows if row["after"] != "="]
    return tuple(Rewording(_form(row["words"], words), row["as"], row["after"] == "status") for row in rules)


def _form(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, said in words.items():
        pattern = pattern.replace(f"{{{name}}}", f"(?:{said})")

    def whole(name: re.Match[str]) -> str:
        macro = _TOKEN.sub(r"(?P<{}><\1\\d+>)", macros()[name[1]])
        return macro.replace("{}", name[2] or name[1].lower())

    return re.compile(_NAMES.sub(whole, pattern))


def reworded(sentence: Masked) -> Masked | None:
    """Return the sentence with every matching rewording applied; None if none matches."""
    now = sentence
    for one in _rewordings():
        if not one.after_status or sentence.context.counted:
            now = _with(now, one)
    return None if now is sentence else now


def _with(sentence: Masked, rule: Rewording) -> Masked:
    if not (found := list(rule.form.finditer(sentence.words))):
        return sentence
    words: list[str] = []
    places: list[int] = []
    at = 0
    for match in found:
        words.append(sentence.words[at : match.start()])
        places += sentence.places[at : match.start()]
        pieces = list(_said(rule.said, match, sentence))
        where = [place for _, there in pieces for place in there]
        if len(where) > 1:
            where[0], where[-1] = sentence.places[match.start()], sentence.places[match.end() - 1]
        words += [said for said, _ in pieces]
        places += where
        at = match.end()
    return replace(
        sentence,
        words="".join([*words, sentence.words[at:]]),
        places=tuple(accumulate([*places, *sentence.places[at:]], max)),
    )


def _said(said: str, match: re.Match[str], sentence: Masked) -> Iterator[tuple[str, list[int]]]:
    """Yield the replacement of a match in pieces, each with its places in the text; a name keeps its own places."""
    for piece in _PIECES.finditer(said):
        fields = _FIELD.findall(piece[0])
        if piece[1] is not None and not all(match.groupdict().get(field) for field in fields):
            continue
        for at, text in enumerate(_FIELD.split(piece[1] if piece[1] is not None else piece[2])):
            if at % 2:
                start, end = match.span(text)
                yield sentence.words[start:end], list(sentence.places[start:end])
            elif text:
                yield text, [sentence.places[match.start()]] * len(text)
