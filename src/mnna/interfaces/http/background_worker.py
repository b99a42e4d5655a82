"""One slow question answered in a process of its own.

Run as `python -m mnna.interfaces.http.background_worker`.

A JSON object on standard input names the page and its parameters, one on
standard output holds the document and its pictures, or the problem with its status code.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mnna.errors import CannotAnswer, MnnaError
from mnna.interfaces.http.background import Made
from mnna.interfaces.http.declared import pages, written
from mnna.interfaces.http.page_spec import Page, Question
from mnna.interfaces.http.problems import code, our_mistake
from mnna.present.document import Picture
from mnna.present.phone import for_page
from mnna.present.vega import pictured
from mnna.with_parent import end_with_parent


def main() -> None:
    """Read the question, answer it, and say so."""
    os.nice(3)
    end_with_parent()
    order, out = json.load(sys.stdin), sys.stdout
    sys.stdout = sys.stderr
    found = said(order)
    with suppress(BrokenPipeError):
        json.dump(found, out)


def said(order: Mapping[str, Any]) -> dict[str, Any]:
    """The document and its pictures, or the problem with its status code."""
    try:
        return _answered(order)
    except MnnaError as error:
        return {"problem": error.to_dict(), "code": code(error)}
    except Exception as error:
        print(f"{order['address']}: {type(error).__name__}: {error}", file=sys.stderr)
        return {"problem": our_mistake("the question").to_dict(), "code": 500}


def _answered(order: Mapping[str, Any]) -> dict[str, Any]:
    page = next(page for page in pages() if page.address == order["address"])
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in order["given"].items()}
    question = Question(page, given, Path(order["facts"]) if order["facts"] else None)
    answer = page.answer(question)
    pictures = _drawn(page, answer)
    shown = [for_page(one) for one in pictures]
    return {"document": answer.to_dict(), "pictures": shown, "made": _made(page, answer, pictures)}


def _made(page: Page, answer: Any, pictures: tuple[Picture, ...]) -> str:
    """What the word gives besides, for the process that asked."""
    csv = written(page.endpoint, answer, "csv")
    made = Made(pictured(page.endpoint.shown(answer), pictures), page.endpoint.shown_on_page(answer), csv)
    return b64encode(pickle.dumps(made)).decode()


def _drawn(page: Page, answer: Any) -> tuple[Picture, ...]:
    """The pictures; none where the package that draws them is not installed."""
    try:
        return () if page.endpoint.pictures is None else tuple(page.endpoint.pictures(answer))
    except CannotAnswer:
        return ()


if __name__ == "__main__":
    main()
