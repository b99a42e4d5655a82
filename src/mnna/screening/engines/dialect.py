"""The few phrases of SQL beyond a rule's own that reading a file takes, for DuckDB and for Spark.

Everything here yields NULL for what it cannot read and never raises in the middle of a file.
"""

from __future__ import annotations

from dataclasses import dataclass

from mnna.rules.sql import Dialect, quoted


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one dialect; all take and give SQL text."""

    dialect: Dialect

    @property
    def duck(self) -> bool:
        """Whether this is DuckDB's SQL."""
        return self.dialect is Dialect.DUCKDB

    def name(self, column: str) -> str:
        """A column's name, quoted."""
        mark = '"' if self.duck else "`"
        return mark + column.replace(mark, mark * 2) + mark

    def quoted(self, text: str) -> str:
        """A text literal."""
        return quoted(text, self.dialect)

    def broadcast(self, *tables: str) -> str:
        """A word to Spark that tables are small enough to be sent to every machine."""
        return "" if self.duck else f"/*+ BROADCAST({', '.join(tables)}) */ "

    def text(self, value: str) -> str:
        """A value as text."""
        return f"CAST({value} AS {'VARCHAR' if self.duck else 'STRING'})"

    def matches(self, value: str, pattern: str) -> str:
        """Whether the text matches a regular expression somewhere (anchor it to match the whole)."""
        if self.duck:
            return f"regexp_matches({value}, {self.quoted(pattern)})"
        return f"({value} RLIKE {self.quoted(pattern)})"

    def part(self, value: str, pattern: str, group: int) -> str:
        """A group of a regular expression's first match; empty where it does not match."""
        return f"regexp_extract({value}, {self.quoted(pattern)}, {group})"

    def bare(self, value: str) -> str:
        """The text without blanks at its ends, a byte order mark or hard space among them; NULL where none is left."""
        if self.duck:  # trimming letter by letter takes four times as long as seeing that there is nothing to trim
            trimmed = f"NULLIF(trim({value}, {self.quoted(BLANKS)}), '')"
            return f"(CASE WHEN {self.matches(value, '^[!-~]([ -~]*[!-~])?$')} THEN {value} ELSE {trimmed} END)"
        return f"NULLIF(trim(BOTH {self.quoted(BLANKS)} FROM {value}), '')"

    def cents(self, value: str) -> str:
        """A decimal rounded to the cent, halves to the even cent, as the single case rounds; NULL beyond 16 digits."""
        rounded = f"round_even({value}, 2)" if self.duck else f"bround({value}, 2)"
        return f"TRY_CAST({rounded} AS DECIMAL(18,2))"

    def later(self, day: str, days: str) -> str:
        """A day some days later."""
        return f"({day} + {days})" if self.duck else f"date_add({day}, {days})"

    def joined(self, parts: list[str]) -> str:
        """Texts one after the other; a NULL among them counts as empty."""
        return " || ".join(f"COALESCE({part}, '')" if not part.startswith("'") else part for part in parts)


BLANKS = " \t\n\r\u00a0\ufeff"
