"""A counterexample as commands that can be run: what the law says of that case, and of the case beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mnna.registry.countries import countries
from mnna.registry.load import Registry
from mnna.rules.nodes import Field, Kind
from mnna.statutes.provision import Authority, CaseLaw
from tests.proofs.claims import Refuted
from tests.proofs.translate import _TEXTS


def plain(law: Authority | CaseLaw, on: date, country: str = "MEX") -> str:
    """The question of a law on a day as a command, with no fact stated."""
    asked = f"--channel {law.channel}" if isinstance(law, CaseLaw) else law.id
    return f"mnna {'case' if isinstance(law, CaseLaw) else 'authorities'} {country} {asked} --on {on.isoformat()}"


def command(law: Authority | CaseLaw, refuted: Refuted, registry: Registry, country: str = "") -> str:
    """The case of a counterexample as a command.

    Where the country is open, one that holds the statuses of the counterexample on its day; where there is none, any
    country, and the statuses that it would have to hold.
    """
    on = date.fromordinal(_number(refuted, refuted.world.day))
    option = _stated if isinstance(law, CaseLaw) else _given
    facts = [part for name, field in refuted.world.fields.items() for part in option(refuted, name, field)]
    asked = _statuses(refuted)
    found = country or _holder(registry, on, asked)
    remark = "" if found else f"  # if it held, on that day: {asked}"
    return " ".join([plain(law, on, found or "MEX"), *facts]) + remark


def _number(refuted: Refuted, formula: object) -> int:
    return int(refuted.model.eval(formula, model_completion=True).as_long())


def _true(refuted: Refuted, formula: object) -> bool:
    return bool(refuted.model.eval(formula, model_completion=True))


def _stated(refuted: Refuted, name: str, field: Field) -> list[str]:
    """A fact as an option; nothing where it is unknown."""
    pair = refuted.world.facts[name]
    if not _true(refuted, pair.known):
        return []
    return [f"--{name.replace('_', '-')}", _shown(refuted, pair.value, field.kind)]


def _given(refuted: Refuted, name: str, field: Field) -> list[str]:
    """A fact about a country as an option; nothing where it is unknown."""
    stated = _stated(refuted, name, field)
    return ["--given", f"{name}={stated[1]}"] if stated else []


def _shown(refuted: Refuted, value: object, kind: Kind) -> str:
    if kind is Kind.TRUTH:
        return "yes" if _true(refuted, value) else "no"
    whole = _number(refuted, value)
    if kind is Kind.TEXT:
        return next(text for text, one in _TEXTS.items() if one == whole)
    return f"{Decimal(whole) / 100:.2f}" if kind is Kind.MONEY else str(whole)


def _statuses(refuted: Refuted) -> dict[str, bool | None]:
    """What the counterexample says of each status."""
    held = refuted.world.statuses.items()
    return {name: _true(refuted, pair.value) if _true(refuted, pair.known) else None for name, pair in held}


def _holder(registry: Registry, on: date, asked: dict[str, bool | None]) -> str:
    """A country that holds those statuses on the day."""
    for code in countries():
        if all(registry.holds(code, status, on) is held for status, held in asked.items()):
            return code
    return ""
