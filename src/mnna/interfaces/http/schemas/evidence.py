"""The shapes of the comparison, the political record and the claims of an article."""

from __future__ import annotations

from typing import Literal

from mnna.interfaces.http.schemas.base import Stamp


class FiguresStamp(Stamp):
    """Which law, facts, figures and version answered, by content hash."""

    figures: str


Ruling = Literal["right", "partly", "wrong", "not verifiable"]
