"""Every official address: secure, and a server of the tests can stand in for its host."""

from __future__ import annotations

import pytest

from mnna.series.refresh.addresses import ADDRESSES


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_is_secure_and_says_what_it_gives(name: str) -> None:
    one = ADDRESSES[name]
    assert one.host.startswith("https://") and one.path.startswith("/") and one.gives


def test_a_local_server_stands_in_and_parts_and_query_are_filled_in() -> None:
    made = ADDRESSES["world-bank"].url("http://127.0.0.1:1/", {"page": "2"}, code="SP.POP.TOTL")
    assert made == "http://127.0.0.1:1/v2/country/all/indicator/SP.POP.TOTL?page=2"
