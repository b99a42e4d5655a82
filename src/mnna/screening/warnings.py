"""What the first line of a summary warns of: answers that are given, and that a reader should not trust unread."""

from __future__ import annotations

from mnna.rules.nodes import Kind
from mnna.screening.columns import written
from mnna.screening.fields import plain_fields
from mnna.screening.inspect_file import Look
from mnna.screening.sql import Plan


def doubts(plan: Plan, found: Look) -> tuple[str, ...]:
    """The warnings about columns: no money at all, and money that looks like thousands or millions."""
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
    """The warning that a column read as recipient holds hardly a country, and which others do."""
    if not others:
        return ()
    return (f"few texts of “{column}” are countries, and those of “{others[0]}” are (--map recipient={others[0]!r})",)


def estimated(count: int) -> tuple[str, ...]:
    """What to say of amounts that are estimates."""
    if not count:
        return ()
    return ("1 amount is marked as an estimate" if count == 1 else f"{count:,} amounts are marked as estimates",)


def without_recipient(rows: int) -> tuple[str, ...]:
    """What to say of rows whose recipient is empty although there is a column for it."""
    if not rows:
        return ()
    told = "1 row has no recipient" if rows == 1 else f"{rows:,} rows have no recipient"
    return (f"{told}: if the cell was merged with the one above it, --fill-down recipient fills it in",)
