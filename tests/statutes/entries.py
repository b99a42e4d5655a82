"""The law as tests walk through it: every authority and channel, its provisions, and every tree in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mnna.rules.canonical import canonical
from mnna.rules.nodes import YES, Expr, Param
from mnna.statutes import catalog
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Provision
from mnna.statutes.wording import figures

FIRST = date(1961, 9, 4)
"""The Foreign Assistance Act; no condition of an act on the way is asked for an earlier day."""


def entry(id_: str) -> Authority | CaseLaw:
    """The authority or channel of that id."""
    return catalog.case_law(id_) if id_ in catalog.CHANNELS else catalog.authority(id_)


IDS = (*catalog.AUTHORITIES, *catalog.CHANNELS)
"""Every authority id, then every channel."""


def trees(provision: Provision | CaseProvision) -> dict[str, Expr]:
    """The rules a provision is made of, by name; the conditions of its acts are `act_trees`."""
    if isinstance(provision, Provision):
        found = {"rule": provision.rule}
        found |= {f"term {name}": term for name, term in provision.terms.items() if not isinstance(term, str)}
        for number, extra in enumerate(provision.extras, 1):
            found[f"extra terms {number} when"] = extra.when
            found |= {f"extra term {name}": term for name, term in extra.terms.items() if not isinstance(term, str)}
        for number, cut in enumerate(provision.cuts, 1):
            if cut.when is not YES:
                found[f"cut {number} when"] = cut.when
        return found
    found = {"notify": provision.notify, "review days": provision.review_days, "group": provision.group}
    for measure in provision.measures:
        found[f"{measure.name} met"] = measure.met
        if measure.usd is not None:
            found[f"{measure.name} usd"] = measure.usd
    return found


def acts(provision: Provision | CaseProvision) -> tuple[Act, ...]:
    """The steps after a yes, the caveats and, for an authority, the routes around a no."""
    return provision.steps + provision.caveats + (provision.routes if isinstance(provision, Provision) else ())


def act_trees(one: Authority | CaseLaw) -> dict[str, Expr]:
    """When each act applies, by its text: law of its own, with days of its own, that several provisions may share.

    The same words under another condition are another entry, numbered.
    """
    found: dict[str, Expr] = {}
    for act in (act for provision in one.provisions for act in acts(provision)):
        whens = [canonical(when) for text, when in found.items() if text.split(" #")[0] == act.text]
        if canonical(act.when) not in whens:
            found[act.text + (f" #{len(whens) + 1}" if whens else "")] = act.when
    return found


def params(one: Authority | CaseLaw) -> dict[str, Param]:
    """Every figure an authority or channel turns on or names in its prose, by id."""
    rules = [tree for provision in one.provisions for tree in trees(provision).values()]
    nodes = (node for rule in [*rules, *act_trees(one).values()] for node in rule.walk())
    told = (figure for text in prose(one) for figure in figures(text))
    return {node.id: node for node in nodes if isinstance(node, Param)} | {figure.id: figure for figure in told}


def prose(one: Authority | CaseLaw) -> Iterator[str]:
    """Every sentence of an authority or channel that is no rule."""
    yield from (one.question, one.note)
    for provision in one.provisions:
        yield from (provision.says, provision.note, *(act.text for act in acts(provision)))
        terms = provision.terms.values() if isinstance(provision, Provision) else ()
        extras = provision.extras if isinstance(provision, Provision) else ()
        told = (*terms, *(term for extra in extras for term in extra.terms.values()))
        yield from (term for term in told if isinstance(term, str))


@dataclass(frozen=True)
class Part:
    """Rules that stand together, by name, and the days they are asked for: a provision, or one act's condition."""

    rules: Mapping[str, Expr]
    since: date
    until: date | None


def parts(one: Authority | CaseLaw) -> Iterator[Part]:
    """Every provision, then the condition of every act that has one."""
    for provision in one.provisions:
        rules = {f"{provision.since} {name}": tree for name, tree in trees(provision).items()}
        yield Part(rules, provision.since, provision.until)
    for text, tree in act_trees(one).items():
        if tree is not YES:
            yield Part({f"when: {text}": tree}, FIRST, None)
