"""The list of what the law answers: kind, subject and the order of every listing."""

from __future__ import annotations

import pytest

from mnna.errors import RuleError
from mnna.statutes import listing
from mnna.statutes.listing import AUTHORITIES, CHANNELS, SUBJECTS, TOPICS, is_bar, row, subject


def test_a_row_is_found_by_its_id_or_asked_for() -> None:
    found = row("rdte-loans")
    assert (found.module, found.kind, found.topic) == ("aeca.s65_research_loans", "grant", "research")
    with pytest.raises(RuleError, match=r"the authority 'rdte-loan': authorities\.csv has no row for it"):
        row("rdte-loan")


def test_bars_come_after_grants_and_an_unlisted_id_is_none() -> None:
    kinds = [is_bar(id_) for id_ in AUTHORITIES]
    assert kinds == sorted(kinds) and any(kinds) and not all(kinds)
    assert not is_bar("fms") and not is_bar("nothing")


def test_each_has_a_subject_of_its_own_in_a_few_words() -> None:
    assert subject("rdte-loans") == SUBJECTS["rdte-loans"] and subject("some-id") == "some id"
    assert len(set(SUBJECTS.values())) == len(SUBJECTS) and max(map(len, SUBJECTS.values())) <= 60
    assert {found.topic for found in AUTHORITIES.values()} <= set(TOPICS)


def test_channels_have_labels_and_no_name_means_two() -> None:
    names = [name.casefold() for id_, found in CHANNELS.items() for name in (id_, *found.aliases)]
    assert len(set(names)) == len(names) and all(found.label for found in CHANNELS.values())
    assert listing.ChannelRow._fields == ("id", "module", "label", "aliases")
