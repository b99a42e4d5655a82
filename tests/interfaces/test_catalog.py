"""Words are found in their folder: what is listed without importing is what is declared, and nothing is there twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mnna.interfaces import catalog, listing, words
from mnna.interfaces.endpoint import Endpoint, checked
from mnna.interfaces.listing import GROUPS
from tests.terminal import document, run

NEW = '''"""A word of a test."""

from __future__ import annotations

from mnna.answers.status import StatusAnswer, status
from mnna.interfaces.endpoint import Endpoint, checked
from mnna.interfaces.params import COUNTRY, FACTS, ON
from mnna.present.document import Document

ENDPOINT = Endpoint(
    word="new-word",
    group="Law",
    under="status",
    says="what was never asked before",
    help="What was never asked of COUNTRY before.",
    function=status,
    params=(COUNTRY, ON, FACTS),
    answer=StatusAnswer,
    document=lambda answer: Document(title=f"Asked of {answer.name}"),
    address="/new/{country}",
    example={"country": "COL"},
)
'''


@pytest.fixture
def new_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module among the words that was not there before."""
    folder = tmp_path / "words"
    folder.mkdir()
    for path in listing.FOLDER.glob("*.py"):
        (folder / path.name).symlink_to(path)
    (folder / "new_word.py").write_text(NEW, encoding="utf-8")
    monkeypatch.setattr(listing, "FOLDER", folder)
    monkeypatch.setattr(words, "__path__", [*words.__path__, str(folder)])
    forget()
    yield folder / "new_word.py"
    sys.modules.pop("mnna.interfaces.words.new_word", None)
    monkeypatch.undo()
    forget()


def forget() -> None:
    for known in (listing.declared, listing.listed, catalog.pages, listing.functions):
        known.cache_clear()


def test_one_file_is_a_word_at_every_door(new_word: Path) -> None:
    import mnna
    from mnna.interfaces.http.app import create_app
    from mnna.interfaces.mcp.server import tools

    assert document("new-word", "COL")["country"] == "COL" and "Asked of Colombia" in run("new-word", "COL").out
    assert "new-word what was never asked before" in " ".join(run("status", "--help").out.split())
    assert mnna.new_word("COL").country.iso3 == "COL" and "new_word" in dir(mnna)
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        assert client.get("/new/COL.json").json()["country"] == "COL" and "Asked of" in client.get("/new/COL").text
        assert "/new/{country}.json" in client.get("/openapi.json").json()["paths"]
    assert "new_word" in tools()


def test_a_second_page_of_one_address_is_refused(new_word: Path) -> None:
    new_word.write_text(NEW.replace("/new/{country}", "/what-if"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"two pages have the address '/what-if': .* give one of them another"):
        catalog.pages()


def test_a_second_page_of_one_tool_is_refused(new_word: Path) -> None:
    new_word.write_text(NEW.replace('    help="', '    tool="status",\n    help="'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"two pages have the tool 'status'"):
        catalog.pages()


def test_a_file_that_declares_another_word_is_refused(new_word: Path) -> None:
    new_word.write_text(NEW.replace('word="new-word"', 'word="other"'), encoding="utf-8")
    with pytest.raises(ValueError, match=r"new_word.py must declare ENDPOINT = Endpoint\(word='new-word'"):
        listing.listed()


@pytest.mark.parametrize("word", listing.declared())
def test_what_is_listed_is_what_is_declared(word: str) -> None:
    endpoint, listed = catalog.load(word), next(one for one in listing.listed() if one.word == word)
    assert listed == listing.Listed(
        endpoint.word, endpoint.says, listed.group, endpoint.order, endpoint.under, endpoint.python
    )


def test_at_most_fourteen_words_are_shown_in_four_groups() -> None:
    shown = [one for one in listing.listed() if not one.under]
    assert len(shown) <= 14 and [one.group for one in shown] == sorted((one.group for one in shown), key=GROUPS.index)
    assert len({(one.group, one.order) for one in shown}) == len(shown), "two words have one place"


def test_every_word_is_listed_once_and_below_a_shown_one() -> None:
    listed = [one.word for one in listing.listed()]
    assert sorted(listed) == list(listing.declared())
    shown = {one.word for one in listing.listed() if not one.under}
    assert {one.under for one in listing.listed() if one.under} <= shown


def test_a_declaration_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="in no group 'Laws'"):
        checked(Endpoint(word="x", group="Laws", says="", help=""))
    with pytest.raises(ValueError, match="needs `answer` and `document`"):
        checked(Endpoint(word="x", group="Law", says="", help="", address="/x"))


def test_help_imports_no_word() -> None:
    code = (
        "import sys\nfrom mnna.interfaces.cli.main import main\nsys.argv = ['mnna', '--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.startswith('mnna')), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = ran.stderr.split()
    assert "mnna.interfaces.listing" in found
    assert not [
        name
        for name in found
        if name.startswith(("mnna.interfaces.words.", "mnna.interfaces.endpoint", "mnna.answers", "mnna.registry"))
    ]
