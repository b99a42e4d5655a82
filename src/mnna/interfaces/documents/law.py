"""The law set out: any encoded provision as a lawyer would check it, and the list of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from mnna.answers.law import LawAnswer, in_order
from mnna.answers.law_records import RecordOf
from mnna.briefs.words_sections import words_sections
from mnna.engine.record import Record
from mnna.present import days
from mnna.present.days import prose
from mnna.present.document import (
    Block,
    Cite,
    Column,
    Document,
    Facts,
    Items,
    Lines,
    Link,
    Notice,
    Paragraph,
    Row,
    Said,
    Section,
    Table,
    Text,
    TreeBlock,
    Verdict,
)
from mnna.present.numbers import counted
from mnna.present.places import country
from mnna.present.rules import Node, Rules, node, read
from mnna.present.wording import CAVEATS, CONFIDENCE, IN_PRACTICE, ROUTES, STEPS, sentence, term_label, term_value, use
from mnna.registry.countries import countries
from mnna.sentences import capital
from mnna.statutes import catalog
from mnna.statutes.listing import TOPICS

KINDS = {
    "channel": "a way of transfer",
    "restriction": "a restriction, where yes means that the bar applies",
    "authority": "an authority",
}
"""What an entry of the law is."""


def document(answer: LawAnswer) -> Document:
    if answer.naming:
        from mnna.interfaces.law_ledger import ledger_document  # a citation does not wait for the ledger

        return ledger_document(answer)
    if answer.between is not None:
        from mnna.interfaces.documents.law_between import between_document

        return between_document(answer.asked, answer.between)
    return _found(answer) if answer.asked else _list(answer)


# The list.


def _list(answer: LawAnswer) -> Document:
    by_topic = {topic: [one for one in answer.entries if one["topic"] == topic] for topic in TOPICS}
    sections = [
        Section(topic, TOPICS[topic], (Table("", _COLUMNS, tuple(map(_line, found))),), count=len(found))
        for topic, found in by_topic.items()
        if found
    ]
    if answer.texts:
        rows = tuple(map(_text_line, answer.texts))
        columns = (Column("title", "Text", 4, strong=True), Column("kind", "What it is", 2), Column("law", "Law", 2))
        sections.append(Section("beside", "Texts beside the questions", (Table("", columns, rows),), count=len(rows)))
    if not sections:
        nothing = ("No question holds all these words. Use fewer or other words, or see ", Link("all of them", "/law"))
        sections.append(Section("nothing", "Nothing found", (Paragraph((*nothing, ".")),)))
    return Document(title=_list_title(answer), sections=tuple(sections), notes=(f"law {answer.law}",))


_COLUMNS = (Column("question", "Question", 4, strong=True), Column("id", "Id", 2), Column("law", "Law", 2))


def _line(entry: Mapping[str, Any]) -> Row:
    texts = entry["provisions"]
    earlier = f", {len(texts)} texts since {days.day(texts[0]['since'])}" if len(texts) > 1 else ""
    return Row(entry["id"], (_to(entry["question"], entry["id"]), entry["id"], (Cite(texts[-1]["citation"]), earlier)))


def _text_line(text: Mapping[str, Any]) -> Row:
    return Row(text["id"], (_to(text["title"], text["id"]), text["kind_in_words"], _cited(text["citation"])))


def _list_title(answer: LawAnswer) -> str:
    total, found = len(catalog.AUTHORITIES) + len(catalog.CHANNELS), len(answer.entries)
    if not answer.search and not answer.topic:
        return f"{total} questions of law"
    spoken = f" that speak of “{answer.search}”" if answer.search else ""
    about = f" about {TOPICS[answer.topic].lower()}" if answer.topic else ""
    return f"{found} of {total} questions of law{about}{spoken}"


def _to(words: str, id_: str) -> Link:
    return Link(words, f"/law/{quote(id_)}")


# What was asked for.


def _found(answer: LawAnswer) -> Document:
    rules = Rules(_rules(answer))
    sections: list[Section] = []
    parts = in_order(Record.to_dict(answer))  # without the codes of countries, which are for programs
    own = any(row["asked_for"] for _, rows in parts for row in rows)
    if answer.records and not own:
        sections.append(_records(answer, answer.asked))
    for at, (name, rows) in enumerate(parts, len(sections)):
        if name == "texts":
            about = "Beside it" if rows[0]["asked_for"] or not own else "Beside what rests on it"
            sections += _beside(about, rows) if at else [Section("beside", answer.asked), *map(_text, rows)]
        else:
            if at:
                sections.append(Section("rests", "What rests on it", count=len(rows)))
            sections += [section for row in rows for section in _entry(row, rules, len(answer.entries) == 1)]
    if answer.records and own:
        sections.append(_records(answer, "On record"))
    sections = [*words_sections(answer.words), *sections, *_values(answer)]
    return Document(title=_title(answer), sections=tuple(sections), notes=(f"law {answer.law}",))


def _records(answer: LawAnswer, title: str) -> Section:
    """What the registry holds of the instrument that was asked for."""
    columns = (Column("says", "What is on record", 5, strong=True), Column("rests", "Rests on", 2))
    rows = tuple(Row(f"{at}", (prose(one["says"]), Lines(_rests_on(one)))) for at, one in enumerate(answer.records))
    return Section("records", title, (Table("", columns, rows),), count=len(rows))


def _rests_on(row: RecordOf) -> tuple[Text, ...]:
    """How sure a row is and where it was read; what only points elsewhere links there."""
    if not row["source"]:
        return (_to(row["citation"], row["citation"]),)
    return (f"{row['confidence']} confidence", tuple(_sources(row["source"])))


def _title(answer: LawAnswer) -> str:
    entries, texts = answer.entries, answer.texts
    if answer.records and not any(row["asked_for"] for row in (*entries, *texts)):
        return f"What is on record of {answer.asked}"
    if not entries:
        return texts[0]["title"] if len(texts) == 1 else f"{counted(len(texts), 'text')} about {answer.asked}"
    if len(entries) == 1:
        return entries[0]["question"]
    return f"{len(entries)} questions rest on {answer.asked}"


def _rules(answer: LawAnswer) -> Iterator[str]:
    """Every rule of the page, in no order."""
    for entry in answer.entries:
        for one in entry["provisions"]:
            yield from (text for _, _, text in _own_rules(one))
            yield from (text for text in one.get("terms", {}).values() if "\n" in text)  # type: ignore[attr-defined]
            yield from (act["when"] for act in (*one["steps"], *one["caveats"], *one.get("routes", ())))  # type: ignore[misc]


def _own_rules(provision: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What stands over each rule of a text, what the rule is called, and the rule."""
    named = (
        ("rule", "The answer is yes where:", "the rule"),
        ("review_days", "Days of review:", "the days of review"),
        ("group", "Whose figures and days apply:", "the group"),
    )
    return ((title, called, provision[name]) for name, title, called in named if name in provision)


def _entry(entry: Mapping[str, Any], rules: Rules, alone: bool) -> Iterator[Section]:
    """An entry, its texts from the newest to the oldest, and its worked examples."""
    what: Text = (_to(entry["id"], entry["id"]), f": {KINDS[entry['kind']]}. Topic: {TOPICS[entry['topic']]}.")
    note = (Notice(prose(entry["note"])),) if entry["note"] else ()
    yield Section(entry["id"], entry["id"] if alone else entry["question"], (Paragraph(what), *(note if alone else ())))
    yield from _whole(entry, rules) if alone else _in_short(entry, rules, note)
    if entry["in_practice"]:
        uses = (Items(tuple(map(use, entry["in_practice"]))),)
        folded = not (alone and entry["asked_for"])
        yield Section(f"{entry['id']}-practice", IN_PRACTICE, uses, level=2, folded=folded)
    if entry["examples"]:
        rows = tuple(_example(example, _fits(entry)) for example in entry["examples"])
        yield Section(
            f"{entry['id']}-examples", "Worked examples, run as tests", (_examples(rows),), level=2, folded=True
        )


def _whole(entry: Mapping[str, Any], rules: Rules) -> Iterator[Section]:
    """The only entry of a page: a section for each text, the newest open."""
    for at, provision in enumerate(reversed(entry["provisions"])):
        blocks = tuple(_provision(provision, rules, _where(entry, provision)))
        yield Section(_anchor(entry, provision), _in_force(provision), blocks, level=2, folded=at > 0)


def _in_short(entry: Mapping[str, Any], rules: Rules, note: tuple[Block, ...]) -> Iterator[Section]:
    """One of several entries: what its newest text says; the rule, and all earlier texts, are folded below it."""
    *earlier, newest = entry["provisions"]
    id_, (says, *rule, rests) = _anchor(entry, newest), _provision(newest, rules, _where(entry, newest))
    yield Section(id_, _in_force(newest), (says,), level=2, folded=not entry["asked_for"])
    yield Section(f"{id_}-rule", "The rule, its terms and steps", (*note, *rule, rests), level=3, folded=True)
    if earlier:
        blocks = tuple(block for one in reversed(earlier) for block in _earlier(entry, one, rules))
        yield Section(f"{entry['id']}-earlier", "Earlier texts", blocks, level=2, count=len(earlier), folded=True)


def _earlier(entry: Mapping[str, Any], provision: Mapping[str, Any], rules: Rules) -> Iterator[Block]:
    yield Paragraph(f"{_in_force(provision)}.", marked=True)
    yield from _provision(provision, rules, _where(entry, provision))


def _where(entry: Mapping[str, Any], provision: Mapping[str, Any]) -> str:
    """What a text is called where a later one refers to it."""
    return f"{entry['id']} since {days.day(provision['since'])}"


def _anchor(entry: Mapping[str, Any], provision: Mapping[str, Any]) -> str:
    return f"{entry['id']}-{provision['since']}"


def _in_force(provision: Mapping[str, Any]) -> str:
    since = days.day(provision["since"])
    if provision["until"] is None:
        return f"Since {since}, still in force"
    return f"From {since} until {days.day(provision['until'])}"


def _provision(provision: Mapping[str, Any], rules: Rules, where: str) -> Iterator[Block]:
    """One text; `where` names it to those that come after and hold the same."""
    yield Paragraph((f"{provision['says']} [", Cite(provision["citation"]), "]"))
    for title, called, rule in _own_rules(provision):
        yield TreeBlock(rules.tree(title, rule, f"{called} of {where}", partial(term_value, "group")))
    yield from _terms(provision.get("terms", {}), rules, where)
    for title, acts in (
        (STEPS, provision["steps"]),
        (ROUTES, provision.get("routes", ())),
        (CAVEATS, provision["caveats"]),
    ):
        if acts:
            yield TreeBlock(node(f"{title}:", _acts(acts, rules, where)))
    if provision["text_changed"]:
        yield Notice(sentence(provision["text_changed"]), "Not read again")
    if provision["note"]:
        yield Notice(prose(provision["note"]), "Note")
    yield Paragraph(tuple(_rests(provision)))


def _terms(terms: Mapping[str, str], rules: Rules, where: str) -> Iterator[Block]:
    plain = tuple((term_label(name), term_value(name, text)) for name, text in terms.items() if "\n" not in text)
    if plain:
        yield Facts(plain, "Terms")
    for name, text in terms.items():
        if "\n" in text:
            label = term_label(name)
            yield TreeBlock(rules.tree(f"{label}:", text, f"“{label}” of {where}", partial(term_value, name)))


def _acts(acts: Iterable[Mapping[str, str]], rules: Rules, where: str) -> Iterator[Node]:
    """Steps or routes, each with when it applies; those printed for another text are counted."""
    same: dict[str, int] = {}
    for act in acts:
        key = f"{act['text']} [{act['citation']}] {act['when']}"
        if key in rules.printed:
            same[rules.printed[key]] = same.get(rules.printed[key], 0) + 1
            continue
        rules.printed[key] = where
        below: tuple[Node, ...] = ()
        if act["when"] != "yes":
            one_line = not read(act["when"])[0]["of"]
            said = node(f"only where {act['when']}") if one_line else rules.tree("Only where:", act["when"], where)
            below = (said,)
        yield node(act["text"], below, act["citation"])
    for place, count in same.items():
        yield node(f"{counted(count, 'more', 'more')}, the same as of {place}")


def _rests(provision: Mapping[str, Any]) -> Iterator[str | Link]:
    """How sure the text is, when it was read, and from which sources."""
    yield f"{CONFIDENCE[provision['confidence']]}, {_as_of(provision)}. Source: "
    yield from _sources(provision["source"])
    for link in {one["link"]: one for one in provision["links"] if one["link"].startswith("https://")}.values():
        yield from (". Official text: ", Link(link["text"], link["link"]))


def _as_of(text: Mapping[str, Any]) -> str:
    """Of which day the text is, when it was read and how long it is trusted."""
    until = f", trusted to {days.day(text['trusted_to'])}" if text["trusted_to"] else ""
    return f"text as of {days.day(text['text_as_of'])}, read on {days.day(text['read_on'])}{until}"


def _sources(source: str) -> Iterator[str | Link]:
    for at, id_ in enumerate(id_ for id_ in source.split(";") if id_):
        yield from ((", ",) if at else ())
        yield Link(id_, f"/sources/{id_}")


def _fits(entry: Mapping[str, Any]) -> str:
    """Which words fit the verdicts of an entry."""
    grant = "grant" if entry["question"].startswith("May ") else "question"
    return {"channel": "case", "restriction": "bar"}.get(entry["kind"], grant)


def _examples(rows: tuple[Row, ...]) -> Table:
    columns = (
        Column("who", "Who and when", 2, strong=True),
        Column("given", "Given", 2),
        Column("answer", "Answer"),
        Column("why", "Why", 3),
    )
    return Table("Each is run as a test", columns, rows)


def _example(example: Mapping[str, Any], fits: str) -> Row:
    who = countries()[example["country"]]
    given = tuple(f"{term_label(name)}: {value}" for name, value in example["given"].items())
    trap = ("A common mistake.",) if example["trap"] else ()
    return Row(
        who.iso3,
        (
            (country(who.name, who.iso3), f", {days.day(example['on'])}"),
            Lines(given) if given else "—",
            Verdict(example["verdict"], fits),
            Lines((prose(example["why"]), *trap)),
        ),
    )


def _text(text: Mapping[str, Any]) -> Section:
    cited = (" [", Cite(text["citation"]), "]") if text["citation"] else ()
    blocks = (Paragraph((sentence(prose(text["says"])), *cited)), Paragraph(tuple(_behind(text))))
    title = f"{text['title']} ({text['kind_in_words']})"
    return Section(text["id"], title, blocks, level=2, folded=not text["asked_for"])


def _beside(title: str, rows: Sequence[Mapping[str, Any]]) -> list[Section]:
    """Texts that were not asked for, as one folded table."""
    columns = (Column("text", "Text", 5, strong=True), Column("law", "Law", 2), Column("rests", "Rests on", 2))
    shown = tuple(Row(text["id"], (_said(text), _cited(text["citation"]), tuple(_behind(text)))) for text in rows)
    return [Section("beside", title, (Table("", columns, shown),), count=len(rows), folded=True)]


def _said(text: Mapping[str, Any]) -> Said:
    return Said(_to(f"{text['title']} ({text['kind_in_words']})", text["id"]), sentence(prose(text["says"])))


def _behind(text: Mapping[str, Any]) -> Iterator[str | Link]:
    """When a text applies, how sure it is and where it was read."""
    spans = [f"{word} {days.day(text[name])}" for word, name in (("from", "since"), ("until", "until")) if text[name]]
    yield (
        f"{capital(' '.join(spans))}. " if spans else ""
    ) + f"{CONFIDENCE[text['confidence']]}, {_as_of(text)}. Source: "
    yield from _sources(text["source"])


def _cited(citation: str) -> Text:
    return Cite(citation) if citation else ""


def _values(answer: LawAnswer) -> Iterator[Section]:
    """Every amount, number of days and date that the rules name, once, with its history."""
    texts = (one for entry in answer.entries for one in entry["provisions"])
    found = {value["id"]: value for one in texts for value in one["parameters"]}
    if found:
        columns = (Column("value", "Value", 2, strong=True), Column("history", "Over time", 3))
        rows = (
            Row(id_, (capital(one["phrase"]), Lines(tuple(map(prose, one["history"]))))) for id_, one in found.items()
        )
        table = Table("Amounts, days and dates that the rules above name", columns, tuple(rows))
        yield Section("values", "Amounts and days over time", (table,), count=len(found), folded=True)
