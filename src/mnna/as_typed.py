"""Read text as people paste it: with hyphens that do not break, curly quotes, wide digits, or an id in capitals."""

from __future__ import annotations

from collections.abc import Iterable

from mnna.errors import alike

_QUOTES = {'"': '"', "'": "'", "`": "`", "(": ")"}
"""Marks around a whole text, which are not part of it, with the mark that closes each."""

_TYPED = {ord(mark): "-" for mark in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
_TYPED |= {ord(mark): "'" for mark in "\u2018\u2019\u201a\u2032"} | {
    ord(mark): '"' for mark in "\u201c\u201d\u201e\u2033"
}
"""The character of a keyboard for each kind of hyphen, dash and quotation mark that typesetters use."""


def typed(text: str) -> str:
    """Return a text as a keyboard types it, without invisible characters and without quotes around the whole.

    >>> typed("\\u201c22\\u00a0USC\\u00a02349aa\\u201110\\u201d")
    '22 USC 2349aa-10'
    """
    plain = " ".join((text if text.isascii() else _plain(text)).split())
    closing = _QUOTES.get(plain[:1])
    if closing and len(plain) > 2 and plain[-1] == closing and not set(plain[1:-1]) & {plain[0], closing}:
        return plain[1:-1].strip()
    return plain


def _plain(text: str) -> str:
    import unicodedata  # late: few questions have such characters

    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return kept.translate(_TYPED)


def meant(text: str, ids: Iterable[str], names: Iterable[tuple[str, str]] = ()) -> str:
    """Return the id that a text means whatever its case, blanks, underscores and hyphens; else the text itself.

    `names` are other names, each with its id. A text that may mean several ids is returned as it is.
    """
    if not isinstance(text, str) or text in (known := list(ids)) or not (bare := _bare(text)):
        return text
    found = {id_ for name, id_ in (*zip(known, known, strict=True), *names) if _bare(name) == bare}
    return found.pop() if len(found) == 1 else text


def _bare(text: str) -> str:
    return "".join(c for c in typed(text).casefold() if c.isalnum() or c == "+")


def near(text: str, known: Iterable[str], most: int = 5, likeness: float = 0.4) -> list[str]:
    """Return up to `most` ids that a text may mean: those with it as a part, then those that are similar."""
    ids, low = list(known), typed(text).casefold().replace("_", "-").replace(" ", "-")
    parts = [id_ for id_ in ids if len(low) > len("it") and f"-{low.strip('-')}-" in f"-{id_}-"]
    return list(dict.fromkeys([*parts, *alike(low, ids, most, likeness)]))[:most]
