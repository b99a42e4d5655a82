"""What columns of text hold, seen in their first rows: channels, or countries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from mnna.screening.cells import family

if TYPE_CHECKING:
    from mnna.screening.engines.runner import Runner

Found = TypeVar("Found")
FIRST_ROWS, FEW = 10_000, 400
"""A column holds channels or countries if its first rows do, in fewer spellings than this."""
MOST_LOOKED_AT = 40
"""How many columns are looked at for countries."""


def trying(engine: Runner, work: Callable[[], Found]) -> Found:
    """The work, once more for each time the rows of the file turn out longer than was thought."""
    while True:
        try:
            return work()
        except engine.stumbles as error:
            if not engine.mend(error):
                raise


@dataclass(frozen=True, slots=True)
class Contents:
    """The columns of a file, with their types, as an engine reads them."""

    engine: Runner
    columns: Sequence[tuple[str, str]]

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        """Which of the columns hold channels and nothing else, or channels for the most part."""
        from mnna.screening.spellings import are_channels

        return [name for name in self._texts(names) if are_channels(self._few(name), mostly)]

    def countries(self, names: Collection[str]) -> list[str]:
        """Which of the columns hold countries for the most part."""
        from mnna.screening.spellings import mostly_countries

        return [name for name in self._texts(names)[:MOST_LOOKED_AT] if mostly_countries(self._few(name))]

    def _texts(self, names: Collection[str]) -> list[str]:
        texts = {name for name, type_ in self.columns if family(type_) == "text"}
        return [name for name in names if name in texts]

    def _few(self, name: str) -> list[str]:
        """The spellings in the first rows of a column; none where there are many."""
        engine, column = self.engine, self.engine.sql.name(name)

        def first_values() -> list[tuple[Any, ...]]:
            first = f"(SELECT {column} FROM {engine.relation} LIMIT {FIRST_ROWS}) first_"
            return engine.ask(f"SELECT DISTINCT {column} FROM {first} WHERE {column} IS NOT NULL LIMIT {FEW}")

        found = [text for (text,) in trying(engine, first_values)]
        return found if len(found) < FEW else []
