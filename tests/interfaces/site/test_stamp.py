"""The stamp of a site, in one file and nowhere else."""

from __future__ import annotations

import mnna
from mnna.interfaces.site import stamp
from mnna.present.document import Document, Paragraph, Section


def test_the_stamp_is_that_of_an_answer() -> None:
    answered = mnna.status("COL").to_dict()["stamp"]
    assert {name: stamp.stamp()[name] for name in answered} == answered
    assert stamp.permanent() == f"v/{answered['law']}-{answered['facts']}"


def test_hashes_leave_an_answer_and_other_words_stay() -> None:
    law = stamp.stamp()["law"]
    kept = stamp.unstamped({"stamp": {}, "law": law, "facts": "the facts", "on": "x"})
    assert kept == {"facts": "the facts", "on": "x"}
    assert stamp.without_hashes(f"law {law}, law {law}a") == f"law (in stamp.json), law {law}a"
    assert stamp.without_hashes(f"https://example.org/{stamp.permanent()}/countries/COL").endswith("org/countries/COL")


def test_hashes_leave_every_text_of_a_document() -> None:
    law = stamp.stamp()["law"]
    shown = Document(title="t", lead=(law,), sections=(Section("a", "b", (Paragraph((law, " ", law)),)),))
    assert law not in str(stamp.without_hashes_in(shown)) and law in str(shown)
