"""How a file of cases is to be read, as far as the user says so."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mnna.errors import BadQuestion
from mnna.screening.days import DayForm

COMMA = {"comma": True, "point": False}
"""The values of `--decimal`: whether a comma is the decimal sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a file is to be read, as far as the user says so; `screen` describes each option."""

    map: Mapping[str, str] = field(default_factory=dict)
    set: Mapping[str, str] = field(default_factory=dict)
    unit: Mapping[str, str] = field(default_factory=dict)
    codes: str | None = None
    na: Iterable[str] = ()
    fill_down: Iterable[str] = ()
    dates: str | None = None
    decimal: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    quote: str | None = None
    sheet: str | None = None
    skip: int | None = None

    def __post_init__(self) -> None:
        for name in ("map", "set", "unit"):
            object.__setattr__(self, name, dict(getattr(self, name) or {}))
        for name in ("na", "fill_down"):
            given = getattr(self, name)
            object.__setattr__(self, name, (given,) if isinstance(given, str) else tuple(given))

    @property
    def wanted(self) -> tuple[str, ...]:
        """Return the headings that the user names."""
        return tuple(self.map.values())

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the marks for a value that is not given, in lower case."""
        return tuple(mark.lower() for mark in self.na)

    @property
    def form(self) -> DayForm | None:
        """Return the order of days."""
        return None if self.dates is None else DayForm(self.dates)

    @property
    def comma(self) -> bool | None:
        """Return whether a comma is the decimal sign."""
        return None if self.decimal is None else COMMA[self.decimal]

    @property
    def sign(self) -> str:
        """Return the quotation mark around cells, empty if there is none."""
        return '"' if self.quote is None else "" if self.quote == "none" else self.quote

    @property
    def codec(self) -> str | None:
        """Return Python's own name of the encoding; raises `BadQuestion` for an unknown one."""
        if self.encoding is None:
            return None
        try:
            "".encode(self.encoding)
            return codecs.lookup(self.encoding).name
        except (LookupError, UnicodeError):
            near = ("utf-8", "cp1252", "latin-1", "utf-16")
            raise BadQuestion(f"--encoding {self.encoding}", "there is no such encoding", near, "") from None

    def check(self) -> None:
        """Raise `BadQuestion` for an option with a value that it cannot have, and for options that contradict."""
        if self.dates is not None and self.dates not in (orders := [one.value for one in DayForm]):
            raise BadQuestion(f"the order of days {self.dates!r}", "there is no such order", orders, "")
        if self.decimal is not None and self.decimal not in COMMA:
            raise BadQuestion(f"the decimal sign {self.decimal!r}", "there is no such sign", tuple(COMMA), "")
        _ = self.codec
        if len(self.sign.encode()) > 1 or (self.delimiter is not None and len(self.delimiter) != 1):
            wrong, do = "each is a single letter", "--quote none is the exception."
            raise BadQuestion("the signs of a text file", wrong, (), do)
        if self.delimiter is not None and self.delimiter in (self.sign, "\n", "\r"):
            raise BadQuestion("the signs of a text file", "the one between columns cannot be that", (), "Give another.")
        if self.sign and self.sign in ",\t;|\n\r" and self.delimiter in (None, self.sign):
            raise BadQuestion("the sign around cells", f"{self.sign!r} stands between columns", ("--quote none",), "")
        if self.fill_down and not self.sign:
            raise BadQuestion("--fill-down with --quote none", "they do not go together", (), "Give one of them.")
        if self.skip is not None and self.skip < 0:
            raise BadQuestion(f"--skip {self.skip}", "it is below zero", (), "Count the lines above the headings.")
