"""Random folders of own facts and random articles, valid and broken: the command must end as a command should."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from random import Random

from tests.conftest import DATA, ROOT
from tests.terminal import run

ODD = (
    "",
    " ",
    "\0",
    "\u202e",
    "=1+1",
    "javascript:alert(1)",
    "2026-02-30",
    "x" * 5000,
    '"',
    "a;b",
    "\n",
    "yes",
    "-",
    "é",
)
TABLES = ROOT / "src" / "mnna" / "registry" / "tables"
OWN = ("spans", "statuses", "sources", "steps", "proposals", "events", "leaders")
"""The tables that a user may add to."""

ARTICLES = (".txt", ".md", ".html", ".docx", ".pdf", ".toml", ".csv", "")


def own_facts(rng: Random, folder: Path) -> list[str]:
    """Tables of ours with cells, rows and bytes changed, as a folder of own facts."""
    facts = folder / "facts"
    facts.mkdir()
    ours = sorted(path for path in TABLES.rglob("*.csv") if path.relative_to(TABLES).parts[0].split(".")[0] in OWN)
    for path in rng.sample(ours, rng.randint(1, 4)):
        goal = facts / path.relative_to(TABLES)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_bytes(_spoiled(rng, _rows(rng, path)))
    asked = rng.choice((["status", "MEX"], ["authorities", "COL", "rdte-loans"], ["unlocks", "rdte-loans", "KEN"]))
    return ended(["--facts", str(facts), *asked, *rng.choice(([], ["--json"]))])


def _rows(rng: Random, path: Path) -> str:
    """Some rows of a table, a few of their cells changed."""
    head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
    drawn = rng.sample(rows, min(len(rows), rng.randint(0, 6)))
    for row in drawn:
        if rng.random() < 0.4:
            row[rng.randrange(len(row))] = rng.choice((*ODD, rng.choice(rng.choice(rows))))
    written = io.StringIO()
    csv.writer(written, lineterminator=rng.choice(("\n", "\r\n"))).writerows([head, *drawn])
    return written.getvalue()


def article(rng: Random, folder: Path) -> list[str]:
    """Sentences of articles in any order and form, spoiled, as a file whose name says one form or another."""
    with (DATA / "article_sentences.csv").open(encoding="utf-8", newline="") as file:
        sentences = [row["sentence"] for row in csv.DictReader(file)]
    said = [
        rng.choice((*sentences, *ODD, "<p>", "</script>", "[[claim]]\n", "{{", "## ")) for _ in range(rng.randint(0, 8))
    ]
    path = folder / f"in{rng.choice(ARTICLES)}"
    path.write_bytes(_spoiled(rng, rng.choice((" ", "\n", "\n\n")).join(said)))
    return ended(["claims", str(path), *rng.choice(([], ["--json"], ["--short"], ["--dated", "2024-06-26"]))])


def _spoiled(rng: Random, text: str) -> bytes:
    """The text in some encoding, two times in three with nothing else wrong."""
    data = bytearray(text.encode(rng.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252")), "replace"))
    for _ in range(rng.choice((0, 0, 1, 5))):
        at = rng.randrange(len(data) + 1)
        data[at : at + rng.choice((0, 1, 30))] = rng.choice(
            (b"", b"\0", b"\xff\xfe", b'"', b"\r", b",,", b"<", b"\x01")
        )
    return bytes(data)


def ended(words: list[str]) -> list[str]:
    """What is wrong with how a command ended: 0, 1 or 2, with one message and no output where it failed."""
    os.environ["MNNA_TODAY"] = "2026-11-28"
    ran = run(*words)
    told = ran.err.strip().splitlines()
    if ran.code == 0:
        return []
    if ran.code not in (1, 2) or "mistake in mnna" in ran.err or "Traceback" in ran.err:
        return [f"ended with {ran.code}: {ran.err[:500]}"]
    if len(told) != 1 or not told[0].startswith("mnna: ") or ran.out:
        return [f"{len(told)} lines of error and {len(ran.out)} letters of output: {ran.err[:500]!r}"]
    return []
