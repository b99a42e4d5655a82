"""Read the acts of a section, still to be done or able to change a `no`, from the table next to its module.

A row of such a table, as `faa/s516_excess_articles.acts.csv`, has an id, the text of the act and its paragraph; `mark`
is `lifts` or `always` (see `Act`) or empty. The conditions of acts stand in the module, with its rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from mnna.errors import RuleError
from mnna.rules.nodes import YES, Expr
from mnna.statutes.listing import FOLDER
from mnna.statutes.provision import Act
from mnna.tables import rows_of

COLUMNS = "id,text,citation,mark"
MARKS: Mapping[str, Mapping[str, bool]] = {"": {}, "lifts": {"lifts": True}, "always": {"always": True}}


class Acts:
    """The acts in the table next to a module; `when` has by id the conditions of those that do not always apply."""

    def __init__(self, module: str, when: Mapping[str, Expr] | None = None) -> None:
        self._table = f"{'/'.join(module.split('.')[2:])}.acts.csv"
        given = when or {}
        self._held = {
            id_: Act(text=text, citation=citation, when=given.get(id_, YES), **MARKS[mark])
            for id_, text, citation, mark in rows_of(f"{FOLDER}/{self._table}", COLUMNS)
        }
        for id_ in given.keys() - self._held.keys():
            self._given(id_)

    def __call__(self, *asked: str | Act) -> tuple[Act, ...]:
        """Return the acts of these ids, and those that are given themselves, in order; raise `RuleError` for others."""
        held = self._held
        return tuple([held[one] if one in held else self._given(one) for one in asked])

    def _given(self, one: str | Act) -> Act:
        if isinstance(one, Act):
            return one
        raise RuleError(f"the act {one!r}", f"{self._table} has no such row", tuple(self._held), "Write the row.")
