"""`authorities`: what the law gives or denies a country, question by question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mnna.answers.authorities import AuthoritiesAnswer, authorities
from mnna.engine.finding import VERDICTS, Finding
from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import once, params_of, questions_of_law, written
from mnna.present import days, places
from mnna.present.document import Document, FindingBlock, Link, Paragraph, Section, spelled
from mnna.present.findings import verdict
from mnna.present.wording import ONLY_THE_CASE, TURNS_ON_CASE, verdict_words
from mnna.registry.countries import the
from mnna.rules.nodes import Field, Kind, Value
from mnna.sentences import capital
from mnna.statutes import catalog
from mnna.statutes.listing import CASE, RECORD, SUBJECTS, TOPICS, subject

BARS = "restrictions"
"""The topic whose questions are bars: there `yes` means that the bar applies."""


def given_facts(given: Iterable[str]) -> dict[str, Value]:
    """Return facts from `name=yes`, `name=no` or `name=value`.

    Raises `UnknownWord` for a name that no provision uses, `BadQuestion` for a value that is not yes or no where it
    must be.
    """
    if not given:
        return {}
    known = {
        node.name: node
        for law in catalog.authorities().values()
        for provision in law.provisions
        for node in provision.rule.walk()
        if isinstance(node, Field) and node.name != "on"
    }
    return once("given", (_given(text, known) for text in given))


def _given(text: str, known: dict[str, Field]) -> tuple[str, Value]:
    name, _, value = text.partition("=")
    if name not in known:
        raise UnknownWord(
            f"--given {text}", f"no provision turns on {name!r}", sorted(known), "Write name=yes or name=no."
        )
    if known[name].kind is not Kind.TRUTH:
        return name, value
    if value not in ("yes", "no"):
        raise BadQuestion(f"--given {text}", "the value is neither yes nor no", ("yes", "no"), "")
    return name, value == "yes"


def _shown(answer: AuthoritiesAnswer, some: bool) -> Document:
    bill = f", if {answer.enact} were law" if answer.enact else ""
    return Document(
        title=_title(answer),
        subtitle=f"{answer.country.name} ({answer.country.iso3}) on {days.day(answer.on)}{bill}",
        sections=(*sections(answer, full=some), *_words(answer)),
    )


def _words(answer: AuthoritiesAnswer) -> Iterator[Section]:
    if answer.words is not None:
        from mnna.briefs.words_sections import words_annex  # needed only where the words are asked for

        yield words_annex(answer.words)


def _title(answer: AuthoritiesAnswer) -> str:
    name = capital(the(answer.country.name))
    grants = [finding for finding in answer.findings if finding.topic != BARS]
    if len(answer.findings) == 1:
        only = answer.findings[0]
        return f"{name}, {subject(only.id)}: {spelled(verdict(only.to_dict())).lower()}"
    if not grants:
        return f"{name}: what restricts it"
    counts = Counter(finding.verdict for finding in grants)
    open_ = f", and {counts['unknown']} cannot be decided" if counts["unknown"] else ""
    return f"{name}: of {len(grants)} questions, the law says yes to {counts['yes']}, no to {counts['no']}{open_}"


def sections(answer: AuthoritiesAnswer, full: bool = True) -> Iterator[Section]:
    """Yield what the law gives, by topic, and what restricts it; `full` shows each finding in full."""
    grants = [finding for finding in answer.findings if finding.topic != BARS]
    if grants:
        yield Section("law", "What the law gives", (Paragraph(_tally(grants)),) if len(grants) > 1 else ())
    for topic, title in TOPICS.items():
        if found := [finding for finding in grants if finding.topic == topic]:
            yield Section(topic, title, _blocks(found, answer, full), level=2)
    if bars := [finding for finding in answer.findings if finding.topic == BARS]:
        said = Paragraph("A bar on record stops what it names; the answer to each grant says so.")
        of_record = (finding for finding in bars if finding.turns_on == RECORD)
        yield Section(BARS, TOPICS[BARS], (said, *_blocks(of_record, answer, full)))
    if of_the_case := [finding for finding in bars if finding.turns_on == CASE]:
        apart = Paragraph(ONLY_THE_CASE)
        yield Section("case", TURNS_ON_CASE, (apart, *_blocks(of_the_case, answer, full)), level=2)


def _tally(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.verdict for finding in findings)
    return ", ".join(f"{counts[word]} {verdict_words(word, 'grant').lower()}" for word in VERDICTS.values()) + "."


def _blocks(found: Iterable[Finding], answer: AuthoritiesAnswer, full: bool) -> tuple[FindingBlock, ...]:
    return tuple(finding_block(one, answer.country.iso3, str(answer.on), full) for one in found)


def finding_block(finding: Finding, country: str, on: str, full: bool) -> FindingBlock:
    """Return a finding with the links below it: its rule, and what would make it yes."""
    links = [places.law("The rule", finding.id)]
    if finding.verdict != "yes":
        links.append(Link("What would make it yes", f"/unlocks?authority={finding.id}&country={country}&on={on}"))
    return FindingBlock(finding.to_dict(), "full" if full else "short", tuple(links), SUBJECTS)


def _rows(answer: AuthoritiesAnswer) -> list[Mapping[str, Any]]:
    who = {"country": answer.country.iso3, "on": answer.on.isoformat()}
    return [who | {name: value for name, value in one.to_dict().items() if name != "why"} for one in answer.findings]


def _asked(answer: AuthoritiesAnswer) -> Mapping[str, Any]:
    whole = len(answer.findings) == len(catalog.AUTHORITIES)
    only = () if whole else tuple(finding.id for finding in answer.findings)
    given = tuple(f"{name}={written(value)}" for name, value in answer.given.items())
    return {"only": only, "given": given, "words": answer.words is not None, "enact": answer.enact}


ENDPOINT = Endpoint(
    word="authorities",
    order=2,
    under="status",
    says="what the law gives or denies a country",
    help="What US law gives or denies COUNTRY because of its statuses: yes, no or unknown, and why.",
    function=authorities,
    params=params_of("authorities", only={"choices": questions_of_law}, given={"read": given_facts}),
    answer=AuthoritiesAnswer,
    asked=_asked,
    document=lambda answer: _shown(answer, some=len(answer.findings) < len(catalog.AUTHORITIES)),
    page=lambda answer: _shown(answer, some=True),
    rows=_rows,
    address="/countries/{country}/authorities",
    label="What the law gives",
    button="Show that day",
    example={"country": "MEX", "only": ("cooperative-rd",), "on": "2026-06-01"},
)
