"""The ids of statuses, authorities and channels as types: generated, do not edit.

From `registry/tables/statuses.csv` and the catalog of statutes; `./run golden` writes this file anew.
"""

from __future__ import annotations

from typing import Literal

# fmt: off
StatusId = Literal[
    "nato", "nato-organization", "territory-or-disputed", "mnna", "mnna-title10", "treated-as-mnna", "itar-mnna-list",
    "nato-plus", "nato-plus-36b-thresholds", "nato-plus-36c", "nato-plus-3d", "nato-plus-3d-commercial",
    "nato-plus-21h", "nato-plus-21e", "mutual-defense-treaty", "rio-treaty", "major-defense-partner",
    "major-security-partner", "ntib", "rome-statute", "rome-statute-outside", "court-aid-cut", "court-aid-waived",
    "five-eyes", "aukus", "rdp-mou", "rdp-case-by-case", "sosa", "mnna-title10-1995", "apec-1993", "central-europe",
    "no-armed-forces", "southern-flank", "middle-east", "stockpile-named", "retransfer-small", "eda-named", "du-named",
    "allied-country-airlift", "allied-country-communications", "training-report-omitted", "canada-exemption",
    "commercial-leasing-permanent", "nato-since-1999", "fmf-merida", "stockpile-israel", "fmf-philippines",
    "fmf-part-withheld", "terrorism-list", "terrorism-bars-lifted", "itar-126-1-table1", "itar-126-1-table2",
    "itar-126-1-last-named", "ear-a5", "ear-a6", "satellite-barred", "drug-majors", "drug-majors-failed",
    "drug-majors-vital-interest", "drug-majors-vital-part", "drug-certification-denied", "csp-list", "csp-waived",
    "csp-part-waived", "tip-tier3", "trafficking-withheld", "trafficking-arms-let-through", "pressler-uncertified",
    "pressler-waived", "glenn-determined", "glenn-waived", "symington-determined", "symington-waived", "coup-aid-cut",
    "coup-clause-waived", "coup-no-determination", "caatsa-231-edd", "caatsa-231-ssb", "relations-severed",
    "communist-named", "communist-removed", "aid-barred-by-name", "section-907", "section-907-waived",
    "aeca-3c-ineligible", "aeca-3f-breach", "commercial-ceiling-exempt", "religious-freedom-concern",
    "religious-freedom-waived", "itar-126-1-suspended", "bilateral-security-agreement", "nato-enhanced-partner", "csto",
    "strategic-partnership", "defense-cooperation", "state-partnership", "c-sipa", "executive-security-guarantee",
    "strategic-defense-agreement", "mscp", "major-strategic-partner", "tra", "merida", "bicentennial",
    "high-level-security-group", "counter-cartel-coalition", "nato-partner", "sofa",
]
AuthorityId = Literal[
    "war-reserve-stockpile-site", "excess-defense-articles", "excess-defense-articles-priority",
    "depleted-uranium-rounds", "cooperative-rd", "cooperative-projects", "rdte-loans", "rdte-acceptance",
    "comparative-testing", "counterterrorism-rd", "reciprocal-training", "training-report-exception",
    "foreign-military-financing", "fmf-commercial-leasing", "defense-export-loan-guarantee", "recoupment-waiver",
    "no-charge-quality-assurance", "overseas-workload-bidding", "cross-servicing-agreement", "airlift-exchange",
    "communications-exchange", "reciprocal-procurement", "satellite-licensing", "launch-monitoring-exception",
    "aukus-exemption", "canada-exemption", "strategic-trade-authorization", "notification-thresholds",
    "collective-defense", "icc-protected-persons", "restriction-leahy-state", "restriction-leahy-dod",
    "restriction-human-rights-502b", "restriction-child-soldiers", "restriction-trafficking-tier3", "restriction-coup",
    "restriction-terrorism-list", "restriction-arrears", "restriction-drug-majors", "restriction-caatsa",
    "restriction-police", "restriction-itar-126-1", "restriction-pressler", "restriction-nuclear-detonation",
    "restriction-enrichment-transfer", "restriction-severed-relations", "restriction-communist-countries",
    "restriction-named-by-act", "restriction-section-907", "restriction-court-party", "restriction-misuse",
    "restriction-religious-freedom", "restriction-commercial-ceiling",
]
ChannelId = Literal[
    "fms", "dcs", "lease", "retransfer", "license-agreement",
]
