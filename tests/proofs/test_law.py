"""What holds of the law as it is written here, for all days, values and countries; each claim in English first."""

from __future__ import annotations

import pytest

from mnna.registry.load import Registry
from mnna.rules.nodes import Expr, Field, Status, statuses_asked
from mnna.screening.breakpoints import outputs
from mnna.statutes import catalog
from mnna.statutes.provision import Act, Authority, CaseLaw, CaseProvision, Cut, Provision
from mnna.statutes.vocabulary import NATO
from tests.proofs.claims import conflict, days_in_doubt, lengthened_by, symbols, turned_by_value
from tests.proofs.command import command, plain
from tests.proofs.conftest import WHOLE
from tests.proofs.directions import asked, costs, rewards, turned_by_fact

LAWS: list[Authority | CaseLaw] = [*map(catalog.case_law, catalog.CHANNELS), *catalog.authorities().values()]
CASES = [(law, provision) for law in map(catalog.case_law, catalog.CHANNELS) for provision in law.provisions]
NAMED = [f"{law.channel}-{provision.since}" for law, provision in CASES]
QUESTIONS = [(law, one) for law in catalog.authorities().values() for one in law.provisions][:: 1 if WHOLE else 12]
AGAINST = {("nato-organization", "excess-defense-articles"): "22 USC 2321j(a) lets articles go to countries"}
"""Where a status that favors its holder elsewhere counts against it, and why."""

TURNS = {
    "lease_months": (True, "a lease of a year or longer is reported, 22 USC 2796a"),
    "manufactures_sme": (True, "an agreement to make significant military equipment is reported, 22 USC 2776(d)"),
    "new_sales_territory": (True, "the higher thresholds are for sales that include no new territory, 22 USC 2776"),
    "aukus_exempt": (False, "what the AUKUS exemption covers needs no license, 22 USC 2778(l)"),
    "retransfer_exempt": (False, "some retransfers need no notice, 22 USC 2753(d)"),
}
"""What a yes, or a larger number, can do: begin the duty of notice (true) or end it, and by which text."""


def trees(provision: Provision | CaseProvision) -> list[Expr]:
    """Every rule of a provision."""
    if isinstance(provision, CaseProvision):
        return outputs(provision, True)
    acts: tuple[Act | Cut, ...] = (*provision.steps, *provision.routes, *provision.caveats, *provision.cuts)
    return [*provision.trees, *(act.when for act in acts)]


def test_from_its_first_day_on_exactly_one_provision_of_a_law_is_in_force() -> None:
    assert [plain(law, day) for law in LAWS if (day := days_in_doubt(law))] == []


def test_every_law_goes_on_or_ends_by_its_own_words() -> None:
    """The AUKUS exemption of AECA 38(l) sunsets (22 USC 2778(l)(9)); nothing else that is encoded ends."""
    assert [law.id for law in LAWS if law.provisions[-1].until] == ["aukus-exemption"]


def test_no_two_exceptions_that_apply_give_different_answers(registry: Registry) -> None:
    rules = [(law, conflict(trees(one), one.since, one.until)) for law in LAWS for one in law.provisions]
    assert [command(law, found, registry) for law, found in rules if found is not None] == []


@pytest.mark.parametrize(("law", "provision"), CASES, ids=NAMED)
def test_a_transfer_worth_more_is_never_freed_of_its_notice(
    law: CaseLaw, provision: CaseProvision, registry: Registry
) -> None:
    for raised in ("mde", "total", "construction", "firearms"):
        found = turned_by_value(provision, raised)
        assert found is None, f"raise {raised} in: {command(law, found, registry)}"


@pytest.mark.parametrize(("law", "provision"), CASES, ids=NAMED)
def test_no_review_is_longer_for_membership_in_nato_or_a_place_beside_it(
    law: CaseLaw, provision: CaseProvision, registry: Registry
) -> None:
    """The statute gives NATO, its members and the countries it names beside them the shorter review, 22 USC 2776."""
    favored = sorted(id_ for rule in outputs(provision, False) for id_ in statuses_asked(rule))
    for status in (NATO.id, *(id_ for id_ in favored if id_.startswith("nato-plus"))):
        found = lengthened_by(provision, status)
        assert found is None, f"with and without {status}: {command(law, found, registry)}"


@pytest.mark.parametrize(("law", "provision"), CASES, ids=NAMED)
def test_a_fact_turns_the_duty_of_notice_only_the_way_its_text_says(
    law: CaseLaw, provision: CaseProvision, registry: Registry
) -> None:
    for fact, (begins, _) in TURNS.items():
        found = turned_by_fact(provision, fact, begins)
        assert found is None, f"change {fact} in: {command(law, found, registry)}"


def test_a_status_favors_its_holder_in_every_question_or_in_none(registry: Registry) -> None:
    """No status brings a grant here and costs one, or brings a bar, there; nor both ways in one question."""
    costly, rewarding = dict[str, list[str]](), dict[str, list[str]]()
    for law, provision in QUESTIONS:
        for status in asked(provision):
            for found, told in ((costs(law, provision, status), costly), (rewards(law, provision, status), rewarding)):
                if found is not None and (status, law.id) not in AGAINST:
                    told.setdefault(status, []).append(command(law, found, registry))
    assert {status: (costly[status], rewarding[status]) for status in costly.keys() & rewarding.keys()} == {}
    assert len(rewarding) > 5 and len(costly) > 3


def test_a_status_that_no_rule_names_changes_no_answer() -> None:
    """All that the formulas of a rule turn on are the statuses it names, the facts it names, and the day."""
    for law in LAWS:
        for provision in law.provisions:
            rules = trees(provision)
            named = {name for rule in rules for node in rule.walk() for name in names(node)}
            assert symbols(rules) <= named | {"on"}, plain(law, provision.since)


def names(node: Expr) -> tuple[str, ...]:
    """The status or the facts that a node names: a fact that is worked out names those it is worked out from."""
    if isinstance(node, Status):
        return (node.id,)
    return (node.name, *(part.name for part in node.remainder or ())) if isinstance(node, Field) else ()
