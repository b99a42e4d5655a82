"""One slow question answered in its own process.

Run as `python -m mnna.interfaces.http.background_worker`: the question is read pickled from standard input, and the
answer or the error is written pickled to standard output.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from mnna.errors import CannotAnswer, MnnaError
from mnna.interfaces.http.background import Order, Packed, Worked
from mnna.interfaces.http.declared import Page, Question, pages, written
from mnna.interfaces.http.problems import our_mistake
from mnna.interfaces.params import Given
from mnna.present.document import Picture
from mnna.present.vega import for_page, pictured
from mnna.with_parent import end_with_parent


def main() -> None:
    """Read the question, answer it, and write the answer."""
    os.nice(3)
    end_with_parent()
    order, out = pickle.load(sys.stdin.buffer), sys.stdout.buffer
    sys.stdout = sys.stderr
    found = said(order)
    with suppress(BrokenPipeError):
        pickle.dump(found, out)
        out.flush()


def said(order: Order) -> Packed | MnnaError:
    """Return the answer, or the error."""
    try:
        return Packed(_answered(*order))
    except MnnaError as error:
        return error
    except Exception as error:
        print(f"{order[0]}: {type(error).__name__}: {error}", file=sys.stderr)
        return our_mistake("the question")


def _answered(address: str, given: Given, facts: Path | None) -> Worked:
    page = next(page for page in pages() if page.address == address)
    answer, endpoint = page.answer(Question(page, given, facts)), page.endpoint
    pictures = _drawn(page, answer)
    shown = pictured(endpoint.shown(answer), pictures)
    csv = written(endpoint, answer, "csv")
    return Worked(answer.to_dict(), [for_page(one) for one in pictures], shown, endpoint.shown(answer, "page"), csv)


def _drawn(page: Page, answer: Any) -> tuple[Picture, ...]:
    """Return the pictures of an answer; none where the package that draws them is not installed."""
    try:
        return () if page.endpoint.pictures is None else tuple(page.endpoint.pictures(answer))
    except CannotAnswer:
        return ()


if __name__ == "__main__":
    main()
