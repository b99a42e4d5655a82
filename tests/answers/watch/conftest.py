"""A local server that answers as the Code's office, the eCFR and the Federal Register do."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from mnna.answers.watch.uslm import SectionText
from mnna.answers.watch.watch import cited_rules, held
from tests.series.refresh.conftest import QUICK, Answer, Server, server

__all__ = ["server"]

PAGE = "/download/download.shtml"
TITLE = "/download/releasepoints/us/pl/119/99/xml_usc{}@119-99.zip"
ECFR = "/api/versioner/v1/versions/title-{}.json"
REGISTER = "/api/v1/documents.json"
NAMESPACE = 'xmlns="http://xml.house.gov/schemas/uslm/1.0"'


def uslm(sections: list[SectionText], words: Mapping[str, str], credits: Mapping[str, str]) -> bytes:
    """A title as USLM with the words held, or those given for an id, packed as its office does."""
    body = "".join(_section(one, words, credits.get(one.id, "(Pub. L. 87–195, Sept. 4, 1961.)")) for one in sections)
    xml = f'<?xml version="1.0" encoding="UTF-8"?><uscDoc {NAMESPACE}><main><title>{body}</title></main></uscDoc>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("usc.xml", xml)
    return packed.getvalue()


def _section(one: SectionText, words: Mapping[str, str], credit: str) -> str:
    told = {id_: words.get(id_, text) for id_, text in one.paragraphs.items()}
    own = f"<content>{escape(told.pop(one.id, ''))}</content>"
    below = "".join(
        f'<paragraph identifier="{id_}"><num>(x)</num><heading>H</heading>'
        f"<content><p>{escape(text)}</p></content></paragraph>"
        for id_, text in told.items()
    )
    note = "<notes><note><p>A note that is no law.</p></note></notes>"
    return (
        f'<section identifier="{one.id}"><num>§</num>{own}{below}<sourceCredit>{credit}</sourceCredit>{note}</section>'
    )


class Sources:
    """The three sources, answering what is held; each can be changed for a test."""

    def __init__(self, server: Server) -> None:
        self.server, self.base, self.limits = server, server.base, QUICK
        self.serve({}, {})
        server.routes[PAGE] = Answer(b"<html><h3>Public Law 119-99 (11/20/2026)</h3></html>", kind="text/html")
        for rule in cited_rules():
            server.routes[ECFR.format(rule.title)] = Answer(json.dumps({"content_versions": []}).encode())
        server.routes[REGISTER] = Answer(json.dumps({"count": 0}).encode())

    def serve(self, words: Mapping[str, str], credits: Mapping[str, str]) -> None:
        """Serve the Code with those words and source credits in place of the ones held."""
        for title in {one.id.split("/")[3][1:] for one in held()}:
            sections = [one for one in held() if one.id.split("/")[3][1:] == title]
            self.server.routes[TITLE.format(f"{int(title):02}")] = Answer(
                uslm(sections, words, credits), kind="application/zip"
            )

    def answers(self, path: str, answer: Any) -> None:
        """Give another answer at a path."""
        self.server.routes[path] = answer


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user's data directory, and no proxy."""
    for stem in ("http_proxy", "https_proxy", "all_proxy"):
        for name in (stem, stem.upper()):
            monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MNNA_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def sources(server: Server) -> Sources:
    """The sources on a server of one's own."""
    return Sources(server)
