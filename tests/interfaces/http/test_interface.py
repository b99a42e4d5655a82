"""The whole interface as /openapi.json describes it, asked at random: every answer is one the description allows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

pytest.importorskip("schemathesis", reason="schemathesis is not installed")

import schemathesis
from schemathesis import checks
from schemathesis.checks import CheckContext
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from mnna.interfaces.http.app import create_app
from tests.interfaces.http.samples import SLOW

WORKED_OUT = "^/(" + "|".join(address.strip("/?") for address in SLOW) + ")[.]"
"""Addresses whose answers take seconds."""
FORM = "/screen"
"""Here a page stands too, and empty fields of the form count as none."""
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", create_app(hosts=None))
QUICK = SCHEMA.exclude(path_regex=WORKED_OUT)


def refuses_what_is_wrong(context: CheckContext, response: Any, case: schemathesis.Case) -> bool | None:
    """What breaks the description is refused; only an empty value counts as none, as forms send it."""
    values = [each for value in (case.query or {}).values() for each in (value if isinstance(value, list) else [value])]
    return None if "" in values or case.path == FORM else negative_data_rejection(context, response, case)


def refuses_other_methods(context: CheckContext, response: Any, case: schemathesis.Case) -> bool | None:
    """No method but those described."""
    return None if case.path == FORM else unsupported_method(context, response, case)


HELD = [
    checks.not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    refuses_other_methods,
    refuses_what_is_wrong,
]


def asked_at_random(examples: int, edges: bool = False) -> settings:
    """So many questions to an address, the same ones on every run; `edges` adds every edge of the description."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate) if edges else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


@QUICK.include(path_regex="json$|^/screen$").parametrize()
@asked_at_random(8, edges=True)
def test_json(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=HELD)


@QUICK.exclude(path_regex="json$|^/screen$").parametrize()
@asked_at_random(2)
def test_other_forms(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=HELD)


@SCHEMA.include(path_regex=WORKED_OUT + "json").parametrize()
@asked_at_random(2)
def test_what_is_worked_out(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=HELD, timeout=300)
