"""The documentation as pages."""

from __future__ import annotations

from pathlib import Path

import mnna
from mnna.interfaces.site import documentation
from mnna.interfaces.site.addresses import Places
from mnna.interfaces.site.plan import Scope, planned

TWO = Scope(("COL", "MEX"), whole=False)


def test_links_lead_to_pages_and_headings_can_be_linked(few: None) -> None:
    text = (
        "# A `title`\n\n[there](b.md#a-place), [gone](../src/x.py)\n\n## A place\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    made = documentation.page("a.md", text, {"a.md", "b.md"}, Places(TWO, planned(TWO))).decode()
    assert '<a href="b.html#a-place">' in made and '<h2 id="a-place">' in made and "<table>" in made
    assert "x.py" not in made and "<title>A title · mnna</title>" in made


def test_the_documents_lie_in_the_package_or_beside_its_source() -> None:
    package = Path(mnna.__file__).parent
    assert documentation.FOLDERS == (package / "documentation", package.parents[1] / "docs")
    assert list(documentation.folder().glob("*.md"))


def test_every_document_is_a_page(few: None) -> None:
    root = documentation.folder()
    names = {name for name, _ in documentation.documentation(Places(TWO, planned(TWO)))}
    assert {f"docs/{path.relative_to(root).with_suffix('.html').as_posix()}" for path in root.rglob("*.md")} <= names
