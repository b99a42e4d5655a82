"""What a network shows of a link to a page of the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mnna.interfaces.site.plan import Scope, by_address
from mnna.interfaces.site.share import own, picture_file, preview

SCOPE = Scope(("COL", "MEX"), whole=False, base="https://example.org/mnna/")


def test_a_page_about_a_country_shows_the_picture_of_that_country(few: None, built: Path) -> None:
    country, other = (
        by_address()["/countries/{country}"].asked({"country": "MEX"}),
        by_address()["/what-if"].asked({"country": "MEX"}),
    )
    assert own(country) and not own(other) and not own(by_address()["/countries"].asked({}))
    for asked in (country, other):
        found = preview(asked, SCOPE, {"lead": "<p>One.</p><p>Two.</p>"})
        assert found.picture == f"https://example.org/mnna/{picture_file(country)}" and found.says == "One. Two."
    assert (built / picture_file(country)).read_bytes().startswith(b"\x89PNG")
    said = (built / "countries/MEX.html").read_text(encoding="utf-8")
    assert f'<meta property="og:image" content="https://example.org/mnna/{picture_file(country)}">' in said
    assert '<link rel="canonical" href="https://example.org/mnna/countries/MEX.html">' in said


@pytest.mark.parametrize("scope", [replace(SCOPE, codes=("COL",)), SCOPE])
def test_no_picture_is_named_that_is_not_there(few: None, scope: Scope) -> None:
    assert preview(by_address()["/case"].asked({"recipient": "KEN"}), scope, {}).picture == ""
