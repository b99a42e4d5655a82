"""The groups of recipients: every one a notice can name has its words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.answers.case import case
from mnna.statutes.groups import GROUPS


@pytest.mark.parametrize(
    ("recipient", "group"), [("FRA", "nato"), ("JPN", "nato-plus"), ("NATO", "nato-organization"), ("MEX", "general")]
)
def test_a_recipient_belongs_to_a_group_that_has_words(recipient: str, group: str) -> None:
    notice = case(recipient, "fms", on=date(2024, 6, 1), total=Decimal(10**9), mde=Decimal(10**9)).notice
    assert notice.group == group and GROUPS[group]


def test_no_two_groups_are_told_alike() -> None:
    assert len(set(GROUPS.values())) == len(GROUPS) == 4
