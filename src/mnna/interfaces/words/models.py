"""`models`: the group of commands that rank, weigh and estimate."""

from __future__ import annotations

from mnna.interfaces.endpoint import Endpoint

ENDPOINT = Endpoint(
    word="models",
    group="Data and service",
    order=1,
    says="who is next, who should be, and what designation changed",
    help="Commands about past designations: who is next, who should be, and what designation changed.",
)
