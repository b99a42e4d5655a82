"""Find the columns of text that hold channels or countries, by their first rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from mnna.screening.cells import family

if TYPE_CHECKING:
    from mnna.screening.engines.runner import Runner

Found = TypeVar("Found")
FIRST_ROWS, FEW = 10_000, 400
"""A column is judged by its first `FIRST_ROWS` rows; with `FEW` or more different texts it holds neither."""
MOST_LOOKED_AT = 40
"""The most columns that are checked for countries."""


def trying(engine: Runner, work: Callable[[], Found]) -> Found:
    """Return the result of `work`, which runs again each time the engine can adapt to a row of unexpected length."""
    while True:
        try:
            return work()
        except engine.stumbles as error:
            if not engine.mend(error):
                raise


@dataclass(frozen=True, slots=True)
class Contents:
    """The columns of a file with their types, as an engine reads them."""

    engine: Runner
    columns: Sequence[tuple[str, str]]

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        """Return those of the columns that hold only channels, or mostly channels."""
        from mnna.screening.spellings import are_channels

        return [name for name in self._texts(names) if are_channels(self._few(name), mostly)]

    def countries(self, names: Collection[str]) -> list[str]:
        """Return those of the columns of which more than half of the texts are countries."""
        from mnna.screening.spellings import mostly_countries

        return [name for name in self._texts(names)[:MOST_LOOKED_AT] if mostly_countries(self._few(name))]

    def _texts(self, names: Collection[str]) -> list[str]:
        texts = {name for name, type_ in self.columns if family(type_) == "text"}
        return [name for name in names if name in texts]

    def _few(self, name: str) -> list[str]:
        """Return the different texts in the first rows of a column; an empty list if there are `FEW` or more."""
        engine, column = self.engine, self.engine.sql.name(name)

        def first_values() -> list[tuple[Any, ...]]:
            first = f"(SELECT {column} FROM {engine.relation} LIMIT {FIRST_ROWS}) first_"
            return engine.ask(f"SELECT DISTINCT {column} FROM {first} WHERE {column} IS NOT NULL LIMIT {FEW}")

        found = [text for (text,) in trying(engine, first_values)]
        return found if len(found) < FEW else []
