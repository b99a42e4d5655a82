"""What people paste means what a keyboard types, at every door."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import mnna
from mnna.as_typed import meant, near, typed
from mnna.interfaces.cli.group import mnna as program
from mnna.registry.load import load_registry
from mnna.statutes import catalog


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("22 USC 2349aa\u201110", "22 USC 2349aa-10"),
        ("22\u00a0U.S.C.\u2009\u00a7\u202f2321k", "22 U.S.C. § 2321k"),
        ("\u201c22 USC 2321k\u201d", "22 USC 2321k"),
        ("(22 USC 2321k)", "22 USC 2321k"),
        ("(a) or (b)", "(a) or (b)"),
        ("22 USC 2776(b)", "22 USC 2776(b)"),
        ("\u200b22 USC 23\u00ad21k\ufeff", "22 USC 2321k"),
        ("２２ ＵＳＣ ２３２１ｋ", "22 USC 2321k"),
        ("Côte d\u2019Ivoire", "Côte d'Ivoire"),
        ("  2022-05-23 \n", "2022-05-23"),
        ('""', '""'),
        ("", ""),
    ],
)
def test_a_pasted_text_is_as_typed(pasted: str, plain: str) -> None:
    assert typed(pasted) == plain


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="\"'`("), min_size=1))
def test_what_a_keyboard_types_stays(text: str) -> None:
    assert typed(text) == text


@pytest.mark.parametrize("text", ["MNNA", " mnna ", "Mnna", "“mnna”", "major non‑NATO ally", "Major Non-NATO Ally"])
def test_a_status_is_meant_by_its_names_in_any_spelling(text: str) -> None:
    assert load_registry().asked(text).id == "mnna"


def test_every_title_and_short_name_means_its_status() -> None:
    registry = load_registry()
    for kind in registry.kinds.values():
        for name in filter(None, (kind.id, kind.id.upper(), kind.id.replace("-", " "), kind.title, kind.short)):
            assert registry.asked(name) == kind


def test_every_authority_and_channel_is_meant_in_any_spelling() -> None:
    for id_ in catalog.AUTHORITIES:
        for text in (id_.upper(), id_.replace("-", "_"), id_.replace("-", " "), id_.replace("-", "\u2011")):
            assert catalog.asked(text).id == id_
    for id_, row in catalog.CHANNELS.items():
        for text in (id_.upper(), id_.replace("-", " "), *row.aliases):
            assert catalog.channel_asked(text).channel == id_


def test_a_text_that_means_two_ids_or_none_is_left() -> None:
    assert meant("a b", ["a-b", "ab"]) == "a b" and meant("A", [], [("a", "x"), ("a", "y")]) == "A"
    assert meant("A", ["b"], [("a", "b")]) == "b" and meant("B", ["b"]) == "b"
    assert meant("ab", ["a-b", "ab"]) == "ab"
    assert meant("xyz", ["a-b"]) == "xyz" and meant("", ["-"]) == ""


def test_an_id_is_found_by_a_part_of_it() -> None:
    assert near("leahy", catalog.AUTHORITIES)[:2] == ["restriction-leahy-state", "restriction-leahy-dod"]
    assert "rio-treaty" in near("Treaty", load_registry().kinds)


ON = "2026-06-01"


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        (("what-if", "méxico", "--designate", "MNNA"), ("what-if", "MEX", "--designate", "mnna")),
        (("what-if", "MEX", "--designate", "Rio Treaty"), ("what-if", "MEX", "--designate", "rio-treaty")),
        (("holders", "Five Eyes"), ("holders", "five-eyes")),
        (("authorities", "MEX", "Restriction_Coup"), ("authorities", "MEX", "restriction-coup")),
        (("unlocks", "RDTE loans", "“Mexico”"), ("unlocks", "rdte-loans", "MEX")),
        (("case", "ＣＯＬ", "--channel", "FMS"), ("case", "COL", "--channel", "fms")),
        (("case", "COL", "--channel", "Foreign Military Sale"), ("case", "COL", "--channel", "fms")),
        (("status", "COL", "--on", "1 June 2026"), ("status", "COL")),
        (("status", "COL", "--on", "2026‑06‑01"), ("status", "COL")),
    ],
)
def test_a_command_answers_what_is_meant(pasted: tuple[str, ...], plain: tuple[str, ...]) -> None:
    last = () if "--on" in pasted else ("--on", ON)
    told = CliRunner().invoke(program, [*pasted, *last, "--json"])
    assert told.exit_code == 0 and told.output == CliRunner().invoke(program, [*plain, "--on", ON, "--json"]).output


def test_a_panel_and_a_ledger_are_of_the_id_that_is_meant() -> None:
    columns = mnna.panel(2020, 2020, statuses="MNNA", authorities="RDTE loans", countries="mex").to_dict()["columns"]
    assert {"mnna", "rdte-loans"} <= {one["name"] for one in columns}
    assert mnna.law(naming="MNNA").to_dict() == mnna.law(naming="mnna").to_dict()


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        (("law", "--topic", "Money"), ("law", "--topic", "money")),
        (("claims", "--verdict", "Not Verifiable"), ("claims", "--verdict", "not verifiable")),
        (("claims", "--only", "l04"), ("claims", "--only", "L04")),
        (
            ("changes", "--since", "1 June 2026", "--kind", "Status"),
            ("changes", "--since", "2026-06-01", "--kind", "status"),
        ),
        (("source", "PD 2022-14"), ("source", "pd-2022-14")),
        (("indicators", "Homicide-Rate", "mex"), ("indicators", "homicide_rate", "MEX")),
        (("compare", "MEX", "--lines", "homicide rate"), ("compare", "MEX", "--lines", "homicide_rate")),
    ],
)
def test_an_id_of_any_kind_is_what_is_meant(pasted: tuple[str, ...], plain: tuple[str, ...]) -> None:
    told, wanted = (CliRunner().invoke(program, [*words, "--json"]) for words in (pasted, plain))
    assert told.exit_code == wanted.exit_code == 0 and told.output == wanted.output


def test_a_file_of_claims_names_statuses_and_words_as_they_are_meant() -> None:
    claim = 'dated = 2024-07-01\n[[claim]]\nquote = "x"\ntype = "status_on"\ncountry = "KEN"\nstatus = "{}"\n'
    told, wanted = (mnna.claims(stated=claim.format(one)).claims[0] for one in ("Major non-NATO ally", "mnna"))
    assert (told.args, told.verdict) == (wanted.args, "right")
