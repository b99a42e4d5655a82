"""The base class of whole answers: their JSON with version and country codes, schema, page, table and citation."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

from mnna.engine.record import CODES, VERSION, Record, as_object


class Answer(Record):
    """The whole answer to one question. Its JSON begins with the version of the contract."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON, the same from Python, the command and the address."""
        from mnna.registry.codes import named, of_named  # late: text output does not need it

        found = {"schema": VERSION} | as_object(self)
        on = getattr(self, "on", None)
        of_countries = of_named(named(found), on if isinstance(on, date) else None)
        return found | ({CODES: of_countries} if of_countries else {})

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """Return the JSON Schema (2020-12) of `to_dict`; nested objects are under `$defs`."""
        from mnna.engine.schema import schema  # late: `to_dict` does not need it

        return schema(cls, whole=True)

    def _repr_html_(self) -> str:
        """Return the answer as HTML without scripts, for a notebook."""
        found: str = native().html(self)
        return found

    def to_frame(self) -> Any:
        """Return the rows of the answer's CSV as a pandas table; raises `CannotAnswer` if pandas is not installed."""
        return native().frame(self)

    def cite(self, style: str = "chicago", base: str = "") -> str:
        """Return the citation in `bluebook`, `chicago`, `bibtex`, `ris` or `csl` (CSL-JSON), with version, stamp and
        address.

        `base` is the address of the server that gives the answer. Raises `BadQuestion` for another style.
        """
        found: str = native().cite(self, style, base)
        return found

    def with_cites(self, shown: Any) -> Any:
        """Return the document `shown` of the answer with its citations at the end."""
        return native().with_cites(shown, native().work(self))


def native() -> Any:
    """Return the module that renders answers; `mnna` names it, since this layer must not import a higher one."""
    return sys.modules[__name__.partition(".")[0]]._native()
