"""One small site that the tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

NEEDED = ("fastapi", "markdown_it", "typst")
collect_ignore_glob = [] if all(map(find_spec, NEEDED)) else ["test_*.py"]
"""Without the extra `site` there is nothing to test."""

FEW = (
    "/countries/{country}",
    "/countries",
    "/what-if",
    "/next",
    "/case",
    "/rank",
    "/indicators",
    "/screen",
    "/coverage",
)
"""Pages that are enough to see how a site is made; a whole site of two countries takes half a minute."""


@pytest.fixture(scope="session")
def few() -> Iterator[None]:
    """Only these pages are planned, and only two forms are written."""
    from mnna.interfaces.site import addresses, plan

    pages = tuple(
        replace(page, forms=tuple(form for form in page.forms if form in ("json", "md")))
        for page in plan.site_pages()
        if page.address in FEW
    )
    with pytest.MonkeyPatch.context() as patch:
        for module in (plan, addresses):
            patch.setattr(module, "site_pages", lambda: pages)
        plan.by_address.cache_clear()
        addresses._patterns.cache_clear()
        yield
    plan.by_address.cache_clear()
    addresses._patterns.cache_clear()


@pytest.fixture(scope="session")
def built(few: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of Colombia and Mexico."""
    from mnna.interfaces.site.build import build
    from mnna.interfaces.site.plan import Scope

    folder = tmp_path_factory.mktemp("site")
    build(folder, Scope(("COL", "MEX"), whole=False), "https://example.org/mnna/", workers=1)
    return folder
