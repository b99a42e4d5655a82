"""Pages as a browser gets them, for what each adds to its answer: its form, its map, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from tests.golden import kept, unstamped
from tests.interfaces.kept import short

GOLDEN = Path(__file__).with_name("golden")
PAGES = {
    "front": "/",
    "map": "/map?on=2022-06-01",
    "map-of-two": "/map?status=mnna&beside=rio-treaty&on=2024-01-01",
    "countries": "/countries?on=2026-06-01",
    "law": "/law?topic=exports",
    "case": "/case?recipient=COL&channel=fms&mde=20e6&total=20e6&on=2023-05-01",
    "claims": "/claims?verdict=wrong&as_of=2026-11-24",
    "read": "/claims/read?text=Mexico+is+a+major+non-NATO+ally.+It+is+big.&dated=2019-08-01&as_of=2026-11-24",
    "early-map": "/map?status=mnna&on=1987-01-01",
    "screen": "/screen",
    "indicator": "/indicators/us_goods_trade_rank/MEX",
    "indicators": "/indicators/us_goods_trade_rank/MEX?beside=COL",
    "indicators-with-none": "/indicators/us_goods_trade_rank/MEX?beside=COL&beside=USA",
    "search": "/find?q=colo",
    "no-such-country": "/countries/XXX",
    "no-such-page": "/nothing",
}
LEFT_OUT = re.compile(
    r"<svg class=\"(?:mark|sprites).*?</svg>|<header.*?</header>|<footer.*?</footer>|\bd=\"[^\"]*\"", re.S
)
"""What every page has, and the outlines of countries."""
LINE = re.compile(
    r"(?=<(?:tr|li|option|path|section|form|h\d|p|div|label|input|button|figure|details|table|dl|pre|script)\b)"
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


def told(text: str) -> Iterator[str]:
    """The page below its head, a line for each part; of many alike the first, the last and a digest."""
    body = unstamped(LEFT_OUT.sub("", text.partition("</head>")[2]))
    lines = [" ".join(line.split()) for line in LINE.split(body) if line.strip()]
    for tag, group in groupby(lines, lambda line: re.split(r"\W", line[1:])[0]):
        alike = list(group)
        yield from short(alike) if tag in ("tr", "li", "option", "path") else alike


@pytest.mark.parametrize("name", PAGES)
def test_a_page(client: TestClient, name: str) -> None:
    kept(GOLDEN / f"{name}.txt", "\n".join(told(client.get(PAGES[name]).text)))
