"""The tool `screen_rows`: up to 200 proposed transfers at once, each answered as `case` answers it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mnna.answers.case import case
from mnna.errors import BadQuestion, MnnaError

MOST = 200
NAMES = {"mde_usd": "mde", "total_usd": "total", "construction_usd": "construction", "firearms_usd": "firearms"}
"""Columns of case files, and the argument of `case` for each."""

CARRIED = ("id",)
"""Columns that are returned unchanged; any other column that `case` does not take is refused by name."""

SAYS = (
    "Up to 200 transfers at once: which must be notified to Congress. Columns as in files of cases: recipient, "
    "channel, mde_usd, total_usd, construction_usd, on; id comes back. A row that cannot be read says error and why."
)
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"rows": {"type": "array", "maxItems": MOST, "items": {"type": "object"}}},
    "required": ["rows"],
}


def screen_rows(rows: Any, facts: Path | None = None) -> dict[str, Any]:
    """Return the answers and the count of each; raises `BadQuestion` unless `rows` is a list of up to 200 objects."""
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise BadQuestion(
            "the rows", "they are not a list of objects", (), "Give rows of recipient, channel and so on."
        )
    if len(rows) > MOST:
        wrong = f"they are {len(rows)}, and at most {MOST} are read"
        raise BadQuestion("the rows", wrong, (), "Send them in parts, or screen a file with `mnna screen`.")
    found = [_answered(row, facts) for row in rows]
    notify = [row["notify"] for row in found]
    return {"counts": {word: notify.count(word) for word in dict.fromkeys(notify)}, "answers": found}


def _answered(row: Mapping[str, Any], facts: Path | None) -> dict[str, Any]:
    """Return a row with `notify` and its reasons, in the columns of screened files; for an invalid row, the error."""
    stated = {name: value for name, value in row.items() if value not in (None, "") and name not in CARRIED}
    given = {NAMES.get(name, name): value for name, value in stated.items()}
    kept = {name: row[name] for name in (*CARRIED, "recipient", "channel") if name in row}
    try:
        for needed in ("recipient", "channel"):
            if needed not in given:
                raise BadQuestion("a row", f"it has no {needed}", (), "")
        notice = case(**given, facts=facts).notice.to_dict()
    except MnnaError as error:
        return kept | {"notify": "error", "because": str(error)}
    threshold = notice["threshold"] or {"measure": None, "usd": None}
    told = {"threshold_measure": threshold["measure"], "threshold_usd": threshold["usd"]}
    told |= {name: notice[name] for name in ("review_days", "group", "because", "needs")}
    return kept | {"notify": notice["verdict"]} | told | {"citation": notice["citations"][:1]}
