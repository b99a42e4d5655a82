"""What each authority is about, in the few words a sentence or a table has room for."""

from __future__ import annotations

SUBJECTS = {
    "war-reserve-stockpile-site": "war reserve stocks outside US bases",
    "excess-defense-articles": "excess defense articles",
    "excess-defense-articles-priority": "priority for excess defense articles",
    "depleted-uranium-rounds": "depleted-uranium anti-tank rounds",
    "cooperative-rd": "cooperative research and development",
    "cooperative-projects": "cooperative projects",
    "rdte-loans": "loans of equipment for research and testing",
    "counterterrorism-rd": "joint counterterrorism research",
    "reciprocal-training": "reciprocal training agreements",
    "foreign-military-financing": "foreign military financing (FMF)",
    "fmf-commercial-leasing": "commercial leasing paid with FMF",
    "defense-export-loan-guarantee": "defense export loan guarantees",
    "recoupment-waiver": "waiver of research and development charges",
    "no-charge-quality-assurance": "quality assurance without charge",
    "overseas-workload-bidding": "bidding on overseas maintenance contracts",
    "cross-servicing-agreement": "cross-servicing (logistics) agreements",
    "reciprocal-procurement": "relief from Buy American rules",
    "satellite-licensing": "streamlined satellite licences",
    "launch-monitoring-exception": "satellite launches free of mandatory US monitoring",
    "aukus-exemption": "licence exemption for AUKUS",
    "canada-exemption": "licence exemption for Canada",
    "strategic-trade-authorization": "licence exception for strategic trade (STA)",
    "notification-thresholds": "higher thresholds for notices to Congress",
    "collective-defense": "a commitment of collective defense",
    "icc-protected-persons": "protection from the International Criminal Court",
    "restriction-leahy-state": "Leahy law, State Department",
    "restriction-leahy-dod": "Leahy law, Defense Department",
    "restriction-human-rights-502b": "gross violations of human rights (502B)",
    "restriction-child-soldiers": "child soldiers",
    "restriction-trafficking-tier3": "trafficking in persons, Tier 3",
    "restriction-coup": "military coup",
    "restriction-terrorism-list": "state sponsors of terrorism",
    "restriction-arrears": "debts in arrears",
    "restriction-drug-majors": "major drug countries",
    "restriction-caatsa": "dealings with the Russian defense sector (CAATSA)",
    "restriction-police": "police and prisons",
    "restriction-itar-126-1": "arms-export denial list (ITAR 126.1)",
}
"""Authority id to a short subject; an id that is missing is shown as it is, with spaces."""


def subject(authority: str) -> str:
    """What an authority is about, in a few words that start in lower case unless they are a name."""
    return SUBJECTS.get(authority, authority.removeprefix("restriction-").replace("-", " "))
