"""All the law encoded here: which module answers which question, loaded only when asked."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from mnna.errors import UnknownWord, alike

if TYPE_CHECKING:
    from mnna.statutes.provision import Authority, CaseLaw

AUTHORITIES = {
    "war-reserve-stockpile-site": "stockpiles",
    "excess-defense-articles": "excess_articles",
    "excess-defense-articles-priority": "excess_articles",
    "depleted-uranium-rounds": "depleted_uranium",
    "cooperative-rd": "cooperation",
    "cooperative-projects": "cooperation",
    "rdte-loans": "cooperation",
    "counterterrorism-rd": "cooperation",
    "reciprocal-training": "training",
    "foreign-military-financing": "financing",
    "fmf-commercial-leasing": "leasing",
    "defense-export-loan-guarantee": "loan_guarantees",
    "recoupment-waiver": "charges",
    "no-charge-quality-assurance": "charges",
    "overseas-workload-bidding": "contracts",
    "cross-servicing-agreement": "cross_servicing",
    "reciprocal-procurement": "contracts",
    "satellite-licensing": "satellites",
    "launch-monitoring-exception": "satellites",
    "aukus-exemption": "export_exemptions",
    "canada-exemption": "export_exemptions",
    "strategic-trade-authorization": "export_exemptions",
    "notification-thresholds": "notification_thresholds",
    "collective-defense": "commitments",
    "icc-protected-persons": "commitments",
    "restriction-leahy-state": "human_rights_bars",
    "restriction-leahy-dod": "human_rights_bars",
    "restriction-human-rights-502b": "human_rights_bars",
    "restriction-child-soldiers": "human_rights_bars",
    "restriction-trafficking-tier3": "human_rights_bars",
    "restriction-coup": "conduct_bars",
    "restriction-terrorism-list": "conduct_bars",
    "restriction-arrears": "conduct_bars",
    "restriction-drug-majors": "conduct_bars",
    "restriction-caatsa": "conduct_bars",
    "restriction-police": "conduct_bars",
    "restriction-itar-126-1": "export_bars",
}
"""Authority id to module; the order is the order of every listing."""

CASES = {
    "fms": "foreign_military_sales",
    "dcs": "commercial_sales",
    "lease": "leases",
    "retransfer": "retransfers",
    "license-agreement": "license_agreements",
}
"""Channel to module."""


@lru_cache(maxsize=1)
def authorities() -> dict[str, Authority]:
    """Every authority by id, in the order of the listing."""
    return {id_: authority(id_) for id_ in AUTHORITIES}


@cache
def authority(id_: str) -> Authority:
    """The authority of that id; raises `UnknownWord` with the nearest ids."""
    if id_ not in AUTHORITIES:
        near = alike(id_, AUTHORITIES, 5, 0.4)
        raise UnknownWord(f"the authority {id_!r}", "there is no such authority", near, "`mnna law` lists them all.")
    module = import_module(f"mnna.statutes.{AUTHORITIES[id_]}")
    found: tuple[Authority, ...] = getattr(module, "AUTHORITIES", None) or (module.AUTHORITY,)
    return next(one for one in found if one.id == id_)


@cache
def case_law(channel: str) -> CaseLaw:
    """The notification law of that channel; raises `UnknownWord` with the channels there are."""
    if channel not in CASES:
        raise UnknownWord(f"the channel {channel!r}", "there is no such channel", sorted(CASES), "")
    law: CaseLaw = import_module(f"mnna.statutes.{CASES[channel]}").LAW
    return law
