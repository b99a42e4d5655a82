"""The whole law encoded here: every question the product promises, every worked example, every date and source."""

from __future__ import annotations

import csv
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from mnna.dates import spoken
from mnna.engine.finding import find
from mnna.engine.notice import GROUPS, decide
from mnna.errors import RuleError
from mnna.registry.cells import CONFIDENCES
from mnna.registry.load import Registry
from mnna.registry.readings import reading_of
from mnna.rules.evaluate import evaluate
from mnna.rules.nodes import Field, Param, Status
from mnna.statutes import catalog, listing
from mnna.statutes.citations import parse
from mnna.statutes.listing import FOLDER, TOPICS
from mnna.statutes.parameters import COLUMNS, parameters, tables
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision
from tests.rules.strategies import World
from tests.statutes.entries import IDS, act_trees, acts, entry, params, trees

CHANNELS = list(catalog.CHANNELS)
HEADER = "id,module,kind,topic,subject,watched,turns_on,new,form\n"
VERDICTS = {"yes", "no", "unknown"}


def test_every_authority_of_a_module_has_its_row() -> None:
    """A module that holds an authority no row names would answer nothing, so it is told by name."""
    listed = {(row.module, id_) for id_, row in catalog.AUTHORITIES.items()}
    listed |= {(row.module, f"notify-{id_}") for id_, row in catalog.CHANNELS.items()}
    for path in sorted(FOLDER.glob("*/[a-z]*.py")):
        module = f"{path.parent.name}.{path.stem}"
        held = vars(import_module(f"mnna.statutes.{module}")).values()
        for one in (value for value in held if isinstance(value, Authority | CaseLaw)):
            assert (module, one.id) in listed, f"{module} holds {one.id!r}, which authorities.csv does not list there."


def test_a_row_without_its_module_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    row = catalog.AUTHORITIES["cooperative-rd"]
    wrong = {"nowhere": row._replace(module="faa.s1_nowhere"), "nobody": row._replace(module="faa.s514_stockpiles")}
    monkeypatch.setattr(catalog, "AUTHORITIES", wrong)
    with pytest.raises(RuleError, match=r"authorities\.csv, row nowhere: there is no module faa\.s1_nowhere\."):
        catalog.authority("nowhere")
    with pytest.raises(RuleError, match=r"row nobody: the module faa\.s514_stockpiles holds nothing of that id\."):
        catalog.authority("nobody")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,module\n", "line 1: the columns are id, module"),
        (HEADER + "a,faa.a,gift,money,a thing,,record,,\n", "line 2: the kind is 'gift'. Did you mean grant or bar"),
        (HEADER + "a,faa.a,bar,honey,a thing,,record,,\n", "line 2: the topic is 'honey'"),
        (HEADER + "a,faa.a,bar,money\n", "line 2: 4 cells of 9"),
        (HEADER + "a,faa.a,bar,money,b,maybe,record,,\n", "line 2: watched is 'maybe'"),
        (HEADER + "a,faa.a,bar,money,b,,luck,,\n", "line 2: turns_on is 'luck'. Did you mean record or case"),
        (HEADER + "a,faa.a,bar,money,b,,record,,gift\n", "line 2: the form is 'gift'. Did you mean financing"),
        (HEADER + "a,faa.a,bar,money,b,,record,,\n" * 2, "line 3: the id 'a' stands twice"),
    ],
)
def test_a_wrong_row_of_the_list_is_told_with_its_line(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "authorities.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(listing, "FOLDER", tmp_path)
    with pytest.raises(RuleError) as told:
        list(listing._authorities())
    assert said in str(told.value)


def test_a_form_of_help_is_a_column_and_every_form_has_its_authorities() -> None:
    for form in listing.FORMS:
        found = listing.of_form(form)
        assert found and all(catalog.AUTHORITIES[id_].form == form for id_ in found)
        assert not any(listing.is_bar(id_) for id_ in found)
    assert listing.of_form("license", "sale") == listing.of_form("sale", "license"), "in the order of the listing"
    with pytest.raises(RuleError, match=r"the form 'gift': authorities\.csv has no such form"):
        listing.of_form("gift")


@pytest.mark.parametrize("id_", catalog.AUTHORITIES)
def test_an_authority_says_what_it_asks(id_: str) -> None:
    one = catalog.authority(id_)
    assert one.id == id_ and one.question.endswith("?") and one.topic in TOPICS
    assert (one.topic == "restrictions") is catalog.is_bar(id_) is id_.startswith("restriction-")


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_says_what_it_asks(channel: str) -> None:
    law = catalog.case_law(channel)
    assert law.channel == channel and law.question.endswith("?")


@pytest.mark.parametrize("id_", IDS)
def test_provisions_follow_one_another_without_overlap(id_: str) -> None:
    found = entry(id_).provisions
    assert found and all(one.until is None or one.since < one.until for one in found)
    for earlier, later in pairwise(found):
        assert earlier.until is not None and earlier.until <= later.since, (id_, later.since)  # type: ignore[attr-defined]
    for one in found:
        assert entry(id_).at(one.since) is one, "in force from its first day"
        assert one.until is None or entry(id_).at(one.until) is not one, "and no longer on its last"


@pytest.mark.parametrize("id_", IDS)
def test_every_provision_has_its_paragraph_its_words_and_a_source_that_exists(id_: str, registry: Registry) -> None:
    for one in entry(id_).provisions:
        assert parse(one.citation) and one.says.endswith(".")
        for source in one.source.split(";"):
            assert source in registry.sources, f"{id_}: sources.csv has no row {source!r}."
        assert one.confidence in ("high", "medium", "low")
        text = reading_of(one.source)
        assert text is not None and one.since < text.trusted_to, one.source


@pytest.mark.parametrize("id_", IDS)
def test_every_citation_can_be_read(id_: str) -> None:
    from mnna.statutes.pinpoints import cited_texts

    for text in cited_texts(entry(id_)):
        assert all(cited.id.startswith("/us/") and cited.link.startswith("https://") for cited in parse(text)), text


@pytest.mark.parametrize("id_", IDS)
def test_every_status_named_exists(id_: str, registry: Registry) -> None:
    one = entry(id_)
    rules = [tree for provision in one.provisions for tree in trees(provision).values()]
    named = {node.id for rule in [*rules, *act_trees(one).values()] for node in rule.walk() if isinstance(node, Status)}
    assert named <= set(registry.kinds), named - set(registry.kinds)


@pytest.mark.parametrize("id_", IDS)
def test_one_name_is_one_fact(id_: str) -> None:
    """A fact of one name has one kind and one domain, or `--given` could not know what it is told."""
    one = entry(id_)
    rules = [tree for provision in one.provisions for tree in trees(provision).values()]
    kinds: dict[str, set[object]] = {}
    for rule in [*rules, *act_trees(one).values()]:
        for node in rule.walk():
            if isinstance(node, Field):
                kinds.setdefault(node.name, set()).add((node.kind, node.domain))
    assert all(len(found) == 1 for found in kinds.values()), kinds


@pytest.mark.parametrize("id_", IDS)
def test_acts_have_words_and_a_paragraph(id_: str) -> None:
    for one in entry(id_).provisions:
        for act in acts(one):
            assert act.text and not act.text.endswith(".") and parse(act.citation), act


@pytest.mark.parametrize("id_", catalog.AUTHORITIES)
def test_a_no_names_a_route_or_the_law_has_none(id_: str, registry: Registry) -> None:
    """`no` means not without a further act, and the answer then names it."""
    one = catalog.authority(id_)
    if catalog.is_bar(id_):
        return
    for provision in one.provisions:
        can_be_no = any(
            find(one, registry, country, provision.since).verdict == "no" for country in ("MEX", "FRA", "NATO", "CHN")
        )
        assert not can_be_no or provision.routes or provision.note, f"{id_} from {provision.since}"


@pytest.mark.parametrize("id_", IDS)
def test_there_are_worked_examples_and_one_is_a_trap(id_: str) -> None:
    examples = entry(id_).examples
    assert len(examples) >= 2, f"Add worked examples of {id_} to the table beside its module, one of them a trap."
    assert any(example.trap for example in examples), f"Mark a common mistake about {id_} with trap=yes."


@pytest.mark.parametrize("id_", IDS)
def test_the_day_before_the_first_provision_is_no_where_it_made_the_law_else_unknown(
    id_: str, registry: Registry
) -> None:
    one = entry(id_)
    on = date.fromordinal(one.provisions[0].since.toordinal() - 1)
    found = find(one, registry, "COL", on) if isinstance(one, Authority) else decide(one, registry, "COL", on, {})
    if isinstance(one, Authority) and listing.row(id_).new:
        assert (found.verdict, found.because, found.needs) == ("no", "No: there was no such law yet.", ())
    else:
        assert found.verdict == "unknown" and found.needs
        assert f"not encoded before {spoken(one.provisions[0].since)}" in found.because


def test_a_later_day_than_that_of_the_text_says_of_which_day_it_is(registry: Registry) -> None:
    one = catalog.authority("depleted-uranium-rounds")
    text = reading_of(one.provisions[-1].source)
    assert text is not None
    assert find(one, registry, "COL", text.text_as_of).as_of is None
    assert find(one, registry, "COL", date(2031, 1, 1)).as_of == text.text_as_of


SAMPLE = ["COL", "MEX", "FRA", "TWN", "AFG", "SAU", "IND", "NATO", "CHN", "JPN", "ISR", "FJI"]


@pytest.mark.parametrize("id_", IDS)
def test_every_answer_is_whole(id_: str, registry: Registry) -> None:
    """Every country, many days: an unknown names its need, a reason is given, and it cites the law."""
    one = entry(id_)
    days = {date(year, 1, 1) for year in range(1975, 2032, 7)} | {p.since for p in one.provisions}
    for country in SAMPLE:
        for on in sorted(days):
            found = (
                find(one, registry, country, on)
                if isinstance(one, Authority)
                else decide(one, registry, country, on, {})
            )
            assert found.verdict in VERDICTS and found.because.strip() and found.citations
            assert bool(found.needs) is (found.verdict == "unknown"), (country, on)
            assert found.why["value"] == {"yes": True, "no": False, "unknown": None}[found.verdict]


def test_a_group_is_one_of_those_the_answer_can_put_in_words() -> None:
    for channel in CHANNELS:
        for provision in catalog.case_law(channel).provisions:
            for mask in range(3**4):
                held = {n: (True, False, None)[mask // 3**i % 3] for i, n in enumerate(_statuses(provision.group))}
                group = evaluate(provision.group, World(provision.since, held, {}).situation()).value
                assert group is None or group in GROUPS


def _statuses(rule: object) -> list[str]:
    return sorted({node.id for node in rule.walk() if isinstance(node, Status)})  # type: ignore[attr-defined]


def rows() -> list[tuple[str, int, dict[str, str]]]:
    found = []
    for table in tables():
        with table.open(encoding="utf-8", newline="") as file:
            found += [(table.name, number, row) for number, row in enumerate(csv.DictReader(file, strict=True), 2)]
    return found


def test_every_figure_has_its_paragraph_its_source_and_its_days(registry: Registry) -> None:
    for table, number, row in rows():
        where = f"{table} line {number}"
        assert tuple(row) == COLUMNS, where
        assert row["id"] and row["phrase"] and parse(row["citation"]), where
        for source in row["source"].split(";"):
            assert source in registry.sources, f"{where}: sources.csv has no row {source!r}."
        assert row["confidence"] in CONFIDENCES, f"{where}: the confidence is none of {', '.join(CONFIDENCES)}."
        assert row["checked_on"], f"{where}: write in checked_on the day it was read."
        assert date(2025, 1, 1) <= date.fromisoformat(row["checked_on"]) <= date.today(), where


def test_a_figure_is_of_one_kind_and_one_phrase() -> None:
    seen: dict[str, tuple[str, str]] = {}
    for table, number, row in rows():
        assert seen.setdefault(row["id"], (row["kind"], row["phrase"])) == (row["kind"], row["phrase"]), (table, number)


def test_every_figure_is_used() -> None:
    used = {id_ for one in IDS for id_ in params(entry(one))}
    unused = sorted(set(parameters()) - used)
    assert not unused, f"No rule turns on {', '.join(unused)}. Is the id misspelt in its table?"


def test_a_rule_that_turns_on_a_figure_has_its_value_on_each_of_its_days() -> None:
    for id_ in IDS:
        for provision in entry(id_).provisions:
            rule = provision.notify if isinstance(provision, CaseProvision) else provision.rule
            last = date.fromordinal(provision.until.toordinal() - 1) if provision.until else date(2026, 11, 28)
            for node in rule.walk():
                if isinstance(node, Param):
                    ends = (one.until for one in node.history[:-1] if one.until and provision.covers(one.until))
                    for on in (provision.since, last, *ends):
                        assert node.at(on) is not None, f"{node.id} has no value on {on}, on which {id_} turns on it."
