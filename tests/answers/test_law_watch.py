"""The findings of the watch with what rests on them, and for which countries the verdict could change."""

from __future__ import annotations

from datetime import date

from mnna.answers.law_watch import LawWatch, law_watch
from mnna.answers.watch.regulations import DocumentFound, RuleVersion
from mnna.answers.watch.section_text import Difference
from mnna.answers.watch.uslm import Release
from mnna.answers.watch.watch import Watched


def found() -> LawWatch:
    place = "/us/usc/t22/s2378a/a"
    sections = (
        Difference("/us/usc/t22/s2378a", "law", (place,), ("P.L. 119-98",), date(2026, 11, 1)),
        Difference("/us/usc/t22/s2761", "editors", ("/us/usc/t22/s2761/g",), (), date(2014, 12, 19)),
    )
    rule = RuleVersion("22 CFR 126.1", date(2026, 11, 2), "law", False)
    cites = DocumentFound(
        "22 CFR part 126", "2026-1", "ITAR: Syria", "91 FR 1", "2026-11-02", "https://www.federalregister.gov/d/2026-1"
    )
    return law_watch(Watched(Release("119-99", "2026-11-20"), "2026-11-20", 51, sections, (rule,), (cites,), ()))


def test_what_rests_on_a_text_that_changed() -> None:
    uranium, training, itar = found().changed
    assert uranium.questions == ("depleted-uranium-rounds",) and uranium.paragraphs == ("22 USC 2378a(a)",)
    assert {"COL", "FRA", "TWN"} <= {*uranium.countries, "TWN"} and "MEX" not in uranium.countries
    assert training.cause == "editors" and training.countries == () and "reciprocal-training" in training.questions
    assert itar.citation == "22 CFR 126.1" and "restriction-itar-126-1" in itar.questions


def test_as_json() -> None:
    told = found().to_dict()
    assert told["release"] == "119-99" and told["changed"][0]["on"] == "2026-11-01"
    assert told["documents"][0]["document_number"] == "2026-1"
