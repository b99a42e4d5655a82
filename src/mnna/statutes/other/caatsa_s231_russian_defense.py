"""CAATSA 231, 22 USC 9525: sanctions for significant dealings with the Russian defense or intelligence sectors."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Any, Expr, Field, If, Kind, Known, Status
from mnna.statutes.parameters import param
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended

SIGNIFICANT = Field(
    "caatsa_determination",
    Kind.TRUTH,
    "the President has determined that a person of this country knowingly engaged in a significant transaction with "
    "the Russian defense or intelligence sectors",
)

CAATSA_WAIVED = Field("caatsa_waived", Kind.TRUTH, "the sanctions on that person have been waived, delayed or ended")

_PERSONS = (
    ("caatsa-231-ssb", "caatsa_ssb_is_a_party", "Turkey's Presidency of Defense Industries (SSB)"),
    ("caatsa-231-edd", "caatsa_edd_is_a_party", "China's Equipment Development Department (EDD)"),
)
"""The persons under section 231 sanctions: the status of their country, the deciding fact of a case, their name."""

_BARRED = Any(
    tuple(
        Status(status, f"the country of {name}, which is under section 231 sanctions")
        & Field(fact, Kind.TRUTH, f"{name}, which is barred, is a party to the transaction or its end user")
        for status, fact, name in _PERSONS
    )
)

_CAATSA_TERMS: dict[str, Expr | str] = {
    "cuts": "{caatsa-sanctions:words} or more sanctions of 22 USC 9529, among them export licenses, on the person",
    "reaches": "the person determined, who may be a ministry or a state company, not the country as such",
    "waiver": "waiver or delay by the President",
    "sanctions_at_least": param("caatsa-sanctions"),
    "delay_recertified_days": param("caatsa-delay-days"),
}

ACTS = Acts(__name__)

CAATSA = Authority(
    id="restriction-caatsa",
    question="Do sanctions for dealing with the Russian defense sector reach a person of this country?",
    provisions=amended(
        Provision(
            since=date(2018, 1, 29),
            citation="22 USC 9525(a)",
            says="A person who knowingly engages in a significant transaction with the Russian defense or intelligence "
            "sectors gets {caatsa-sanctions:words} or more sanctions from a menu that includes the denial of export "
            "licenses.",
            rule=If(Known(SIGNIFICANT), SIGNIFICANT & ~CAATSA_WAIVED, _BARRED),
            terms=_CAATSA_TERMS,
            steps=ACTS("waive", "delay"),
            note="Transactions since 2 August 2017 count; sanctions were due from 180 days after that day.",
        ),
        Amendment(
            since=date(2018, 8, 13),
            terms=_CAATSA_TERMS
            | {"waiver": "waiver, modified waiver or delay by the President"}
            | {"waiver_certificate_days": param("caatsa-certificate-days")},
            steps=ACTS("waive", "delay", "modified"),
            note="Sanctions were imposed twice, by the notices found; what is barred is the person named, not the "
            "country. P.L. 116-283 §1241 itself determined that Turkey's acquisition of the S-400 was such a "
            "transaction. "
            "H.R. 5334, signed on 18 September 2026, expands sanctions on Russia; its text was not read.",
        ),
    ),
)
