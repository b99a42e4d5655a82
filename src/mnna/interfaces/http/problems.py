"""The errors of the web interface, and the HTTP status of each error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from mnna.errors import BadCase, BadDate, BadFacts, BadQuestion, CannotAnswer, MnnaError, UnknownCountry, UnknownWord


class Problem(BaseModel):
    """What was asked, what is wrong with it, what is near, and what to do."""

    model_config = ConfigDict(extra="forbid")

    error: str = Field(description="The kind of error, such as `UnknownCountry` or `BadDate`.")
    asked: str
    wrong: str
    near: list[str]
    do: str


def refusals(says: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    """Return the errors of an address as FastAPI describes them: HTTP status to what it means."""
    return {status: {"model": Problem, "description": said} for status, said in says.items()}


class NoPage(BadQuestion):
    """No page has this address."""


class WrongMethod(BadQuestion):
    """The address does not take this method."""


class UnknownScreening(BadQuestion):
    """No screening has this key."""


class Refused(BadQuestion):
    """The request came from another site's page, or under another host name."""


class TooLarge(BadQuestion):
    """The request is larger than the limit."""


class TooSlow(BadQuestion):
    """The client sent nothing for too long."""


class Busy(CannotAnswer):
    """Too many questions or screenings wait already."""


class TooMany(CannotAnswer):
    """One client sent too many requests."""


class OurMistake(MnnaError):
    """mnna failed through a mistake of its own."""


CODES: tuple[tuple[type[MnnaError], int], ...] = (
    (NoPage, 404),
    (UnknownScreening, 404),
    (WrongMethod, 405),
    (TooSlow, 408),
    (TooLarge, 413),
    (Busy, 503),
    (UnknownCountry, 404),
    (UnknownWord, 404),
    (BadDate, 422),
    (BadCase, 422),
    (BadFacts, 422),
    (BadQuestion, 400),
    (CannotAnswer, 409),
)
"""Error to HTTP status; 409 is a valid question that needs something the user has not installed or loaded yet."""


def code(error: MnnaError) -> int:
    """Return the HTTP status of an error; 500 for a mistake of ours."""
    return next((status for kind, status in CODES if isinstance(error, kind)), 500)


def our_mistake(asked: str) -> OurMistake:
    """Return the error shown for an unexpected exception: no detail of the exception leaves the server."""
    wrong = "mnna failed on this question. This is a mistake in mnna, not in what you asked"
    return OurMistake(asked, wrong, (), "The terminal mnna serve runs in says where.")
