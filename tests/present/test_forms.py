"""A document in each form, by the ending of its file."""

from __future__ import annotations

import pytest

from mnna.present.forms import written
from tests.present.samples import DOCUMENT, official


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!doctype html>"), ("md", b"# "), ("csv", b"")]
)
def test_every_form_is_written(form: str, start: bytes) -> None:
    made = written(DOCUMENT, form, official)
    assert made.startswith(start) and len(made) > 100


def test_another_form_is_refused() -> None:
    with pytest.raises(KeyError):
        written(DOCUMENT, "odt")
