"""The watch as a whole against servers of our own: what it finds, what it keeps, and what a bad source does."""

from __future__ import annotations

import json
from datetime import date

import pytest

from mnna.answers.watch.not_read_again import kept, said
from mnna.answers.watch.regulations import DocumentFound, RuleVersion
from mnna.answers.watch.uslm import Difference
from mnna.answers.watch.watch import (
    LawWatch,
    Watched,
    cited_rules,
    figures_of,
    held,
    law_watch,
    questions,
    watch,
)
from tests.answers.watch.conftest import ECFR, PAGE, REGISTER, TITLE, Sources, uslm
from tests.series.refresh.conftest import Answer

AMENDED = "(Pub. L. 90–629, Oct. 22, 1968; Pub. L. 119–98, Nov. 1, 2026.)"
PLACE, SECTION = "/us/usc/t22/s2776/b/6", "/us/usc/t22/s2776"


def test_the_words_held_are_the_words_served(sources: Sources) -> None:
    found = watch(sources.base, sources.limits)
    assert found.failed == () and found.sections == () and found.rules == () and found.documents == ()
    assert (found.release, found.as_of, found.compared) == ("119-99", "2026-11-20", len(held()))
    assert kept() is not None and kept().places == ()  # type: ignore[union-attr]


def test_an_amendment_is_told_with_what_rests_on_it(sources: Sources) -> None:
    sources.serve({PLACE: "shall apply as if the reference to 30 days were a reference to 10 days"}, {SECTION: AMENDED})
    (one,) = watch(sources.base, sources.limits).sections
    assert (one.id, one.cause, one.paragraphs) == (SECTION, "law", (PLACE,)) and str(one.on) == "2026-11-01"
    assert "notify-fms" in questions(one.paragraphs) and "36b-days" in figures_of(["/us/usc/t22/s2776/b/1"])
    assert said([PLACE]) == "text changed on 1 November 2026, not read again"


def test_a_section_that_the_newer_release_lacks_is_told(sources: Sources) -> None:
    left = [one for one in held() if "/t22/" in one.id and one.id != SECTION]
    sources.answers(TITLE.format(22), Answer(uslm(left, {}, {}), kind="application/zip"))
    (one,) = watch(sources.base, sources.limits).sections
    assert (one.id, one.cause) == (SECTION, "law") and PLACE in one.paragraphs
    assert said([PLACE]) == "text changed, not read again"


def test_what_the_editors_changed_is_told_apart(sources: Sources) -> None:
    sources.serve({PLACE: "other words"}, {})
    found = watch(sources.base, sources.limits)
    assert [one.cause for one in found.sections] == ["editors"] and found.sections[0].paragraphs == (PLACE,)
    assert "by the editors only" in said([PLACE])


def test_a_rule_that_changed(sources: Sources) -> None:
    version = {"date": "2026-11-02", "identifier": "126.1", "substantive": True}
    sources.answers(ECFR.format(22), Answer(json.dumps({"content_versions": [version]}).encode()))
    found = watch(sources.base, sources.limits)
    assert [(one.citation, one.cause) for one in found.rules] == [("22 CFR 126.1", "law")]
    assert said(["/us/cfr/t22/s126.1"]) == "text changed on 2 November 2026, not read again"
    assert {rule.citation for rule in cited_rules()} >= {"22 CFR 126.1", "15 CFR 740.20"}


@pytest.mark.parametrize(
    ("path", "answer", "said_"),
    [
        (PAGE, Answer(b"no", 404), "answers 404"),
        (PAGE, Answer(b"", 500), "after 3 tries"),
        (PAGE, Answer(b'{"json": 1}'), "not a page of HTML"),
        (PAGE, Answer(b"<html>Maintenance</html>", kind="text/html"), "names no release point"),
        (TITLE.format(22), Answer(b"no", 404), "answers 404"),
        (TITLE.format(22), Answer(b"<html>Sorry</html>", kind="text/html"), "HTML or XML instead of zip"),
        (TITLE.format(22), Answer(b"PK\x03\x04" + b"x" * 500, kind="application/zip"), "damaged"),
        (TITLE.format(22), Answer(b"PK\x03\x04" + b"x" * 500, cut=40), "cut off"),
        (ECFR.format(22), Answer(b"[]"), "no content_versions"),
        (ECFR.format(22), Answer(b'{"content_versions": ['), "not whole JSON"),
        (REGISTER, Answer(b"[]"), "no count"),
        (REGISTER, Answer(b"", 429), "after 3 tries"),
    ],
)
def test_a_bad_source_is_told_and_what_is_kept_stays(sources: Sources, path: str, answer: Answer, said_: str) -> None:
    sources.serve({PLACE: "other words"}, {SECTION: AMENDED})
    assert watch(sources.base, sources.limits).failed == ()
    before = kept()
    sources.answers(path, answer)
    found = watch(sources.base, sources.limits)
    assert any(said_ in why for why in found.failed), found.failed
    assert kept() == before


def test_a_file_larger_than_the_limit(sources: Sources) -> None:
    from dataclasses import replace

    found = watch(sources.base, replace(sources.limits, size=2_000))
    assert any("more than the limit" in why for why in found.failed) and kept() is None


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
    return law_watch(Watched("119-99", "2026-11-20", 51, sections, (rule,), (cites,), ()))


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
