"""The object for the official words of a paragraph in JSON."""

from mnna.quick import QuickDict


class OfficialWords(QuickDict):
    """The official words of one paragraph of the Code, a line for each part, with their day and release.

    `asked_for` marks the paragraph asked for, or the one that answers the question asked for. `note` says where they
    may not be the words of the day asked about, and of which section this is a former number.
    """

    citation: str
    uslm: str
    heading: str
    text: str
    as_of: str
    release: str
    note: str
    asked_for: bool
