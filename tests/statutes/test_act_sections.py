"""Sections of the two Acts, and where the Code has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mnna
from mnna.statutes.act_sections import ACTS, AECA, FAA
from mnna.statutes.citations import parse


@pytest.mark.parametrize(
    ("section", "code"), [("36", "2776"), ("3", "2753"), ("21", "2761"), ("39A", "2779a"), ("101", "2799aa")]
)
def test_arms_export_control_act(section: str, code: str) -> None:
    assert AECA[section] == code
    assert parse(f"AECA {section}(b)")[0].id == f"/us/usc/t22/s{code}/b"


@pytest.mark.parametrize(
    ("section", "code"), [("517", "2321k"), ("620M", "2378d"), ("502B", "2304"), ("620", "2370"), ("660", "2420")]
)
def test_foreign_assistance_act(section: str, code: str) -> None:
    assert FAA[section] == code
    assert parse(f"FAA {section}")[0].id == f"/us/usc/t22/s{code}"


def test_no_two_sections_share_a_place_and_the_acts_lie_apart() -> None:
    for act in (AECA, FAA):
        assert len(set(act.values())) == len(act)
    assert not set(AECA.values()) & set(FAA.values())


def test_every_section_that_our_own_texts_name_is_found() -> None:
    """A reader who copies “FAA 620E(e)” from an answer into `mnna law` is led to the section."""
    package = Path(mnna.__file__).parent
    texts = [path for end in ("*.py", "*.csv") for path in package.rglob(end)]
    named = {found for path in texts for found in _NAMED.findall(path.read_text(encoding="utf-8"))}
    assert {f"{act} {section}" for act, section in named if section not in ACTS[act]} <= {
        "FAA 518",  # as a bill would add it
        "FAA 1996",  # a year
    }


_NAMED = re.compile(r"\b(FAA|AECA) (?:s\. ?|section )?(\d+[A-Z]?)\b")
