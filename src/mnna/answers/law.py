"""The word `law`: any encoded provision, by id or by citation, as a lawyer would check it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mnna.errors import BadQuestion, UnknownWord
from mnna.law import citations, corpus
from mnna.law.content import law_hash
from mnna.law.provision import Act, Authority, CaseExample, CaseLaw, CaseProvision, Example, Provision
from mnna.rules.english import english, history, phrase
from mnna.rules.expressions import Expr, Param


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """The entries that answer to an id or citation; with no question, the list of all, or of those looked for."""

    asked: str
    entries: tuple[dict[str, Any], ...]
    search: str = ""
    topic: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON: `asked`, the law's hash, and the `entries`; `search` and `topic` where they are given."""
        looked_for = {name: value for name, value in (("search", self.search), ("topic", self.topic)) if value}
        return {"asked": self.asked, **looked_for, "law": law_hash(), "entries": list(self.entries)}


def law(asked: str = "", *, search: str = "", topic: str = "") -> LawAnswer:
    """The provisions of an authority id, a channel, or a citation such as `22 USC 2776(b)` or `AECA 36(b)`.

    A citation finds every provision that rests on that text or a part of it. Without one, the list of all, or of those
    that hold every word of `search` and belong to a `topic`; it may be empty. Raises `UnknownWord` where nothing is
    encoded for what was asked or the topic is none, and `BadQuestion` for a search beside a citation.
    """
    cases = (corpus.case_law(channel) for channel in corpus.CASES)
    everything: list[Authority | CaseLaw] = [*corpus.authorities().values(), *cases]
    if asked and (search or topic):
        wrong = "a citation or id is looked up, and the list is searched: not both"
        raise BadQuestion(f"the law {asked!r}", wrong, (), "Leave one of the two out.")
    if not asked:
        return _listed(tuple(entry(one) for one in everything), search, topic)
    found = [one for one in everything if asked in _ids(one)] or _citing(asked, everything)
    if not found:
        raise UnknownWord(
            f"the law {asked!r}",
            "nothing encoded rests on it",
            tuple(_cited_sections(everything)),
            "`mnna law` lists every provision.",
        )
    return LawAnswer(asked, tuple(entry(one) for one in found))


def _listed(entries: tuple[dict[str, Any], ...], search: str, topic: str) -> LawAnswer:
    if not search and not topic:
        return LawAnswer("", entries)
    from mnna.answers.law_search import matching

    return LawAnswer("", tuple(matching(entries, search, topic)), search, topic)


def _ids(one: Authority | CaseLaw) -> tuple[str, ...]:
    return (one.id, one.channel) if isinstance(one, CaseLaw) else (one.id,)


def _citing(asked: str, everything: Iterable[Authority | CaseLaw]) -> list[Authority | CaseLaw]:
    if "-" in asked and asked == asked.lower() and " " not in asked:
        near = difflib.get_close_matches(asked, [*corpus.AUTHORITIES, *corpus.CASES], 5, 0.4)
        raise UnknownWord(
            f"the law {asked!r}", "no authority or channel has that id", near, "`mnna law` lists them all."
        )
    wanted = citations.parse(asked)
    return [one for one in everything if any(_rests_on(one, citation) for citation in wanted)]


def _rests_on(one: Authority | CaseLaw, wanted: citations.Citation) -> bool:
    return any(citations.within(cited.id, wanted.id) for text in cited_texts(one) for cited in citations.parse(text))


def cited_texts(one: Authority | CaseLaw) -> tuple[str, ...]:
    """Every citation an authority or channel rests on: provisions, nodes, parameters, steps and routes."""
    texts: list[str] = []
    for provision in one.provisions:
        texts += [provision.citation, *(act.citation for act in _acts(provision))]
        for tree in _trees(provision):
            texts += [c for node in tree.walk() for c in _node_citations(node)]
    return tuple(dict.fromkeys(texts))


def _acts(provision: Provision | CaseProvision) -> tuple[Act, ...]:
    return provision.steps + (provision.routes if isinstance(provision, Provision) else ())


def _trees(provision: Provision | CaseProvision) -> list[Expr]:
    if isinstance(provision, Provision):
        return [provision.rule, *provision.terms.values()]
    return [provision.notify, provision.review_days, provision.group]


def _node_citations(node: Expr) -> list[str]:
    if isinstance(node, Param):
        return [dated.citation for dated in node.history]
    special = [s.citation for s in getattr(node, "special", ())]
    return special + ([node.citation] if hasattr(node, "citation") else [])


def _cited_sections(everything: Iterable[Authority | CaseLaw]) -> list[str]:
    return list(dict.fromkeys(one.provisions[-1].citation for one in everything))


def entry(one: Authority | CaseLaw) -> dict[str, Any]:
    """One authority or channel as JSON: question, provisions in English, examples, citations with links."""
    kind = (
        "channel" if isinstance(one, CaseLaw) else "restriction" if one.id.startswith("restriction-") else "authority"
    )
    return {
        "id": one.id,
        "kind": kind,
        "question": one.question,
        "topic": "notification" if isinstance(one, CaseLaw) else one.topic,
        "note": one.note,
        "provisions": [provision_entry(provision) for provision in one.provisions],
        "examples": [_example(example) for example in one.examples],
        "citations": [{"text": text, "links": links(text)} for text in cited_texts(one)],
    }


def links(text: str) -> list[dict[str, str]]:
    """The official address of each citation in a text, with its canonical id."""
    return [{"id": cited.id, "text": cited.text, "link": cited.link} for cited in citations.parse(text)]


def provision_entry(provision: Provision | CaseProvision) -> dict[str, Any]:
    """One dated provision as JSON: days in force, citation, paraphrase, rule in English, parameters with history."""
    shown: dict[str, Any] = {
        "since": provision.since.isoformat(),
        "until": provision.until.isoformat() if provision.until else None,
        "citation": provision.citation,
        "links": links(provision.citation),
        "says": provision.says,
        "rule": english(_trees(provision)[0]),
        "parameters": _parameters(provision),
        "steps": [_act(act) for act in provision.steps],
        "source": provision.source,
        "confidence": provision.confidence,
        "checked_on": provision.checked_on.isoformat(),
        "note": provision.note,
    }
    if isinstance(provision, Provision):
        return shown | {"routes": [_act(act) for act in provision.routes], "terms": _terms(provision.terms)}
    return shown | {"review_days": english(provision.review_days), "group": english(provision.group)}


def _terms(terms: Mapping[str, Expr]) -> dict[str, str]:
    return {name: phrase(term) if not term.children() else english(term) for name, term in terms.items()}


def _act(act: Act) -> dict[str, str]:
    return {"text": act.text, "citation": act.citation, "when": english(act.when).removeprefix("- ")}


def _parameters(provision: Provision | CaseProvision) -> list[dict[str, Any]]:
    nodes = [node for tree in _trees(provision) for node in tree.walk() if isinstance(node, Param)]
    once = {node.id: node for node in nodes}
    return [{"id": node.id, "phrase": node.phrase, "history": history(node)} for node in once.values()]


def _example(example: Example | CaseExample) -> dict[str, Any]:
    who = example.recipient if isinstance(example, CaseExample) else example.country
    given = {name: str(value) for name, value in example.given.items()}
    return {
        "country": who,
        "on": example.on,
        "given": given,
        "verdict": example.verdict,
        "why": example.why,
        "trap": example.trap,
    }
