"""`data`: the group of commands about figures and sources."""

from __future__ import annotations

from mnna.interfaces.endpoint import Endpoint

ENDPOINT = Endpoint(
    word="data",
    group="Data and service",
    order=2,
    says="figures and sources: look them up, bring them up to date, add your own",
    help="Commands for figures and sources: look them up, bring them up to date, add your own.",
)
