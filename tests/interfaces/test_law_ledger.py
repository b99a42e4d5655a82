"""The ledger of a status as command, page, spreadsheet and refusal."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from starlette.testclient import TestClient

import mnna
from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.http.app import create_app
from mnna.registry.statuses import USUAL
from tests.terminal import said


def test_the_command_prints_what_is_encoded_what_is_not_read_and_the_searches() -> None:
    told = " ".join(said("law", "--naming", USUAL).split())
    for words in ("Encoded (", "Not read (", "The searches (", "22 USC 2796d(a)(1)", "S. 853", "found", "mnna-title10"):
        assert words in told, words


def test_a_status_that_no_rule_names_says_so() -> None:
    assert "No rule here names this status" in said("law", "--naming", "five-eyes")


def test_the_page_and_its_forms_have_every_row() -> None:
    answer = mnna.law(naming=USUAL)
    with TestClient(create_app(), base_url="http://127.0.0.1") as client:
        page = client.get(f"/law?naming={USUAL}")
        assert page.status_code == 200 and "American Allies Protection Act" in page.text
        assert client.get(f"/law.json?naming={USUAL}").json() == answer.to_dict()
        assert "without effect, 2 not read</h1>" in page.text
        links = {html.unescape(link) for link in re.findall(r'href="(/[^"#]+)"', page.text.partition("<main")[2])}
        assert [link for link in sorted(links) if client.get(link).status_code >= 400] == []
        sheet = list(csv.DictReader(io.StringIO(client.get(f"/law.csv?naming={USUAL}").text)))
    assert [row["citation"] for row in sheet] == [row["citation"] for row in answer.named]


@pytest.mark.parametrize("more", [{"search": "bill"}, {"topic": "money"}])
def test_it_is_a_question_of_its_own(more: dict[str, str]) -> None:
    with pytest.raises(BadQuestion):
        mnna.law(naming=USUAL, **more)
    with pytest.raises(BadQuestion):
        mnna.law("fms", naming=USUAL)


def test_a_status_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownWord, match="mnna"):
        mnna.law(naming="mnnna")


def test_another_question_has_no_ledger_in_its_json() -> None:
    assert not {"naming", "named", "sweeps"} & set(mnna.law("fms").to_dict())
