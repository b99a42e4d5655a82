"""The object that the official words of a place are in JSON."""

from typing import TypedDict


class OfficialWords(TypedDict):
    """The official words of one place in the Code, a line for each paragraph, with their day and release.

    `asked_for` marks the place asked for, or the one that answers the question asked for. `note` says where they may
    not be the words of the day asked about, and of which section this is a former number.
    """

    citation: str
    uslm: str
    heading: str
    text: str
    as_of: str
    release: str
    note: str
    asked_for: bool
