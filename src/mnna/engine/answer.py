"""The whole answer to a question: its JSON with version and codes, its schema, and what shows it natively."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

from mnna.engine.record import CODES, VERSION, Record, as_object


class Answer(Record):
    """The whole answer to one question: its JSON begins with the version of the contract."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON, the same from Python, the command and the address."""
        from mnna.registry.codes import of_all  # a text for a reader does without

        found = {"schema": VERSION} | as_object(self)
        on = getattr(self, "on", None)
        of_countries = of_all(found, on if isinstance(on, date) else None)
        return found | ({CODES: of_countries} if of_countries else {})

    @classmethod
    def schema(cls) -> dict[str, Any]:
        """The JSON Schema (2020-12) of `to_dict`; what is nested stands under `$defs`."""
        from mnna.engine.schema import schema  # no answer needs it

        return schema(cls, whole=True)

    def _repr_html_(self) -> str:
        """The answer as its page shows it, for a notebook; it holds no script."""
        found: str = native().html(self)
        return found

    def to_frame(self) -> Any:
        """The rows of its CSV as a table of pandas; raises `CannotAnswer` where pandas is not installed."""
        return native().frame(self)

    def cite(self, style: str = "chicago", base: str = "") -> str:
        """The citation in `bluebook`, `chicago`, `bibtex`, `ris` or `csl` (CSL-JSON), with version, stamp and address.

        `base` is the address of the server that gives the answer. Raises `BadQuestion` for another style.
        """
        found: str = native().cite(self, style, base)
        return found

    def with_cites(self, shown: Any) -> Any:
        """A document of the answer, with how to cite it at its end."""
        return native().with_cites(shown, native().work(self))


def native() -> Any:
    """What shows answers natively; the package names it, since it lies above and an answer knows nothing of it."""
    return sys.modules[__name__.partition(".")[0]]._native()
