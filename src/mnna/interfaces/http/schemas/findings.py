"""The shapes of what the law answers: findings, differences, cases and files of cases."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape, Verdict


class Tree(Shape):
    """Why: one node of what decided the answer."""

    says: str
    value: bool | int | float | str | None
    citation: str | None
    of: list[Tree]


class Assumption(Shape):
    """A status assumed to begin or to end."""

    country: str
    status: str
    on: str = ISO_DAY
    act: Literal["designate", "terminate"]


class Finding(Shape):
    """The answer to one question of law."""

    id: str
    question: str
    verdict: Verdict
    terms: dict[str, Any] = Field(description="Values the law attaches; the name carries the unit.")
    steps: list[str] = Field(description="Acts still needed for every such country.")
    routes: list[str] = Field(description="Where the verdict is no: how the country could still get there.")
    needs: list[str] = Field(description="Facts that would settle an unknown.")
    because: str
    citations: list[str]
    why: Tree
    presumes: list[str]
    stale: str | None
    own_facts: list[str]
    confidence: str
    topic: str
    bears: Literal["grant", "bar"] = Field(description="What a yes means: the country may have it, or may not.")
    suspended_by: list[str] = Field(description="Bars on record that cut this authority off; the verdict is then no.")


class Partition(Shape):
    """The ids of all questions, split by what the change of status does to them."""

    gain: list[str]
    lose: list[str]
    open: list[str]
    terms: list[str]
    same: list[str]
