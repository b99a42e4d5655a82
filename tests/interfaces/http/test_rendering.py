"""Pages as HTML: all that is filled in is escaped, and a missing name is an error."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError

from mnna.interfaces import catalog
from mnna.interfaces.http.declared import drawn_safely, page
from mnna.interfaces.http.rendering import FILTERS, HERE, asset, cited, environment, held, time_tag
from mnna.registry.countries import countries, name_of
from mnna.statutes.citations import official


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


@pytest.mark.parametrize(
    ("text", "html"),
    [("2022-05-23", '<time datetime="2022-05-23">23 May 2022</time>'), (None, ""), ("", "")],
)
def test_a_day_is_for_readers_and_machines(text: str | None, html: str) -> None:
    assert str(time_tag(text)) == html


def test_days_of_a_status_are_in_words() -> None:
    row = {"since": "1987-01-01", "since_by": "1988-01-01", "until": None, "until_by": None}
    assert held(row | {"since_by": None}).startswith("since 1 January 1987")
    assert held(row) != held(row | {"since_by": None})


def test_a_code_is_named_and_what_is_no_code_stays() -> None:
    assert FILTERS["country"] is name_of and (name_of("MEX"), name_of("XX")) == ("Mexico", "XX")


def test_each_part_of_a_citation_is_a_link_where_there_is_a_text() -> None:
    address = official("22 USC 2321k") or ""
    found = str(cited("22 USC 2321k; a speech <1>; https://a.b/c"))
    linked = address.replace("&", "&amp;")
    assert found == (
        f'<a class="cite" href="{linked}" rel="noreferrer">22 USC 2321k</a>; '
        '<span class="cite">a speech &lt;1&gt;</span>; <a class="cite" href="https://a.b/c" rel="noreferrer">a.b/c</a>'
    )


def test_no_other_kind_of_address_becomes_a_link() -> None:
    assert "href" not in str(cited("javascript:alert(1)")) and "href" not in str(cited("http://a.b"))
    assert str(cited("; ;")) == "" and set(FILTERS) >= {"time", "cited", "held", "country", "longdate"}


@pytest.mark.parametrize(
    ("svg", "page_safe"),
    [
        ('<a style="fill:red; stroke-width: 2px"/>', '<a fill="red" stroke-width="2px"/>'),
        ('<a style=""/>', "<a/>"),
        ('<a x="1"/>', '<a x="1"/>'),
    ],
)
def test_a_style_becomes_attributes(svg: str, page_safe: str) -> None:
    assert str(drawn_safely(svg)) == page_safe
