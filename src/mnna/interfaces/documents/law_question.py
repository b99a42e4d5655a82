"""One question of law as sections of a document: its texts with their rules, and the figures in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from mnna.present import days, places
from mnna.present.days import prose
from mnna.present.document import Block, Facts, Items, Lines, Notice, Paragraph, Row, Section, Table, TreeBlock, heads
from mnna.present.inline import Cite, Inline, Link, Text, Verdict
from mnna.present.numbers import counted
from mnna.present.places import country
from mnna.present.rules import Node, Rules, node, read
from mnna.present.wording import (
    CAVEATS,
    CONFIDENCE,
    IN_PRACTICE,
    NOTHING,
    ROUTES,
    STEPS,
    fits_question,
    sentence,
    term_label,
    term_value,
    use,
)
from mnna.registry.countries import countries, resolve
from mnna.registry.days import today
from mnna.sentences import capital, inside
from mnna.statutes import catalog
from mnna.statutes.listing import CHANNELS, TOPICS, subject

KINDS = {
    "channel": "a way of transfer",
    "restriction": "a restriction, where yes means that the bar applies",
    "authority": "an authority",
}
"""The kind of an entry of the law, in words."""


def rules_of(entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield every rule on the page, in no particular order."""
    for entry in entries:
        for one in entry["provisions"]:
            yield from (text for _, _, text in _own_rules(one))
            yield from (text for text in one.get("terms", {}).values() if "\n" in text)
            yield from (act["when"] for act in (*one["steps"], *one["caveats"], *one.get("routes", ())))


def _own_rules(provision: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Return title, name and text of each rule of a provision."""
    named = (
        ("rule", "The answer is yes where:", "the rule"),
        ("review_days", "Days of review:", "the days of review"),
        ("group", "Whose figures and days apply:", "the group"),
    )
    return ((title, called, provision[name]) for name, title, called in named if name in provision)


def question(entry: Mapping[str, Any], rules: Rules, alone: bool, brief: bool) -> Iterator[Section]:
    """Yield the sections of an entry: its texts from the newest to the oldest, and its worked examples."""
    what: Text = (places.law(entry["id"], entry["id"]), f": {KINDS[entry['kind']]}. Topic: {TOPICS[entry['topic']]}.")
    note = (Notice(prose(entry["note"])),) if entry["note"] else ()
    title = capital(_called(entry)) if alone else entry["question"]
    yield Section(entry["id"], title, (Paragraph(what), *(note if alone else ())))
    yield from _whole(entry, rules) if alone else _in_short(entry, rules, note, brief)
    if entry["in_practice"]:
        uses = (Items(tuple(map(use, entry["in_practice"]))),)
        folded = not (alone and entry["asked_for"])
        yield Section(f"{entry['id']}-practice", IN_PRACTICE, uses, level=2, folded=folded)
    if entry["examples"]:
        columns = heads({"Who and when": 2, "Given": 2, "Answer": 1, "Why": 3})
        rows = tuple(_example(example, _fits(entry)) for example in entry["examples"])
        table, title = Table("Each is run as a test", columns, rows), "Worked examples, run as tests"
        yield Section(f"{entry['id']}-examples", title, (table,), level=2, folded=True)


def _called(entry: Mapping[str, Any]) -> str:
    """Return what an entry is about in a few words, for a heading and where another text refers to it."""
    label = next((one.label for one in CHANNELS.values() if catalog.case_law(one.id).id == entry["id"]), "")
    return inside(label) or subject(entry["id"])


def _whole(entry: Mapping[str, Any], rules: Rules) -> Iterator[Section]:
    """Yield the sections of the only entry on a page: one for each text, with today's text open."""
    now, others = _of_today(entry["provisions"])
    for provision in (now, *others):
        blocks = tuple(_provision(provision, rules, _where(entry, provision)))
        yield Section(_anchor(entry, provision), _in_force(provision), blocks, level=2, folded=provision is not now)


def _of_today(provisions: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    """Return today's text, or else the newest, and the others from the newest to the oldest."""
    now = next((one for one in provisions if _force(one) == IN_FORCE), provisions[-1])
    return now, [one for one in reversed(provisions) if one is not now]


def _in_short(entry: Mapping[str, Any], rules: Rules, note: tuple[Block, ...], brief: bool) -> Iterator[Section]:
    """Yield one of several entries: the words of today's text; its rule, and all other texts, are folded below."""
    now, others = _of_today(entry["provisions"])
    id_, (says, *rule, rests) = _anchor(entry, now), _provision(now, rules, _where(entry, now))
    yield Section(id_, _in_force(now), (says,), level=2, folded=not entry["asked_for"])
    yield Section(f"{id_}-rule", "The rule, its terms and steps", (*note, *rule, rests), level=3, folded=True)
    if others:
        each = (_in_a_line(one) for one in others) if brief else (_earlier(entry, one, rules) for one in others)
        blocks = tuple(block for some in each for block in some)
        title = "Other texts" if any(_force(one) == TO_COME for one in others) else "Earlier texts"
        yield Section(f"{entry['id']}-earlier", title, blocks, level=2, count=len(others), folded=True)
    if brief:
        all_of_it = Paragraph(f"With the rules of other texts and worked examples: mnna law {entry['id']}")
        yield Section(f"{entry['id']}-full", "In full", (all_of_it,), level=2)


def _earlier(entry: Mapping[str, Any], provision: Mapping[str, Any], rules: Rules) -> Iterator[Block]:
    yield Paragraph(f"{_in_force(provision)}.", marked=True)
    yield from _provision(provision, rules, _where(entry, provision))


def _in_a_line(provision: Mapping[str, Any]) -> Iterator[Block]:
    yield Paragraph((f"{_in_force(provision)}: {provision['says']} [", Cite(provision["citation"]), "]"))


def _where(entry: Mapping[str, Any], provision: Mapping[str, Any]) -> str:
    """Return the name of a text, by which a later text on the page refers to it."""
    return f"“{_called(entry)}” since {days.day(provision['since'])}"


def _anchor(entry: Mapping[str, Any], provision: Mapping[str, Any]) -> str:
    return f"{entry['id']}-{provision['since']}"


OVER, IN_FORCE, TO_COME = "over", "in force", "to come"


def _force(provision: Mapping[str, Any]) -> str:
    """Return whether a text is over, in force today, or to come."""
    now = today().isoformat()
    if provision["since"] > now:
        return TO_COME
    return OVER if provision["until"] is not None and provision["until"] <= now else IN_FORCE


def _in_force(provision: Mapping[str, Any]) -> str:
    since, until = days.day(provision["since"]), provision["until"] and days.day(provision["until"])
    force = _force(provision)
    if force == TO_COME:
        return f"From {since} until {until}, not yet in force" if until else f"From {since}, not yet in force"
    if until is None:
        return f"Since {since}, still in force"
    return f"Since {since}, in force until {until}" if force == IN_FORCE else f"From {since} until {until}"


def _provision(provision: Mapping[str, Any], rules: Rules, where: str) -> Iterator[Block]:
    """Yield the blocks of one text; `where` is its name for later texts that have the same parts."""
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
    """Return steps or routes, each with its condition; those printed for an earlier text are only counted."""
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


def _rests(provision: Mapping[str, Any]) -> Iterator[str | Inline]:
    """Yield the confidence of the text, when it was read, its sources and its official text."""
    yield f"{CONFIDENCE[provision['confidence']]}, {as_of(provision)}. Source: "
    yield from places.sources(provision["source"])
    for link in {one["link"]: one for one in provision["links"] if one["link"].startswith("https://")}.values():
        yield from (". Official text: ", Link(link["text"], link["link"]))


def as_of(text: Mapping[str, Any]) -> str:
    """Return the day of the text, when it was read, and until when it is trusted."""
    until = f", trusted to {days.day(text['trusted_to'])}" if text["trusted_to"] else ""
    return f"text as of {days.day(text['text_as_of'])}, read on {days.day(text['read_on'])}{until}"


def _fits(entry: Mapping[str, Any]) -> str:
    """Return which words fit the verdicts of an entry: those of a case, a bar, a grant or a question."""
    bears = {"channel": "case", "restriction": "bar"}.get(entry["kind"], "grant")
    return fits_question(bears, entry["question"])


def _example(example: Mapping[str, Any], fits: str) -> Row:
    who = countries().get(example["country"]) or resolve(example["country"])
    given = tuple(f"{term_label(name)}: {value}" for name, value in example["given"].items())
    trap = ("A common mistake.",) if example["trap"] else ()
    return Row(
        who.iso3,
        (
            (country(who.name, who.iso3), f", {days.day(example['on'])}"),
            Lines(given) if given else NOTHING,
            Verdict(example["verdict"], fits),
            Lines((prose(example["why"]), *trap)),
        ),
    )


def values(entries: Iterable[Mapping[str, Any]]) -> Iterator[Section]:
    """Yield a table of every amount, number of days and date in the rules, each once, with its history."""
    texts = (one for entry in entries for one in entry["provisions"])
    found = {value["id"]: value for one in texts for value in one["parameters"]}
    if found:
        columns = heads({"Value": 2, "Over time": 3})
        rows = (
            Row(id_, (capital(one["phrase"]), Lines(tuple(map(prose, one["history"]))))) for id_, one in found.items()
        )
        table = Table("Amounts, days and dates that the rules above name", columns, tuple(rows))
        yield Section("values", "Amounts and days over time", (table,), count=len(found), folded=True)
