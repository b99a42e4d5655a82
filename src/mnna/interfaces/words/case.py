"""`case`: whether one arms transfer must be notified to Congress, under which threshold, with how long a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mnna.answers.case import CaseAnswer, case
from mnna.errors import BadQuestion
from mnna.interfaces.bills import BILL
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import COUNTRY, FACTS, ON, USD, Given, Param, channels, yes_or_no
from mnna.present import days, wording
from mnna.present.document import Document, Facts, FindingBlock, Link, Section
from mnna.present.numbers import amount, listed
from mnna.sentences import capital

ENACT = BILL._replace(
    says="A bill assumed to be law, by number, such as H.R. 3613. In the terminal and in Python also a TOML file.",
    folded="What some channels turn on",
)
RECIPIENT = COUNTRY._replace(
    name="recipient",
    says="The country that would receive the articles, by code or name.",
    example="COL",
    label="Recipient",
)
CHANNEL = Param(
    "channel", "How it is transferred.", needed=True, choices=channels, strict=True, label="Channel", example="fms"
)


def _money(name: str, label: str, says: str, hint: str) -> Param:
    """A value of the transfer; in Python every fact of a transfer is one of `given`."""
    return Param(
        name, says, USD, kind="money", metavar="USD", doors=("cli", "http"), label=f"{label}, US dollars", hint=hint
    )


def _fact(name: str, label: str, says: str, channels: str, **more: Any) -> Param:
    """A fact that some channels turn on."""
    made = Param(name, f"{says} ({channels}).", doors=("cli", "http"), label=label, folded="What some channels turn on")
    return made._replace(hint=f"{says} ({channels})", **more)


def _truth(name: str, label: str, says: str, channels: str) -> Param:
    return _fact(name, label, says, channels, choices=yes_or_no, strict=True)


VALUES = (
    _money("mde", "Major defense equipment", "Value of the major defense equipment.", "a part of the total"),
    _money("total", "Total", "Value of the whole transfer.", "the whole transfer; leave out what is not known"),
    _money(
        "construction",
        "Construction",
        "Value of the design and construction services.",
        "design and construction services",
    ),
    _money("firearms", "Firearms", "Value of the USML category I firearms (dcs).", "category I of the Munitions List"),
)
OF_CHANNELS = (
    _fact(
        "lease_months",
        "Months of the lease",
        "Length of the lease or loan in months",
        "lease",
        schema={"type": "string", "pattern": "^[0-9]{1,4}$"},
        metavar="N",
    ),
    _truth(
        "new_sales_territory",
        "New sales territory",
        "Whether a new sales territory outside the favored group is authorized",
        "fms, dcs, retransfer",
    ),
    _truth(
        "aukus_exempt",
        "Australia-UK exemption",
        "Whether the exemption of AECA 38(l)(2) for Australia and the United Kingdom covers it",
        "dcs, retransfer, license-agreement",
    ),
    _fact(
        "origin",
        "Origin of the articles",
        "Whether the articles came by a government or a commercial sale",
        "retransfer",
        choices=lambda: [("government", "Government sale"), ("commercial", "Commercial sale")],
        strict=True,
    ),
    _truth(
        "comsat_launch",
        "Satellite launch",
        "Whether it licenses a commercial communications satellite to be launched from Russia, Ukraine or Kazakhstan",
        "dcs",
    ),
    _truth(
        "manufactures_sme",
        "Manufacture abroad",
        "Whether the agreement involves manufacture abroad of significant military equipment",
        "license-agreement",
    ),
    _truth(
        "retransfer_exempt",
        "Exempt retransfer",
        "Whether AECA 3(d)(4) exempts the retransfer, such as for repair without a gain in capability",
        "retransfer",
    ),
    _truth(
        "special_notification",
        "Special notification list",
        "Whether the recipient is on the special notification list or barred from aid",
        "fms, dcs",
    ),
    _truth(
        "trade_treaty",
        "Defense trade treaty",
        "Whether it is made under a defense trade treaty with Australia or the United Kingdom",
        "dcs, license-agreement",
    ),
)
GIVEN = Param("given", "Any other fact the channel turns on.", many=True, metavar="NAME=VALUE", doors=("cli", "python"))


def _ask(given: Given, facts: Path | None) -> CaseAnswer:
    for needed in (RECIPIENT, CHANNEL):
        if not given.get(needed.name):
            near = [value for value, _ in needed.choices()] if needed.choices else []
            raise BadQuestion("a case", f"it needs a {needed.name}", near, needed.says)
    stated = {param.name: given.get(param.name) for param in (*VALUES, *OF_CHANNELS)}
    more = dict(text.partition("=")[::2] for text in given.get("given") or ())
    enact = given.get("enact") and ENACT.value(given["enact"])
    return case(
        given["recipient"], given["channel"], given.get("on"), facts=facts, enact=enact or None, **stated | more
    )


def headline(answer: CaseAnswer) -> str:
    """The answer in a sentence, with the presumptions it rests on."""
    notice = answer.notice
    if notice.verdict == "unknown":
        return "Not known whether Congress must be notified"
    rests = [wording.presumed(text).partition("; ")[0] for text in answer.rests_on()]
    if_ = f", if {listed(rests)}" if rests else ""
    if notice.verdict == "no":
        return f"No notice to Congress needed{if_}"
    return f"Notify Congress{if_}" + (f": {notice.review_days} calendar days of review" if notice.review_days else "")


def _document(answer: CaseAnswer) -> Document:
    who, on = answer.recipient, answer.on
    links = (
        Link("The rule", f"/law/{quote(answer.channel)}"),
        Link(f"{who.name} on that day", f"/countries/{who.iso3}?on={on}"),
    )
    finding = FindingBlock(answer.findings[0].to_dict(), "full", links, open=True)
    given = tuple(_given(answer))
    bill = f", if {answer.enact} were law" if answer.enact else ""
    way = dict(channels())[answer.channel].partition(", ")[0]
    return Document(
        title=headline(answer),
        subtitle=f"{way}: {who.name} ({who.iso3}), {days.day(on)}{bill}",
        sections=(
            Section("answer", "The answer", (finding,)),
            *((Section("given", "What was given", (Facts(given),)),) if given else ()),
        ),
    )


def _given(answer: CaseAnswer) -> Iterator[tuple[str, str]]:
    labels = {param.name: param for param in (*VALUES, *OF_CHANNELS)}
    for name, value in answer.given.items():
        if isinstance(value, bool):
            shown = "Yes" if value else "No"
        else:
            shown = amount(float(value), "usd") if labels[name].kind == "money" else capital(str(value))  # type: ignore[arg-type]
        yield labels[name].label.removesuffix(", US dollars"), shown


def _rows(answer: CaseAnswer) -> list[Mapping[str, Any]]:
    told = answer.to_dict()
    notify, threshold = told["notify"], told["notify"]["threshold"] or {"measure": None, "usd": None}
    row = {name: told[name] for name in ("recipient", "channel", "on")} | told["given"]
    row |= {"notify": notify["verdict"], "threshold_measure": threshold["measure"], "threshold_usd": threshold["usd"]}
    names = (
        "review_days",
        "group",
        "because",
        "needs",
        "steps",
        "presumes",
        "caveats",
        "as_of",
        "own_facts",
        "confidence",
    )
    return [row | {name: notify[name] for name in names} | {"citation": notify["citations"]}]


def _asked(answer: CaseAnswer) -> Mapping[str, str]:
    """The facts of the transfer as an address gives them."""
    return {
        name: {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
        for name, value in answer.given.items()
    }


ENDPOINT = Endpoint(
    word="case",
    group="Transfers",
    order=1,
    says="whether one arms transfer must be notified to Congress",
    help="Whether Congress must be notified of a transfer to RECIPIENT, under which threshold, with how long a review. "
    "What is not given is unknown, not zero.",
    function=case,
    params=(RECIPIENT, CHANNEL, ON, FACTS, ENACT, *VALUES, *OF_CHANNELS, GIVEN),
    ask=_ask,
    answer=CaseAnswer,
    asked=_asked,
    document=_document,
    rows=_rows,
    address="/case",
    label="Case",
    asks="Must Congress be notified of this transfer?",
    button="Must Congress be told?",
    example={"recipient": "COL", "channel": "fms", "mde": "20e6", "total": "20e6", "on": "2023-05-01"},
)
