"""`mnna law`: any encoded provision, by id or by citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from mnna.answers.law import law
from mnna.interfaces.cli.output import heading, json_option, show, wrapped


@click.command("law")
@click.argument("asked", required=False, default="", metavar="[CITATION-OR-ID]")
@click.option("--search", default="", metavar="WORDS", help="List only what holds all these words.")
@click.option("--topic", default="", metavar="TOPIC", help="List only one topic, such as money or training.")
@json_option
def command(asked: str, search: str, topic: str, as_json: bool) -> None:
    """The provisions of an authority id, a channel, or a citation such as "22 USC 2776(b)"; without one, the list."""
    answer = law(asked, search=search, topic=topic)
    show(as_json, answer.to_dict(), _lines if asked else _listing)


def _listing(document: dict[str, Any]) -> Iterator[str]:
    if not document["entries"] and not document["texts"]:
        yield "nothing encoded holds all these words"
    for one in document["entries"]:
        yield from wrapped(f"{one['id']}: {one['question']} [{one['provisions'][-1]['citation']}]", "", "    ")
    if document["texts"]:
        yield from heading("texts beside the questions")
    for text in document["texts"]:
        yield from wrapped(f"{text['id']}: {text['title']} ({text['kind_in_words']})", "", "    ")


def _lines(document: dict[str, Any]) -> Iterator[str]:
    for one in document["entries"]:
        yield from heading(one["id"])
        yield from wrapped(one["question"])
        if one["note"]:
            yield from wrapped(f"Note: {one['note']}")
        for provision in one["provisions"]:
            yield from _provision(provision)
        yield from heading("worked examples")
        for example in one["examples"]:
            given = "".join(f", {name} {value}" for name, value in example["given"].items())
            trap = " (a common mistake)" if example["trap"] else ""
            yield from wrapped(
                f"{example['country']} on {example['on']}{given}: {example['verdict']}{trap}. {example['why']}",
                "  ",
                "      ",
            )
    if document["texts"]:
        yield from heading("beside it")
    for text in document["texts"]:
        yield from _text(text)
    yield ""
    yield f"law {document['law']}"


def _text(text: dict[str, Any]) -> Iterator[str]:
    cited = f" [{text['citation']}]" if text["citation"] else ""
    yield from wrapped(f"{text['title']} ({text['kind_in_words']}){cited}", "  ", "      ")
    yield from wrapped(text["says"], "      ")
    days = [f"{word} {text[name]}; " for word, name in (("from", "since"), ("until", "until")) if text[name]]
    source = f"read {text['checked_on']}; source {text['source'].replace(';', ', ')}"
    yield from wrapped(f"{''.join(days)}{text['confidence']} confidence; {source}", "      ")


def _provision(provision: dict[str, Any]) -> Iterator[str]:
    until = f"until {provision['until']}" if provision["until"] else "and still in force"
    yield ""
    yield from wrapped(f"{provision['citation']}, from {provision['since']} {until}")
    yield from wrapped(provision["says"], "  ")
    yield "  The answer is yes where:"
    yield from _rule(provision["rule"].splitlines())
    for name, term in provision.get("terms", {}).items():
        yield from _block(name, term)
    for parameter in provision["parameters"]:
        yield from wrapped(f"{parameter['phrase']}: {'; '.join(parameter['history'])}", "  ", "      ")
    for label, word in (("steps", "still to do"), ("routes", "route around a no")):
        for act in provision.get(label, ()):
            yield from wrapped(f"{word}: {act['text']} [{act['citation']}]", "  ", "      ")
    if provision["note"]:
        yield from wrapped(f"Note: {provision['note']}", "  ", "      ")
    for link in dict.fromkeys(link["link"] for link in provision["links"]):
        yield f"  {link}"
    yield f"  {provision['confidence']} confidence; read {provision['checked_on']}; source {provision['source']}"


def _block(name: str, term: str) -> Iterator[str]:
    first, *rest = term.splitlines()
    yield from wrapped(f"term {name}: {first.removeprefix('- ')}", "  ", "      ")
    yield from _rule(rest)


def _rule(lines: Iterable[str]) -> Iterator[str]:
    """A rule in English, each line folded under its own bullet."""
    for line in lines:
        bullet = line.lstrip()
        indent = " " * (4 + len(line) - len(bullet))
        yield from wrapped(bullet, indent, f"{indent}  ")
