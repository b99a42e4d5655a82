"""Claims of law about a country that holds the status: judged against the world without it, as `what-if` says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mnna.answers.data_context import evidence
from mnna.answers.what_if import WhatIfAnswer, what_if
from mnna.article_claims import claims, types
from mnna.article_claims import statute_notes as embedded_readings
from mnna.article_claims.verdicts import Here
from mnna.engine.finding import find
from mnna.registry.load import load_registry
from mnna.rules.nodes import Status
from mnna.statutes import catalog

ON = date(2026, 6, 1)
WHOLE = ("mnna", "nato")
"""The statuses of which every holder is asked; of every other status, its first holder."""

HOLDERS_ARTICLE = """
title = "What a status gives a country that holds it"
dated = 2025-06-01
"""
KENYA, POLAND = {"status": "mnna", "country": "KEN"}, {"status": "nato", "country": "POL"}
ROUNDS, DEFENSE = {"authority": "depleted-uranium-rounds"}, {"authority": "collective-defense"}
HOLDERS_CLAIMS = [
    ("loans", "authority_unlocked_by", KENYA | {"authority": "rdte-loans"}, "right"),
    ("rounds", "authority_unlocked_by", KENYA | ROUNDS, "right"),
    ("no difference", "authority_never_from_status", KENYA | ROUNDS, "wrong"),
    ("as it is", "authority_already_available", ROUNDS | {"country": "KEN"}, "right"),
    ("a loan", "status_opens", KENYA | {"thing": "loan"}, "right"),
    ("an act", "opens_under", KENYA | {"act": "Foreign Assistance Act"}, "right"),
    ("thresholds", "authority_unlocked_by", POLAND | {"authority": "notification-thresholds"}, "right"),
    ("notices", "notification_changes", POLAND, "right"),
    ("defense", "authority_unlocked_by", POLAND | DEFENSE, "right"),
    ("France keeps", "authority_never_from_status", DEFENSE | {"status": "nato", "country": "FRA"}, "right"),
    ("no notices", "notification_changes", KENYA, "wrong"),
    ("no bar", "restrictions_lifted", KENYA, "wrong"),
]


def asked() -> Iterator[tuple[str, str]]:
    """Status and country: every holder of the great statuses, one of every other, and two that hold neither."""
    registry = load_registry()
    for status in registry.kinds:
        held = [c for (c, s) in registry.by_key if s == status and registry.holds(c, s, ON)]
        yield from ((status, country) for country in (held if status in WHOLE else held[:1]))
    yield from (("mnna", "MEX"), ("nato", "UKR"), ("nato", "JPN"))


def difference(status: str, country: str) -> WhatIfAnswer:
    if load_registry().holds(country, status, ON):
        return what_if(country, terminate=status, on=ON)
    return what_if(country, designate=status, on=ON)


@pytest.mark.parametrize(("status", "country"), [pair for pair in asked() if pair[1] != "USA"])
def test_claims_of_law_say_what_the_what_if_says(status: str, country: str) -> None:
    here = Here(evidence(), embedded_readings.embedded(), ON)
    held, answer = here.registry.holds(country, status, ON), difference(status, country)
    told = {f.id: (f.verdict, f.verdict) for f in answer.unchanged}
    for change in answer.changed:
        pair = (change.before.verdict, change.after.verdict)
        told[change.id] = (pair[1], pair[0]) if held else pair
    assert told.keys() == catalog.AUTHORITIES.keys()
    for authority, (without, having) in told.items():
        args = {"status": status, "authority": authority, "country": country}
        unlocked = types.find("authority_unlocked_by").ask(here, args).verdict
        never = types.find("authority_never_from_status").ask(here, args).verdict
        open_ = "unknown" in (without, having)
        if without == "yes" or having == "no":
            assert unlocked == "wrong", authority
        else:
            assert unlocked == ("not verifiable" if open_ else "right"), authority
        expected = "right" if without == having else "not verifiable" if open_ else "wrong"
        assert never == expected, authority


def others() -> list[str]:
    """The statuses of which the first holder alone is asked above."""
    return [status for status in load_registry().kinds if status not in WHOLE]


@pytest.mark.parametrize("status", others())
def test_every_other_holder_is_judged_against_the_world_without_the_status(status: str) -> None:
    """Of these holders only what the end of the status changes is asked: the rest is the same law for each."""
    here = Here(evidence(), embedded_readings.embedded(), ON)
    held = [c for (c, s) in here.registry.by_key if s == status and here.registry.holds(c, s, ON) and c != "USA"]
    for country in held[1:]:
        without, having = here.registry.without_and_with(country, status, ON)
        for id_ in sorted(_touched(status)):
            law = catalog.authority(id_)
            pair = find(law, without, country, ON).verdict, find(law, having, country, ON).verdict
            args = {"status": status, "authority": id_, "country": country}
            never = types.find("authority_never_from_status").ask(here, args).verdict
            unlocked = types.find("authority_unlocked_by").ask(here, args).verdict
            assert (never == "right") == (pair[0] == pair[1]), (country, id_)
            assert (unlocked == "right") == (pair == ("no", "yes")), (country, id_)


def _touched(status: str) -> set[str]:
    """The authorities whose law asks about the status, or about one that it brings or is a part of."""
    kinds = load_registry().kinds
    parts = {id_ for id_, kind in kinds.items() if kind.part_of == status}
    asked = {status, kinds[status].part_of, *kinds[status].brings, *parts}
    laws = catalog.authorities().items()
    return {id_ for id_, law in laws for one in law.provisions for n in one.rule.walk()
            if isinstance(n, Status) and n.id in asked}  # fmt: skip


def test_what_a_status_gives_a_holder(tmp_path: Path) -> None:
    lines = [HOLDERS_ARTICLE]
    for id_, type_, args, _ in HOLDERS_CLAIMS:
        lines += ["[[claim]]", f'id = "{id_}"', 'quote = "So it is said."', f'type = "{type_}"']
        lines += [f'{name} = "{value}"' for name, value in args.items()]
    path = tmp_path / "article.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    answer = claims(path)
    assert {one.claim.id: one.then.verdict for one in answer.claims} == {id_: v for id_, _, _, v in HOLDERS_CLAIMS}
    assert "because Kenya holds the status “Major non-NATO ally (FAA 517)”" in answer["as it is"].because
