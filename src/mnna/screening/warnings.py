"""The warnings and notes of a screening: answers that a reader should check before use."""

from __future__ import annotations

from mnna.rules.nodes import Kind
from mnna.screening.columns import written
from mnna.screening.fields import plain_fields
from mnna.screening.inspect_file import Look
from mnna.screening.sql import Plan


def doubts(plan: Plan, found: Look) -> tuple[str, ...]:
    """Return the warnings about columns: no money at all, or amounts that look like thousands or millions."""
    fields = plain_fields()
    money = [one for one in plan.headings.roles if one in fields and fields[one].kind is Kind.MONEY]
    none = [] if money else ["no column of money was found"]
    small = [
        f"every plain amount in “{plan.headings.columns[role]}” is under $100,000, so it may be in thousands or "
        f"millions (--unit {written(role, fields)}=millions, or =dollars)"
        for role in found.small
    ]
    return (*none, *small)


def elsewhere(column: str, others: list[str]) -> tuple[str, ...]:
    """Return the warning that the recipient column holds few countries and another column holds some."""
    if not others:
        return ()
    return (f"few texts of “{column}” are countries, and those of “{others[0]}” are (--map recipient={others[0]!r})",)


def estimated(count: int) -> tuple[str, ...]:
    """Return the note on amounts that are marked as estimates."""
    if not count:
        return ()
    return ("1 amount is marked as an estimate" if count == 1 else f"{count:,} amounts are marked as estimates",)


def without_recipient(rows: int) -> tuple[str, ...]:
    """Return the note on rows with an empty recipient although the file has such a column."""
    if not rows:
        return ()
    told = "1 row has no recipient" if rows == 1 else f"{rows:,} rows have no recipient"
    return (f"{told}: if the cell was merged with the one above it, --fill-down recipient fills it in",)
