"""The SQL expressions beyond those of rules that reading a file needs, for DuckDB and Spark.

Each yields NULL for what it cannot read and never raises an error in the middle of a file.
"""

from __future__ import annotations

from dataclasses import dataclass

from mnna.rules.sql import Dialect, quoted


@dataclass(frozen=True, slots=True)
class Phrases:
    """The SQL expressions of one dialect. All take and return SQL text."""

    dialect: Dialect

    @property
    def duck(self) -> bool:
        """Return whether this is DuckDB's SQL."""
        return self.dialect is Dialect.DUCKDB

    def name(self, column: str) -> str:
        """Return a column's name, quoted."""
        mark = '"' if self.duck else "`"
        return mark + column.replace(mark, mark * 2) + mark

    def quoted(self, text: str) -> str:
        """Return a text literal."""
        return quoted(text, self.dialect)

    def broadcast(self, *tables: str) -> str:
        """Return the hint to Spark that tables are small enough to be sent to every machine; empty for DuckDB."""
        return "" if self.duck else f"/*+ BROADCAST({', '.join(tables)}) */ "

    def text(self, value: str) -> str:
        """Return a value as text."""
        return f"CAST({value} AS {'VARCHAR' if self.duck else 'STRING'})"

    def matches(self, value: str, pattern: str) -> str:
        """Return whether the text matches a regular expression anywhere (anchor it to match the whole)."""
        if self.duck:
            return f"regexp_matches({value}, {self.quoted(pattern)})"
        return f"({value} RLIKE {self.quoted(pattern)})"

    def part(self, value: str, pattern: str, group: int) -> str:
        """Return a group of a regular expression's first match; empty without a match."""
        return f"regexp_extract({value}, {self.quoted(pattern)}, {group})"

    def bare(self, value: str) -> str:
        """Return the text without blanks, hard spaces and byte order marks at its ends; NULL if nothing is left."""
        if self.duck:  # trimming letter by letter takes four times as long as seeing that there is nothing to trim
            trimmed = f"NULLIF(trim({value}, {self.quoted(BLANKS)}), '')"
            return f"(CASE WHEN {self.matches(value, '^[!-~]([ -~]*[!-~])?$')} THEN {value} ELSE {trimmed} END)"
        return f"NULLIF(trim(BOTH {self.quoted(BLANKS)} FROM {value}), '')"

    def cents(self, value: str) -> str:
        """Return a decimal rounded to the cent, half to even, as the single case rounds; NULL beyond 16 digits."""
        rounded = f"round_even({value}, 2)" if self.duck else f"bround({value}, 2)"
        return f"TRY_CAST({rounded} AS DECIMAL(18,2))"

    def later(self, day: str, days: str) -> str:
        """Return the date that is `days` after `day`."""
        return f"({day} + {days})" if self.duck else f"date_add({day}, {days})"

    def joined(self, parts: list[str]) -> str:
        """Return the texts joined; a NULL counts as empty."""
        return " || ".join(f"COALESCE({part}, '')" if not part.startswith("'") else part for part in parts)


BLANKS = " \t\n\r\u00a0\ufeff"
