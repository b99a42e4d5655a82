"""Which engine runs: those there are, none for an address but Spark, and each is closed whatever happens."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.screening import screen
from mnna.screening.engines.choose import started_engine


class Files:
    """A source of this machine or of an address."""

    def __init__(self, remote: str | None = None) -> None:
        self.remote = remote


class Engine:
    """An engine that remembers whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


def test_an_engine_there_is_not_is_refused_with_those_there_are() -> None:
    asked = started_engine("polars", Files(), None, None, None)  # type: ignore[arg-type]
    with pytest.raises(BadQuestion, match=r"there is no such engine.*duckdb or spark"):
        asked.__enter__()


def test_an_address_is_for_spark_alone() -> None:
    asked = started_engine("duckdb", Files("s3://a/b"), None, None, None)  # type: ignore[arg-type]
    with pytest.raises(BadQuestion, match=r"s3://a/b: it is not a file of this machine.*engine spark"):
        asked.__enter__()


@pytest.mark.parametrize(("name", "maker", "given"), [("duckdb", "Duck", ("1 GB", 2)), ("spark", "Spark", ("m",))])
def test_the_engine_gets_its_settings_and_is_closed(
    name: str, maker: str, given: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine: Any = Engine()
    seen: list[tuple[Any, ...]] = []

    def made(*given: Any) -> Any:
        seen.append(given[1:])
        return engine

    monkeypatch.setattr(import_module(f"mnna.screening.engines.{name}_engine"), maker, made)
    with pytest.raises(KeyError), started_engine(name, Files(), "1 GB", 2, "m") as found:  # type: ignore[arg-type]
        held: Any = found
        assert held is engine and not held.closed
        raise KeyError("in the middle")
    assert seen == [given] and engine.closed


def test_the_file_is_read_by_duckdb(tmp_path: Path) -> None:
    from mnna.screening.read_options import ReadOptions
    from mnna.screening.source import found

    path = tmp_path / "in.csv"
    path.write_text("recipient,channel\nMEX,fms\n", encoding="utf-8")
    with found(path, ReadOptions()) as files, started_engine("duckdb", files, None, 1, None) as engine:
        assert [name for name, _ in engine.columns()] == ["recipient", "channel"]
        assert engine.ask(f"SELECT COUNT(*) FROM {engine.relation}") == [(1,)]


@pytest.mark.parametrize("memory", ["x'y", "-1GB", "1GB'; SELECT 1; --", "lots", ""])
def test_memory_is_a_size_and_nothing_else(tmp_path: Path, memory: str) -> None:
    (tmp_path / "in.csv").write_text("recipient,channel\n", encoding="utf-8")
    with pytest.raises(BadQuestion, match="it is not a size"):
        screen(tmp_path / "in.csv", memory=memory)


@pytest.mark.parametrize("threads", [0, -1, 100_000])
def test_threads_are_a_few(tmp_path: Path, threads: int) -> None:
    (tmp_path / "in.csv").write_text("recipient,channel\n", encoding="utf-8")
    with pytest.raises(BadQuestion, match="it is not from 1 to 256"):
        screen(tmp_path / "in.csv", threads=threads)
