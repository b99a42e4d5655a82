"""Pages as HTML: all that is filled in is escaped, and a missing name is an error."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError

from mnna.interfaces import catalog
from mnna.interfaces.http.declared import page
from mnna.interfaces.http.rendering import HERE, asset, environment
from mnna.registry.countries import countries


def made(text: str, **context: object) -> str:
    return environment().from_string(text).render(**context)


def test_what_is_filled_in_is_escaped() -> None:
    assert made("<p>{{ said }}</p>", said="<script>") == "<p>&lt;script&gt;</p>"


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        made("{{ nothing }}")


def test_a_static_file_has_a_mark_of_its_content() -> None:
    files = [path for path in (HERE / "static").iterdir() if path.is_file()]
    for path in files:
        assert re.fullmatch(rf"/static/{re.escape(path.name)}\?v=[0-9a-f]{{10}}", asset(path.name))
    assert len({asset(path.name)[-10:] for path in files}) == len(files) > 1


def test_a_form_leads_to_the_address_of_its_page() -> None:
    form_address = environment().globals["form_address"]
    status = page(catalog.load("status"))
    assert form_address(status, {"country": "a/b c"}) == "/countries/a/b%20c"  # type: ignore[operator]
    assert form_address(status, {}) == "/countries/"  # type: ignore[operator]


def test_every_country_can_be_chosen_by_name() -> None:
    names = environment().globals["all_countries"]()  # type: ignore[operator]
    assert list(names) == sorted(one.name for one in countries().values())
