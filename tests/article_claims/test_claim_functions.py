"""Every type of claim against worlds in which it is right and in which it is wrong: no verdict is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pytest

from mnna.answers.data_context import Evidence, evidence
from mnna.article_claims import statute_notes as embedded_readings
from mnna.article_claims import types
from mnna.article_claims.statute_notes import Reading, Readings
from mnna.article_claims.verdicts import Here
from mnna.registry.countries import countries
from mnna.registry.readings import depths
from mnna.statutes import catalog
from mnna.statutes.vocabulary import MNNA
from tests.answers.worlds import evidence as invented
from tests.answers.worlds import registry, span

NOW = date(2024, 6, 1)


class Case(NamedTuple):
    """A claim type, its arguments, the world it is put to (a name of `worlds`), and the verdict expected there."""

    type: str
    args: dict[str, Any]
    world: str
    verdict: str


MNNA_OF = {"country": "MEX", "status": "mnna"}
SALE = {"country": "MEX", "channel": "fms", "total": 20e6, "mde": 20e6}
WHOLE = {"country": "MEX", "channel": "fms", "total": 20e6}
LOANS = {"authority": "rdte-loans", "country": "MEX"}
PAIR = {"indicator": "population", "country": "MEX", "than": "COL"}


def reading(subject: str, aspect: str, thing: str, holds: str) -> Reading:
    return Reading(subject, aspect, thing, holds, "a citation", "s", "high", "A note.")


CASES = [
    Case("status_on", MNNA_OF, "ally", "right"),
    Case("status_on", MNNA_OF, "empty", "wrong"),
    Case("status_on", MNNA_OF | {"holds": False}, "ally", "wrong"),
    Case("status_on", MNNA_OF | {"holds": False}, "empty", "right"),
    Case("status_on", MNNA_OF | {"on": date(2020, 2, 15)}, "ally", "wrong"),
    Case("status_on", {"country": "MEX", "status": "mnna-title10"}, "ally", "not verifiable"),
    Case("announced_on", MNNA_OF | {"day": date(2020, 1, 1)}, "ally", "right"),
    Case("announced_on", MNNA_OF | {"day": date(2020, 3, 1)}, "ally", "wrong"),
    Case("announced_on", MNNA_OF | {"day": date(2020, 1, 1)}, "empty", "wrong"),
    Case("announced_on", {"country": "COL", "status": "mnna", "day": date(2020, 5, 9)}, "ally", "not verifiable"),
    Case("announced_on", MNNA_OF | {"day": date(2030, 1, 1)}, "ally", "not verifiable"),
    Case("notified_on", MNNA_OF | {"day": date(2020, 2, 1)}, "ally", "right"),
    Case("notified_on", MNNA_OF | {"day": date(2020, 1, 1)}, "ally", "wrong"),
    Case("designated_on", MNNA_OF | {"day": date(2020, 3, 1)}, "ally", "right"),
    Case("designated_on", MNNA_OF | {"day": date(2020, 1, 1)}, "ally", "wrong"),
    Case("list_includes", {"status": "mnna", "countries": ["MEX"]}, "ally", "right"),
    Case("list_includes", {"status": "mnna", "countries": ["MEX", "COL"]}, "ally", "partly"),
    Case("list_includes", {"status": "mnna", "countries": ["MEX", "COL"]}, "empty", "wrong"),
    Case("count_of_status_at_most", {"status": "mnna", "count": 1}, "ally", "right"),
    Case("count_of_status_at_most", {"status": "mnna", "count": 0}, "ally", "wrong"),
    Case("count_of_status_at_most", {"status": "mnna-title10", "count": 0}, "ally", "not verifiable"),
    Case("count_of_status_is", {"status": "mnna", "count": 1}, "ally", "right"),
    Case("count_of_status_is", {"status": "mnna", "count": 1}, "empty", "wrong"),
    Case("count_of_status_is", {"status": "mnna-title10", "count": 1}, "ally", "not verifiable"),
    Case("count_of_status_is", {"status": "mnna", "count": 19}, "real", "wrong"),  # Kenya came on 24 June
    Case("status_on", MNNA_OF | {"on": date(2030, 1, 1)}, "ally", "not verifiable"),
    Case("authority_on", LOANS | {"on": date(2019, 1, 1)}, "ally", "wrong"),
    Case("authority_on", LOANS | {"on": date(2030, 1, 1)}, "ally", "not verifiable"),
    Case("status_began_in", {"country": "MEX", "status": "merida", "year": 2008}, "ally", "right"),
    Case("status_began_in", {"country": "MEX", "status": "merida", "year": 2008, "month": 2}, "ally", "wrong"),
    Case("status_began_in", {"country": "MEX", "status": "mnna-title10", "year": 2020}, "ally", "not verifiable"),
    Case("status_began_in", {"country": "BRA", "status": "mnna", "year": 2020}, "ally", "wrong"),
    Case("status_ended_in", {"country": "MEX", "status": "mnna-title10", "year": 2020}, "ally", "not verifiable"),
    Case("status_ended_in", {"country": "MEX", "status": "merida", "year": 2017}, "ally", "right"),
    Case("status_ended_in", {"country": "MEX", "status": "merida", "year": 2017}, "real", "wrong"),
    Case("treaties_after_designation", {"status": "mnna"}, "ally", "right"),
    Case("treaties_after_designation", {"status": "mnna"}, "real", "wrong"),
    Case("treaties_after_designation", {"status": "mnna"}, "empty", "not verifiable"),
    Case("leader_changes_in", {"countries": ["MEX"], "year": 2021}, "ally", "right"),
    Case("leader_changes_in", {"countries": ["MEX", "USA"], "year": 2021}, "ally", "partly"),
    Case("leader_changes_in", {"countries": ["USA"], "year": 2021}, "ally", "wrong"),
    Case("leader_changes_in", {"countries": ["USA"], "year": 2024}, "ally", "not verifiable"),
    Case("trade_total_at_least", {"country": "MEX", "usd": 615e9}, "ally", "right"),
    Case("trade_total_at_least", {"country": "MEX", "usd": 615e9, "year": 2020, "scope": "goods"}, "ally", "wrong"),
    Case("trade_total_at_least", {"country": "MEX", "usd": 615e9, "year": 2020}, "ally", "not verifiable"),
    Case("trade_total_at_least", {"country": "MEX", "usd": 615e9, "year": 2021}, "ally", "not verifiable"),
    Case("trade_total_is", {"country": "MEX", "usd": "700 billion"}, "ally", "right"),
    Case("trade_total_is", {"country": "MEX", "usd": 600e9}, "ally", "wrong"),
    Case("trade_total_is", {"country": "MEX", "usd": 800e9, "scope": "goods"}, "ally", "wrong"),
    Case("trade_total_is", {"country": "MEX", "usd": 800e9}, "ally", "not verifiable"),
    Case("trade_total_is", {"country": "MEX", "usd": 700e9, "scope": "goods and services"}, "ally", "not verifiable"),
    Case("trade_rank_is", {"country": "MEX", "rank": 1}, "ally", "right"),
    Case("trade_rank_is", {"country": "MEX", "rank": 1, "year": 2020}, "ally", "wrong"),
    Case("trade_share_is", {"country": "MEX", "percent": 14.6}, "ally", "right"),
    Case("trade_share_is", {"country": "MEX", "percent": 14.8}, "ally", "wrong"),
    Case("border_rank_at_most", {"country": "MEX", "neighbour": "USA", "rank": 1}, "ally", "right"),
    Case("border_rank_at_most", {"country": "CAN", "neighbour": "USA", "rank": 1}, "ally", "wrong"),
    Case("border_rank_at_most", {"country": "COL", "neighbour": "USA", "rank": 10}, "ally", "wrong"),
    Case("border_rank_at_most", {"country": "MEX", "neighbour": "USA", "rank": 1}, "short border", "not verifiable"),
    Case("figure_is", {"indicator": "homicide_rate", "country": "MEX", "value": 7.1}, "ally", "right"),
    Case("figure_is", {"indicator": "homicide_rate", "country": "MEX", "value": 8}, "ally", "wrong"),
    Case("figure_at_least", {"indicator": "homicide_rate", "country": "MEX", "value": 7}, "ally", "right"),
    Case("figure_at_least", {"indicator": "homicide_rate", "country": "MEX", "value": 7.01}, "ally", "wrong"),
    Case("figure_at_most", {"indicator": "homicide_rate", "country": "MEX", "value": 7}, "ally", "right"),
    Case("figure_at_most", {"indicator": "homicide_rate", "country": "MEX", "value": 6.99}, "ally", "wrong"),
    Case("figure_at_most", {"indicator": "homicide_rate", "country": "COL", "value": 6.99}, "ally", "not verifiable"),
    Case("arms_share_at_most", {"country": "COL", "percent": 10, "years": 1}, "ally", "right"),
    Case("arms_share_at_most", {"country": "MEX", "percent": 10, "years": 1}, "ally", "wrong"),
    Case("arms_share_at_most", {"country": "MEX", "percent": 10, "years": 5}, "ally", "not verifiable"),
    Case("arms_share_at_most", {"country": "COL", "percent": 10, "years": 1}, "filtered arms", "not verifiable"),
    Case("figure_at_most", {"indicator": "us_arms_tiv", "country": "MEX", "value": 9}, "empty", "not verifiable"),
    Case("arms_share_at_most", {"country": "MEX", "percent": 10}, "empty", "not verifiable"),
    Case("authority_on", {"authority": "depleted-uranium-rounds", "country": "MEX"}, "ally", "right"),
    Case("authority_on", {"authority": "depleted-uranium-rounds", "country": "MEX"}, "empty", "wrong"),
    Case("authority_on", {"authority": "overseas-workload-bidding", "country": "MEX"}, "ally", "not verifiable"),
    Case("authority_already_available", {"authority": "rdte-loans", "country": "MEX"}, "ally", "right"),
    Case("authority_already_available", {"authority": "rdte-loans", "country": "MEX"}, "empty", "wrong"),
    Case("authority_unlocked_by", MNNA_OF | {"authority": "rdte-loans"}, "empty", "right"),
    Case("authority_unlocked_by", MNNA_OF | {"authority": "rdte-loans"}, "ally", "right"),
    Case("authority_unlocked_by", MNNA_OF | {"authority": "rdte-loans"}, "member", "wrong"),
    Case("authority_unlocked_by", MNNA_OF | {"authority": "overseas-workload-bidding"}, "empty", "not verifiable"),
    Case("authority_never_from_status", MNNA_OF | {"authority": "collective-defense"}, "empty", "right"),
    Case("authority_never_from_status", MNNA_OF | {"authority": "rdte-loans"}, "empty", "wrong"),
    Case("status_opens", MNNA_OF | {"thing": "equipment"}, "empty", "right"),
    Case("status_opens", MNNA_OF | {"thing": "equipment", "at_least": 9}, "empty", "wrong"),
    Case("status_opens", MNNA_OF | {"thing": "equipment"}, "ally", "right"),
    Case("status_opens", MNNA_OF | {"thing": "equipment"}, "member", "wrong"),
    Case("status_opens", MNNA_OF | {"thing": "arms transfers and military assistance"}, "empty", "right"),
    Case("status_opens", MNNA_OF | {"thing": "civil trade"}, "empty", "wrong"),
    Case("status_opens", MNNA_OF | {"thing": "civil trade", "holds": False}, "empty", "right"),
    Case("status_opens", MNNA_OF | {"thing": "equipment", "holds": False}, "empty", "wrong"),
    Case("opens_under", MNNA_OF | {"act": "Arms Export Control Act"}, "empty", "right"),
    Case("opens_under", MNNA_OF | {"act": "Arms Export Control Act"}, "ally", "right"),
    Case("opens_under", MNNA_OF | {"act": "Arms Export Control Act"}, "member", "wrong"),
    Case("opens_under", MNNA_OF | {"act": "title 10"}, "empty", "not verifiable"),
    Case("notification_changes", {"country": "MEX", "status": "nato"}, "empty", "right"),
    Case("notification_changes", {"country": "MEX", "status": "nato-plus-36b-thresholds"}, "empty", "right"),
    Case("notification_changes", {"country": "MEX", "status": "nato"}, "member", "right"),
    Case("authority_never_from_status", MNNA_OF | {"authority": "rdte-loans"}, "ally", "wrong"),
    Case("authority_never_from_status", MNNA_OF | {"authority": "rdte-loans"}, "member", "right"),
    Case("notification_changes", MNNA_OF, "empty", "wrong"),
    Case("notification_changes", MNNA_OF | {"holds": False}, "empty", "right"),
    Case("sale_notified", {"country": "MEX", "channel": "fms", "total": 50e6, "mde": 0}, "empty", "right"),
    Case("sale_notified", {"country": "MEX", "channel": "fms", "total": 13e6, "mde": 0}, "empty", "wrong"),
    Case("sale_notified", {"country": "MEX", "channel": "fms", "total": 20e6}, "empty", "not verifiable"),
    Case("sale_notified", {"country": "MEX", "channel": "lease", "lease_months": 11}, "empty", "wrong"),
    Case("sale_notified", {"country": "MEX", "channel": "lease", "lease_months": 12}, "empty", "right"),
    Case("sale_notified", SALE | {"on": date(1976, 1, 1)}, "empty", "wrong"),  # 20 million, under the law of that day
    Case("sale_review_days", SALE | {"days": 30}, "empty", "right"),
    Case("sale_review_days", SALE | {"days": 15}, "empty", "wrong"),
    Case("sale_review_days", SALE | {"days": 15, "mde": 1e6, "total": 2e6}, "empty", "wrong"),
    Case("sale_review_days", WHOLE | {"days": 30}, "empty", "not verifiable"),
    Case("list_includes", {"status": "mnna", "countries": ["MEX"], "on": date(2019, 1, 1)}, "ally", "wrong"),
    Case("nth_to_hold", MNNA_OF | {"n": 2, "region": "Latin America"}, "three", "right"),
    Case("nth_to_hold", MNNA_OF | {"n": 1, "region": "Latin America"}, "three", "wrong"),
    Case("nth_to_hold", MNNA_OF | {"n": 3}, "three", "right"),
    Case("nth_to_hold", MNNA_OF | {"n": 1, "region": "Africa"}, "three", "wrong"),
    Case("nth_to_hold", MNNA_OF | {"n": 1, "region": "Central America"}, "ally", "not verifiable"),
    Case("nth_to_hold", MNNA_OF | {"n": 1}, "empty", "wrong"),
    Case("nth_to_hold", MNNA_OF | {"n": 1, "will": True}, "empty", "right"),
    Case("nth_to_hold", MNNA_OF | {"n": 2, "will": True}, "empty", "wrong"),
    Case("latest_to_hold", MNNA_OF, "three", "right"),
    Case("latest_to_hold", MNNA_OF | {"country": "BRA"}, "three", "wrong"),
    Case("latest_to_hold", MNNA_OF | {"country": "KEN", "region": "Africa"}, "three", "right"),
    Case("latest_to_hold", MNNA_OF, "empty", "wrong"),
    Case("only_holder", {"country": "KEN", "status": "mnna", "region": "Africa"}, "three", "right"),
    Case("only_holder", {"country": "MAR", "status": "mnna", "region": "Africa"}, "real", "wrong"),
    Case("only_holder", MNNA_OF, "three", "wrong"),
    Case("only_holder", MNNA_OF, "empty", "wrong"),
    Case("count_in_region", {"status": "mnna", "region": "Latin America", "count": 2}, "three", "right"),
    Case("count_in_region", {"status": "mnna", "region": "Latin America", "count": 2}, "real", "wrong"),
    Case("count_in_region", {"status": "mnna", "region": "Central America", "count": 1}, "ally", "not verifiable"),
    Case("count_of_status_at_least", {"status": "mnna", "count": 3}, "three", "right"),
    Case("count_of_status_at_least", {"status": "mnna", "count": 3}, "ally", "wrong"),
    Case("count_of_status_at_least", {"status": "mnna-title10", "count": 1}, "ally", "not verifiable"),
    Case("count_ever", {"status": "merida", "count": 1}, "ally", "right"),
    Case("count_ever", {"status": "merida", "count": 1}, "empty", "wrong"),
    Case("latest_are", {"status": "mnna", "countries": ["MEX"]}, "three", "right"),
    Case("latest_are", {"status": "mnna", "countries": ["BRA"]}, "three", "wrong"),
    Case("latest_are", {"status": "mnna", "countries": ["MEX"]}, "empty", "wrong"),
    Case("lost_by", {"status": "mnna"}, "ally", "right"),
    Case("lost_by", {"status": "mnna", "countries": ["AFG"]}, "real", "right"),
    Case("lost_by", {"status": "mnna", "countries": ["PAK"]}, "real", "wrong"),
    Case("lost_by", {"status": "mnna"}, "real", "wrong"),
    Case("status_began_between", MNNA_OF | {"first": date(2020, 1, 1), "last": date(2020, 12, 31)}, "ally", "right"),
    Case("status_began_between", MNNA_OF | {"first": date(2021, 1, 1), "last": date(2021, 12, 31)}, "ally", "wrong"),
    Case("status_began_between", MNNA_OF | {"first": date(2020, 1, 1), "last": date(2020, 12, 31)}, "empty", "wrong"),
    Case("count_under", {"status": "mnna", "president": "Obama", "count": 2}, "real", "right"),
    Case("count_under", {"status": "mnna", "president": "Obama", "count": 3}, "real", "wrong"),
    Case("count_under", {"status": "mnna", "president": "Bill Clinton", "count": 2}, "real", "right"),
    Case("count_under", {"status": "mnna", "president": "Bill Clinton", "count": 8}, "real", "right"),
    Case("count_under", {"status": "mnna", "president": "Nobody", "count": 8}, "real", "not verifiable"),
    Case("ended_under", {"status": "mnna", "president": "Joe Biden"}, "real", "right"),
    Case("ended_under", {"status": "mnna", "president": "Joe Biden", "country": "PAK"}, "real", "wrong"),
    Case("ended_under", {"status": "mnna", "president": "Donald Trump", "holds": False}, "real", "right"),
    Case("ended_under", {"status": "mnna", "president": "Nobody"}, "real", "not verifiable"),
    Case("ending_takes", {"status": "mnna", "act": "act of Congress"}, "empty", "wrong"),
    Case("ending_takes", {"status": "mnna", "act": "act of Congress", "holds": False}, "empty", "right"),
    Case("ending_takes", {"status": "nato", "act": "act of Congress"}, "empty", "not verifiable"),
    Case("bill_threshold_is", {"bill": "H.R. 3613", "usd": 30e6, "before": 14e6}, "empty", "right"),
    Case("bill_threshold_is", {"bill": "H.R. 3613", "usd": 31e6, "before": 14e6}, "empty", "wrong"),
    Case("bill_threshold_is", {"bill": "H.R. 1", "usd": 31e6}, "empty", "not verifiable"),
    Case("guard_partner", {"country": "KEN", "state": "Massachusetts", "since": 2015}, "real", "right"),
    Case("guard_partner", {"country": "IDN", "state": "Hawaii"}, "real", "right"),
    Case("guard_partner", {"country": "KEN", "state": "Massachusetts", "since": 2003}, "real", "wrong"),
    Case("guard_partner", {"country": "KEN", "state": "Ohio"}, "real", "wrong"),
    Case("guard_partner", {"country": "MEX", "state": "Ohio"}, "empty", "not verifiable"),
    Case("trade_balance_is", {"country": "MEX", "side": "deficit", "year": 2023}, "real", "right"),
    Case("trade_balance_is", {"country": "MEX", "side": "surplus", "year": 2023}, "real", "wrong"),
    Case("trade_balance_is", {"country": "MEX", "side": "deficit", "usd": 1e9, "year": 2023}, "real", "wrong"),
    Case("largest_notice", {"country": "BHR", "usd": 2.785e9}, "empty", "right"),
    Case("largest_notice", {"country": "BHR", "usd": 1e9}, "empty", "wrong"),
    Case("largest_notice", {"country": "BHR", "usd": 9e9}, "empty", "not verifiable"),
    Case("latest_notice", {"country": "MEX", "year": 2018}, "empty", "right"),
    Case("latest_notice", {"country": "MEX", "year": 2014}, "empty", "wrong"),
    Case("latest_notice", {"country": "MEX", "year": 2022}, "empty", "not verifiable"),
    Case("sale_on_record", {"country": "BHR", "items": "19 F-16V", "year": 2017}, "empty", "right"),
    Case("sale_on_record", {"country": "BHR", "items": "19 F-16V", "year": 2012}, "empty", "wrong"),
    Case("sale_on_record", {"country": "BHR", "items": "19 F-16V", "usd": 9e9}, "empty", "wrong"),
    Case("sale_on_record", {"country": "TUN", "items": "24 AT-6C", "year": 2020, "month": 2}, "empty", "wrong"),
    Case("designated_by", MNNA_OF | {"president": "C"}, "ally", "right"),
    Case("designated_by", MNNA_OF | {"president": "D"}, "ally", "wrong"),
    Case("designated_by", MNNA_OF | {"president": "E"}, "ally", "not verifiable"),
    Case("designated_by", MNNA_OF | {"president": "C"}, "empty", "wrong"),
    Case("intention_announced", {"country": "COL", "status": "mnna"}, "ally", "right"),
    Case("intention_announced", MNNA_OF, "ally", "wrong"),
    Case("intention_announced", {"country": "COL", "status": "mnna"}, "empty", "wrong"),
    Case("notified_end_on", MNNA_OF | {"day": date(2023, 2, 3)}, "ally", "right"),
    Case("notified_end_on", MNNA_OF | {"day": date(2023, 2, 4)}, "ally", "wrong"),
    Case("notified_end_on", MNNA_OF | {"day": date(2023, 2, 3)}, "empty", "wrong"),
    Case("notified_end_on", MNNA_OF | {"day": date(2030, 2, 3)}, "ally", "not verifiable"),
    Case("interval_is", MNNA_OF | {"first": "announced", "second": "designated", "length": 60}, "ally", "right"),
    Case("interval_is", MNNA_OF | {"first": "announced", "second": "designated", "length": 61}, "ally", "wrong"),
    Case("interval_is", MNNA_OF | {"first": "announced", "second": "designated", "length": 2, "unit": "months"},
         "ally", "right"),
    Case("interval_is", MNNA_OF | {"first": "announced", "second": "terminated", "length": 2}, "ally",
         "not verifiable"),
    Case("notice_days_are", {"status": "mnna", "days": 30}, "empty", "right"),
    Case("notice_days_are", {"status": "mnna", "days": 15}, "empty", "wrong"),
    Case("notice_days_are", {"status": "nato", "days": 15}, "empty", "not verifiable"),
    Case("bill_would", {"country": "COL", "status": "mnna", "does": "designate"}, "ally", "right"),
    Case("bill_would", {"country": "COL", "status": "mnna", "does": "revoke", "bill": "S.9"}, "ally", "not verifiable"),
    Case("bill_would", {"country": "COL", "status": "mnna", "does": "revoke", "bill": "HR 12"}, "ally", "wrong"),
    Case("bill_would", {"country": "COL", "status": "mnna", "does": "designate"}, "empty", "not verifiable"),
    Case("enacted_in", {"law": "P.L. 104-164", "year": 1996}, "empty", "right"),
    Case("enacted_in", {"law": "P.L. 104-164", "year": 1998}, "empty", "wrong"),
    Case("enacted_in", {"law": "22 USC 2321k", "year": 1998}, "empty", "not verifiable"),
    Case("threshold_is", {"country": "MEX", "channel": "fms", "measure": "mde", "usd": 14e6}, "empty", "right"),
    Case("threshold_is", {"country": "MEX", "channel": "fms", "measure": "mde", "usd": 14e6}, "member", "wrong"),
    Case("threshold_is", {"country": "MEX", "channel": "fms", "measure": "total", "usd": "100 million"}, "member",
         "right"),
    Case("threshold_is", {"channel": "dcs", "measure": "construction", "usd": 1}, "empty", "not verifiable"),
    Case("no_security_commitment", {"status": "mnna"}, "empty", "right"),
    Case("no_security_commitment", {"status": "nato"}, "empty", "wrong"),
    Case("no_security_commitment", {"status": "merida"}, "empty", "not verifiable"),
    Case("defense_trade_minimal", {"country": "MEX", "since": 2019, "until": 2023}, "empty", "right"),
    Case("defense_trade_minimal", {"country": "SAU", "since": 2010, "until": 2020}, "empty", "wrong"),
    Case("largest_buyer", {"country": "SAU", "since": 2010, "until": 2020}, "empty", "right"),
    Case("largest_buyer", {"country": "MEX", "since": 2010, "until": 2020}, "empty", "wrong"),
    Case("first_sale_since", {"country": "MEX", "year": 2018, "since": 2012}, "empty", "wrong"),
    Case("first_sale_since", {"country": "MEX", "year": 2018, "since": 2015}, "empty", "not verifiable"),
    Case("sale_on_record", {"country": "MEX", "usd": 1, "year": 2018}, "empty", "not verifiable"),
    Case("sale_on_record", {"country": "DEU", "usd": 8.5e9, "on": date(2023, 5, 12)}, "empty", "right"),
    Case("figure_exceeds", PAIR | {"year": 2022}, "pair", "right"),
    Case("figure_exceeds", PAIR | {"country": "COL", "than": "MEX", "year": 2022}, "pair", "wrong"),
    Case("figure_exceeds", PAIR, "pair", "wrong"),
    Case("figure_exceeds", PAIR | {"year": 2019}, "pair", "not verifiable"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.type}-{case.world}-{case.verdict}")
def test_the_verdict_follows_the_world(worlds: dict[str, Evidence], case: Case) -> None:
    here = Here(worlds[case.world], embedded_readings.embedded(), NOW)
    ruling = types.find(case.type).ask(here, case.args)
    assert ruling.verdict == case.verdict, ruling.because
    assert ruling.because


GIVES = [("authority_gives", "gives"), ("authority_covers", "covers"), ("money_may_pay", "pays for")]


@pytest.mark.parametrize(("name", "aspect"), GIVES)
def test_readings_decide_what_an_authority_is(name: str, aspect: str) -> None:
    """The same claim is right where a reading says yes, wrong where it says no, open where none speaks of it."""
    key = "purpose" if name == "money_may_pay" else "thing"
    args = {"authority": "foreign-military-financing", key: "salaries"}
    for holds, verdict in (("yes", "right"), ("no", "wrong")):
        read = Readings((reading("foreign-military-financing", aspect, "salaries", holds),))
        assert types.find(name).ask(Here(invented(), read, NOW), args).verdict == verdict
    elsewhere = Readings((reading("rdte-loans", aspect, "salaries", "yes"),))
    assert types.find(name).ask(Here(invented(), elsewhere, NOW), args).verdict == "not verifiable"


def test_what_designation_takes_is_read_and_not_assumed() -> None:
    args = {"status": "mnna", "act": "signature of the other government"}
    for holds, verdict in (("yes", "right"), ("no", "wrong")):
        read = Readings((reading("mnna", "requires", "signature of the other government", holds),))
        assert types.find("designation_requires").ask(Here(invented(), read, NOW), args).verdict == verdict
    assert (
        Here(invented(), embedded_readings.embedded(), NOW).readings.find("mnna", "requires", args["act"]).holds == "no"  # type: ignore[union-attr]
    )


def _turning_on_the_status(monkeypatch: pytest.MonkeyPatch, id_: str, rule: Any) -> None:
    """A world of other law: the authority's provision turns on the status alone."""
    real = catalog.authority
    law = real(id_)
    changed = replace(law, provisions=tuple(replace(one, rule=rule) for one in law.provisions))
    monkeypatch.setattr(catalog, "authority", lambda asked: changed if asked == id_ else real(asked))


@pytest.mark.parametrize("id_", ["foreign-military-financing", "collective-defense", "cooperative-rd"])
def test_under_other_law_the_status_would_open_it(monkeypatch: pytest.MonkeyPatch, id_: str) -> None:
    here = Here(invented(), embedded_readings.embedded(), NOW)
    asked = types.find("authority_unlocked_by")
    assert asked.ask(here, MNNA_OF | {"authority": id_}).verdict == "wrong"
    _turning_on_the_status(monkeypatch, id_, MNNA)
    assert asked.ask(here, MNNA_OF | {"authority": id_}).verdict == "right"


def test_under_other_law_the_status_would_lift_a_restriction(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Here(invented(), embedded_readings.embedded(), NOW)
    asked = types.find("restrictions_lifted")
    assert asked.ask(here, MNNA_OF).verdict == "wrong"
    _turning_on_the_status(monkeypatch, "restriction-police", ~MNNA)
    ruling = asked.ask(here, MNNA_OF)
    assert ruling.verdict == "right" and "police and prisons" in ruling.because


def test_status_opens_money_only_where_the_law_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Here(invented(), embedded_readings.embedded(), NOW)
    asked, args = types.find("status_opens"), MNNA_OF | {"thing": "money"}
    assert asked.ask(here, args).verdict == "wrong"
    _turning_on_the_status(monkeypatch, "foreign-military-financing", MNNA)
    assert asked.ask(here, args).verdict == "right"


def test_every_type_is_put_to_worlds_where_it_is_right_and_where_it_is_wrong() -> None:
    elsewhere = {"authority_gives", "authority_covers", "money_may_pay", "designation_requires", "restrictions_lifted"}
    found: dict[str, set[str]] = {name: {"right", "wrong"} for name in elsewhere}
    found["first_sale_since"] = {"right"}  # a record with gaps can refute it and never prove it
    found["sale_on_record"] = {"wrong"}  # and can prove a sale and never refute it
    for case in CASES:
        found.setdefault(case.type, set()).add(case.verdict)
    assert set(found) == set(types.types())
    assert {name for name, verdicts in found.items() if not {"right", "wrong"} <= verdicts} == set()


def test_a_treaty_that_replaces_an_older_one_is_no_gain() -> None:
    spans = [
        span("JPN", "mnna", "1950-01-01"),
        span("JPN", "mutual-defense-treaty", "1940-01-01", "1960-06-23"),
        span("JPN", "mutual-defense-treaty", "1960-06-23"),
    ]
    here = Here(invented(registry(spans)), embedded_readings.embedded(), NOW)
    assert (
        types.find("treaties_after_designation").ask(here, {"status": "mnna", "more_than_percent": 0}).verdict
        == "wrong"
    )


def test_nothing_is_seen_that_lies_after_the_day(worlds: dict[str, Evidence]) -> None:
    """A claim judged as of a day looks at no designation, treaty or complete year after it."""
    early = Here(worlds["ally"], embedded_readings.embedded(), date(2021, 12, 31))
    assert types.find("treaties_after_designation").ask(early, {"status": "mnna"}).verdict == "wrong"
    assert types.find("trade_rank_is").ask(early, {"country": "MEX", "rank": 30}).verdict == "right"
    assert (
        types.find("status_ended_in").ask(early, {"country": "COL", "status": "rio-treaty", "year": 2030}).verdict
        == "wrong"
    )


def test_a_day_that_is_not_known_exactly_is_told_as_a_window() -> None:
    here = Here(evidence(), embedded_readings.embedded(), date(2026, 6, 1))
    for type_, args in (
        ("status_on", {"country": "SAU", "status": "mnna"}),
        ("list_includes", {"status": "mnna", "countries": ["SAU"]}),
        ("authority_on", {"authority": "depleted-uranium-rounds", "country": "SAU"}),
    ):
        ruling = types.find(type_).ask(here, args)
        assert ruling.verdict == "right" and "since a day between 1 and 23 January 2026" in ruling.because


def test_a_status_that_is_like_another_is_told_apart() -> None:
    here = Here(evidence(), embedded_readings.embedded(), date(2024, 6, 1))
    ruling = types.find("status_on").ask(here, {"country": "Taiwan", "status": "mnna"})
    assert ruling.verdict == "wrong" and "which is not the same" in ruling.because
    assert "107-228" in " ".join(ruling.citations)


def test_the_leaders_recorded_are_those_the_docstring_names() -> None:
    recorded = {countries()[one.country].name for one in evidence().registry.leaders}
    says = types.find("leader_changes_in").says
    assert recorded == {countries()[code].name for code in (*depths(), "USA")} and "United States" in says
