"""Sixty seeded faults, all found: twenty in days, twenty in rules, ten in what is left of rules, ten in its bounds.

A proof that cannot fail proves nothing, so each claim is put to law with a mistake in it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

from mnna.registry.load import Registry
from mnna.rules.nodes import Compare, Exceptions, If, Literal, Not, Special, Status
from mnna.screening.breakpoints import outputs
from mnna.statutes import catalog
from mnna.statutes.provision import CaseLaw
from tests.proofs.claims import conflict, days_in_doubt, lengthened_by, turned_by_value
from tests.proofs.command import command
from tests.proofs.conftest import WHOLE
from tests.proofs.directions import costs, rewards, turned_by_fact
from tests.proofs.faults import Law, wrong_bounds, wrong_days, wrong_rules
from tests.proofs.files import Place, Row
from tests.rules.mutants import replaced
from tests.terminal import run

SEED = 20261128
EACH = 20 if WHOLE else 7
"""How many faults of each kind; `./run prove` plants all sixty."""


def test_a_day_early_or_late_is_found() -> None:
    laws: list[Law] = [*map(catalog.case_law, catalog.CHANNELS), *catalog.authorities().values()]
    planted = list(islice(wrong_days(laws, Random(SEED)), EACH))
    assert len(planted) == EACH
    assert [what for what, law in planted if days_in_doubt(law) is None] == []


def test_a_mistake_in_a_rule_or_in_what_is_left_of_it_is_found(grounds: list[Place]) -> None:
    """A mistake in the rule shows against what is left of the right rule, and one in what is left against the rule."""
    rng = Random(SEED)
    places = rng.sample(grounds, len(grounds))
    of_rules = (f for place in places for f in islice(wrong_rules(place, outputs(place.provision, True), rng), 1))
    of_left = (f for place in places for f in islice(wrong_rules(place, Row(place).left, rng), 1))
    in_rules, in_left = list(islice(of_rules, EACH)), list(islice(of_left, EACH // 2))
    assert (len(in_rules), len(in_left)) == (EACH, EACH // 2)
    assert [f.what for f in in_rules if Row(f.place, f.rules).partial_differs() is None] == []
    assert [f.what for f in in_left if Row(f.place).partial_differs(f.rules) is None] == []


def test_a_bound_that_is_a_cent_or_a_month_off_is_found(grounds: list[Place]) -> None:
    rng = Random(SEED)
    places = rng.sample(grounds, len(grounds))
    found = ((place, *one) for place in places for one in islice(wrong_bounds(place, rng), 1))
    planted = list(islice(found, EACH // 2))
    assert len(planted) == EACH // 2
    assert [what for place, what, residue in planted if Row(place).table_differs(residue) is None] == []


def fms() -> CaseLaw:
    return catalog.case_law("fms")


def test_a_threshold_read_upside_down_frees_what_is_worth_more(registry: Registry) -> None:
    """And the counterexample is a command that can be run."""
    law = fms()
    provision = law.provisions[-1]
    first = next(node for node in provision.notify.walk() if isinstance(node, Compare) and node.operator == ">=")
    turned = Compare("<", first.left, first.right)
    found = turned_by_value(replace(provision, notify=replaced(provision.notify, first, turned)), "mde")
    assert found is not None
    told = command(law, found, registry)
    assert told.startswith("mnna case ") and " --channel fms " in told and " --on " in told
    assert run(*told.partition("  #")[0].split()[1:]).code == 0


def test_days_exchanged_lengthen_the_review_of_nato() -> None:
    provision = fms().provisions[-1]
    days = provision.review_days
    assert isinstance(days, If)
    wrong = replace(provision, review_days=If(days.condition, days.otherwise, days.then))
    assert lengthened_by(provision, "nato") is None and lengthened_by(wrong, "nato") is not None


def test_a_grant_turned_upside_down_is_found_with_a_command(registry: Registry) -> None:
    law = next(one for id_, one in catalog.authorities().items() if id_ == "depleted-uranium-rounds")
    provision = law.provisions[-1]
    wrong = replace(provision, rule=Not(provision.rule))
    found = costs(law, wrong, "mnna")
    assert costs(law, provision, "mnna") is None and found is not None and rewards(law, wrong, "mnna") is None
    told = command(law, found, registry)
    assert told.startswith("mnna authorities ") and run(*told.partition("  #")[0].split()[1:]).code == 0


def test_a_lease_that_is_notified_when_it_is_short_is_found() -> None:
    provision = catalog.case_law("lease").provisions[-1]
    wrong = replace(provision, notify=Not(provision.notify))
    assert turned_by_fact(wrong, "lease_months", rising=True) is not None
    assert turned_by_fact(wrong, "lease_months", rising=False) is None


def test_two_exceptions_that_differ_are_found() -> None:
    provision = fms().provisions[-1]
    two = tuple(Special(Status(id_, id_), Literal(word), id_) for id_, word in (("nato", "a"), ("mnna", "b")))
    assert conflict([Exceptions(Literal("c"), two)], provision.since, None) is not None
    same = tuple(Special(Status(id_, id_), Literal("a"), id_) for id_ in ("nato", "mnna"))
    assert conflict([Exceptions(Literal("c"), same)], provision.since, None) is None
