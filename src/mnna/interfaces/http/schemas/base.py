"""What every shape shares, and the shape of an error."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Verdict = Literal["yes", "no", "unknown"]
Confidence = Literal["high", "medium", "low"]
ISO_DAY = Field(description="A day as year-month-day.", examples=["2026-11-24"])


class Shape(BaseModel):
    """A JSON object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Problem(Shape):
    """What was asked, what is wrong with it, what is near, and what to do."""

    error: str = Field(description="The kind of error, such as `UnknownCountry` or `BadDate`.")
    asked: str
    wrong: str
    near: list[str]
    do: str


class Stamp(Shape):
    """Which law, facts and version answered, by content hash."""

    law: str
    facts: str
    version: str
