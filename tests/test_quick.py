"""The quick classes behave like the dataclasses and named tuples that type checkers take them for."""

from __future__ import annotations

import pathlib
import pickle
import re
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any, ClassVar, NamedTuple

import pytest

from mnna.quick import (
    Path,
    QuickTuple,
    content,
    quick_dataclass,
    quick_field,
    quick_fields,
    quick_pattern,
    quick_replace,
)


class Slow(NamedTuple):
    a: int
    b: str = "b"
    c: tuple[int, ...] = ()


class Quick(QuickTuple):
    a: int
    b: str = "b"
    c: tuple[int, ...] = ()


@quick_dataclass(frozen=True)
class Held:
    status: str
    since: int = 1
    kind: ClassVar[str] = "list"


@quick_dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Named:
    status: str


@quick_dataclass(frozen=True)
class Counted:
    """What it was given, counted."""

    given: list[int] = quick_field(default_factory=list)

    def __post_init__(self) -> None:
        self.given.append(len(self.given))


@dataclass(frozen=True)
class Plain:
    status: str
    since: int = 1


@pytest.mark.parametrize(
    ("values", "named"),
    [((1,), {}), ((1, "x"), {}), ((1, "x", (2,)), {}), ((), {"a": 1}), ((1,), {"c": (3,)}), ((), {"b": "y", "a": 2})],
)
def test_a_quick_tuple_is_made_as_a_named_tuple(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    quick: Any = Quick(*values, **named)
    slow: Any = Slow(*values, **named)
    assert quick == slow and (quick.a, quick.b, quick.c) == tuple(slow)
    assert quick._asdict() == slow._asdict() and hash(quick) == hash(slow)
    assert repr(quick) == repr(slow).replace("Slow", "Quick")
    assert quick._replace(b="z") == slow._replace(b="z") and type(quick._replace(b="z")) is Quick
    assert pickle.loads(pickle.dumps(quick)) == quick and isinstance(quick, tuple)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), ((1, "x", (), 4), {}), ((1,), {"a": 1}), ((1,), {"d": 1}), ((1, "x", ()), {"c": ()})],
)
def test_both_refuse_other_arguments(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Slow, Quick):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_a_quick_tuple_is_read_as_a_named_tuple() -> None:
    assert Quick._fields == Slow._fields and Quick._field_defaults == Slow._field_defaults
    assert tuple(Quick._make([1, "x", ()])) == tuple(Slow._make([1, "x", ()]))
    match Quick(1, "x"):
        case Quick(a, b):
            assert (a, b) == (1, "x")
    for name in ("a", "other"):
        with pytest.raises(AttributeError):
            setattr(Quick(1), name, 2)
    with pytest.raises((TypeError, ValueError)):
        Quick(1)._replace(d=2)  # type: ignore[call-arg]


def test_a_quick_dataclass_is_a_frozen_dataclass() -> None:
    quick, plain = Held("mnna"), Plain("mnna")
    assert quick == Held("mnna", 1) != Held("nato") and hash(quick) == hash(Held("mnna"))
    assert repr(quick) == repr(plain).replace("Plain", "Held")
    assert [one.name for one in fields(quick)] == [one.name for one in fields(plain)]
    assert replace(quick, since=2) == Held("mnna", 2)
    assert pickle.loads(pickle.dumps(quick)) == quick
    for name in ("status", "since"):
        with pytest.raises(FrozenInstanceError):
            setattr(quick, name, "nato")
        with pytest.raises(FrozenInstanceError):
            delattr(quick, name)


def test_what_a_quick_dataclass_leaves_out() -> None:
    assert Named(status="a") != Named(status="a") and "object at" in repr(Named(status="a"))
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]
    with pytest.raises(AssertionError):
        quick_dataclass(frozen=False)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, 2), {}), (("a",), {"status": "b"}), (("a",), {"other": 1}), ((), {"since": 1})],
)
def test_a_quick_dataclass_refuses_what_a_dataclass_does(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Held, Plain):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_a_quick_dataclass_makes_its_defaults_anew_and_looks_at_itself() -> None:
    assert Counted().given == Counted().given == [0] and Counted([5]).given == [5, 1]


def test_a_quick_dataclass_has_the_fields_that_it_inherits_and_works_them_out_when_they_are_asked_for() -> None:
    @quick_dataclass(frozen=True)
    class Longer(Held):
        note: str = quick_field(default="", metadata={"told": True})
        until: int = quick_field(default=9, kw_only=True)

    assert not isinstance(vars(Longer)["__dataclass_fields__"], dict)
    one = Longer("mnna", 2, "x")
    assert repr(one).endswith("Longer(status='mnna', since=2, note='x', until=9)")
    assert replace(one, until=3) == Longer("mnna", 2, "x", until=3) and Longer.note == ""
    assert [each.name for each in fields(Longer)] == ["status", "since", "note", "until"]
    assert fields(Longer)[2].metadata["told"] and isinstance(vars(Longer)["__dataclass_fields__"], dict)
    assert Longer.__match_args__ == ("status", "since", "note")


def test_a_quick_dataclass_tells_its_fields_and_copies_itself_without_dataclasses() -> None:
    @quick_dataclass(frozen=True)
    class Told(Held):
        note: str = quick_field(default="", metadata={"told": True})

    assert [(name, dict(told)) for name, told in quick_fields(Told)] == [
        ("status", {}),
        ("since", {}),
        ("note", {"told": True}),
    ]
    assert [name for name, _ in quick_fields(Plain)] == ["status", "since"]
    assert quick_replace(Told("mnna", 2), note="x") == Told("mnna", 2, "x")
    with pytest.raises(TypeError):
        quick_replace(Told("mnna"), other=1)  # type: ignore[call-arg]


def test_a_quick_dataclass_keeps_its_own_init_and_refuses_the_field_of_another_module() -> None:
    @quick_dataclass(frozen=True)
    class Doubled:
        value: int

        def __init__(self, value: int) -> None:
            self.__dict__["value"] = 2 * value

    assert Doubled(3).value == 6 and repr(Doubled(3)).endswith("Doubled(value=6)") and Doubled(3) == Doubled(3)
    with pytest.raises(AssertionError, match="quick_field"):

        @quick_dataclass(frozen=True)
        class Wrong:
            given: list[int] = field(default_factory=list)


def test_a_file_is_read_whole(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "large"
    for size in (0, 1, 65_536, 200_001):
        path.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
        assert content(path) == Path(str(path)).read_bytes() == path.read_bytes()
    with pytest.raises(FileNotFoundError, match="none"):
        content(tmp_path / "none")


def test_a_quick_path_is_a_path(tmp_path: pathlib.Path) -> None:
    (tmp_path / "one.csv").write_text("a\n", encoding="utf-8")
    quick, plain = Path(str(tmp_path)), tmp_path
    for found, wanted in ((quick, plain), (quick / "one.csv", plain / "one.csv"), (quick / "none", plain / "none")):
        assert (str(found), found.name, repr(found.parent)) == (
            str(wanted),
            wanted.name,
            f"Path({str(wanted.parent)!r})",
        )
        assert pathlib.Path(found) == wanted and pathlib.Path(found.with_name("x")) == wanted.with_name("x")
        assert found != wanted  # for it has another hash
        for told in ("exists", "is_dir", "is_file", "is_symlink", "absolute", "as_posix"):
            assert getattr(found, told)() == getattr(wanted, told)()
        assert (found.suffix, found.stem, found.parts) == (wanted.suffix, wanted.stem, wanted.parts)
    one = quick / "one.csv"
    assert (one.read_text(encoding="utf-8"), one.read_bytes(), one.stat().st_size) == ("a\n", b"a\n", 2)
    assert (
        list(quick.iterdir()) == [one]
        and len({one, quick / "one.csv"}) == 1
        and sorted([one, quick]) == [quick, one]
        and not one < one
    )
    assert pathlib.Path(Path.home()) == pathlib.Path.home() and pickle.loads(pickle.dumps(one)) == one


def test_a_quick_pattern_is_compiled_when_it_is_used() -> None:
    wrong = quick_pattern("(", re.ASCII)
    with pytest.raises(re.error):
        wrong.match("a")
    found = quick_pattern("A(b)", re.IGNORECASE)
    assert vars(found).keys() == {"_asked"}
    for _ in range(2):
        match = found.fullmatch("aB")
        assert match is not None and match[1] == "B"
    assert found.pattern == "A(b)" and found.sub("c", "ab ab") == "c c"
