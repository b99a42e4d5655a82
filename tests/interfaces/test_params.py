"""Parameters: how one value is read at each door, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces import catalog, listing
from mnna.interfaces.params import BILL, EVERYWHERE, ON, SHARED, STATUS, TABLE, Param, once, params_of, read
from mnna.interfaces.words.panel import COUNTRIES
from mnna.present.paper import PAPERS
from mnna.tables import table

COUNT = Param("count", "How many.", {"type": "integer", "minimum": 1}, kind="integer")


def test_a_number_is_read_from_an_address() -> None:
    assert COUNT.value("12") == COUNT.value(12) == 12
    with pytest.raises(BadQuestion, match="not a whole number"):
        COUNT.value("many")


@pytest.mark.parametrize(("given", "meant"), [(True, True), ("yes", True), ("1", True), ("no", False), ("", False)])
def test_a_flag(given: object, meant: bool) -> None:
    assert Param("all", "All.", kind="flag").value(given) is meant


def test_a_value_may_be_turned() -> None:
    pairs = Param("given", "Facts.", many=True, read=lambda texts: dict(text.split("=") for text in texts))
    assert pairs.value(("a=b",)) == {"a": "b"}


def test_an_option_is_named_as_the_parameter_unless_said_otherwise() -> None:
    assert Param("new_sales_territory", "").option == "--new-sales-territory"
    assert Param("vs", "", flags=("-v", "--versus")).option == "--versus"


def test_the_schema_holds_the_choices() -> None:
    assert "mnna" in STATUS.json_schema()["enum"] and ON.json_schema()["format"] == "date"
    assert Param("a", "", many=True).json_schema()["items"]["type"] == "string"


def test_what_an_address_does_not_take_is_refused() -> None:
    with pytest.raises(BadQuestion, match="no such parameter"):
        read((ON,), {}, [("one", "2024-01-01")])
    assert read((ON,), {}, [("on", " 2024-01-01 ")]) == {"on": "2024-01-01"}


def test_the_command_line_tells_a_file_from_a_number() -> None:
    assert BILL.typed is not None
    assert BILL.typed("mine.TOML") == Path("mine.TOML") and BILL.typed("H.R. 3613") == "H.R. 3613"


def test_a_text_is_a_number_wherever_it_comes_from() -> None:
    assert BILL.value("hr 3613") == "H.R. 3613" and BILL.value(Path("a.toml")) == Path("a.toml")
    with pytest.raises(UnknownWord):
        BILL.value("a.toml")


def test_a_name_with_two_values_is_refused_and_the_same_twice_is_one() -> None:
    assert once("set", [("channel", "fms"), ("on", "x"), ("channel", "fms")]) == {"channel": "fms", "on": "x"}
    with pytest.raises(BadQuestion, match=r"set channel=.* two values"):
        once("set", [("channel", "fms"), ("channel", "dcs")])


def test_a_text_with_commas_may_be_given_as_several_values() -> None:
    assert read((COUNTRIES,), {}, [("countries", "COL"), ("countries", "MEX,KEN")]) == {"countries": "COL,MEX,KEN"}
    assert read((COUNTRIES,), {}, []) == {"countries": None}


ROWS = table(TABLE)


def test_every_row_of_the_table_is_a_parameter_of_its_command() -> None:
    for command in {row["command"] for row in ROWS} - {"common"}:
        declared = [param.name for param in catalog.load(command).params]
        own = [row["name"] for row in ROWS if row["command"] == command]
        assert command in listing.declared() and [name for name in declared if name in own] == own
        assert [param.name for param in params_of(command)] == own
    assert {row["like"] for row in ROWS} <= {"", *SHARED}


def test_a_row_says_only_what_differs_from_a_shared_parameter() -> None:
    since, _ = (param for param in params_of("changes") if param.name in ("since", "until"))
    assert since == ON._replace(name="since", says=since.says, label="Since", example="2024-01-01")
    (country,) = (param for param in params_of("brief") if param.name == "country")
    assert country == SHARED["country"]._replace(needed=False)
    assert all(row["says"] != SHARED[row["name"]].says for row in ROWS[len(SHARED) :] if row["name"] in SHARED)


def test_the_traits_and_values_of_a_row() -> None:
    folder, countries, *_ = params_of("site")
    assert (folder.kind, folder.positional, folder.needed, folder.doors) == ("path", True, True, EVERYWHERE)
    assert not countries.positional and countries.schema == {"type": "string"}
    port = next(param for param in params_of("serve") if param.name == "port")
    assert port.schema == {"type": "integer", "minimum": 0, "maximum": 65535} and port.kind == "integer"
    skip = next(param for param in params_of("screen") if param.name == "skip")
    assert skip.schema == {"type": "integer", "minimum": 0} and skip.doors == ("cli", "python")
    paper = params_of("brief")[-1]
    assert paper.choices is not None and [*paper.choices()] == [(one, one.capitalize()) for one in PAPERS]
    one = params_of("effects")[1]
    assert not one.positional and not one.needed and one.countries
    assert params_of("source", id={"python": "id_"})[0].python_name == "id_"
