"""`python -m bench articles [--given FILE]`: measure how well statements in articles are read, and print every error.

The table of the tests has an article and a family for each sentence, and the right verdict, or `-` for a sentence from
which no statement may be drafted. `--given FILE` reads another table with the columns `url, dated, quote, pattern,
right_verdict, expressible`. The rules are written by hand and not trained, so each article gets its own score, as if it
were held out.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from mnna.answers.data_context import evidence
from mnna.article_claims import statute_notes, types
from mnna.article_claims.judging import claims_in
from mnna.article_claims.reading.article import drafted
from mnna.article_claims.reading.article_text import of_bytes
from mnna.article_claims.reading.drafting import read
from mnna.article_claims.verdicts import Here, combined

TABLE = Path(__file__).parents[1] / "tests" / "data" / "article_sentences.csv"


class Row(NamedTuple):
    """A sentence: its article and day, its family, and the right verdict, or `-` if no statement may be drafted."""

    article: str
    dated: str
    title: str
    sentence: str
    family: str
    verdict: str
    full: bool


class Scored(NamedTuple):
    """A sentence with the verdicts on the statements drafted from it."""

    row: Row
    verdicts: tuple[str, ...]
    drafts: tuple[str, ...]


def rows(path: Path) -> list[Row]:
    """Return the sentences of a table of either kind."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(each) for each in csv.DictReader(file)]


def _row(each: dict[str, str]) -> Row:
    if "sentence" in each:
        told = (each["article"], each["dated"], each["title"], each["sentence"], each["family"], each["verdict"])
        return Row(*told, each["verdict"] != "-")
    told = (each["url"], each["dated"], "", each["quote"], each["pattern"].partition(":")[0], each["right_verdict"])
    return Row(*told, each["expressible"] == "full")


def scored(asked: list[Row]) -> list[Scored]:
    """Return each sentence with its verdicts, drafted with the rest of its article and judged as of its day."""
    found: list[Scored] = []
    for (_, dated, title), group in groupby(asked, key=lambda row: (row.article, row.dated, row.title)):
        of, day = list(group), date.fromisoformat(dated)
        text = "\n".join([*([title] if title else []), *(row.sentence for row in of)])
        here = Here(evidence(), statute_notes.embedded(), day)
        reads = read(text, title, day)
        at = 0
        for row in of:
            at = text.index(row.sentence, at)
            inside = [one for one in reads if at <= one.sentence.start < at + len(row.sentence)]
            drafts = [draft for one in inside for _, draft in one.drafts]
            verdicts = [combined([types.find(t).ask(here, a) for t, a in draft.parts]).verdict for draft in drafts]
            found.append(Scored(row, tuple(verdicts), tuple(draft.how for draft in drafts)))
            at += len(row.sentence)
    return found


def score(found: list[Scored]) -> str:
    """Return recall and precision over some sentences, as one line of text."""
    checked = [one for one in found if one.row.full]
    hit = sum(one.row.verdict in one.verdicts for one in checked)
    drafted = [verdict == one.row.verdict for one in found for verdict in one.verdicts if one.row.verdict != "-"]
    wrongly = sum(bool(one.verdicts) for one in found if one.row.verdict == "-")
    said = f"recall {hit} of {len(checked)}, precision {sum(drafted)} of {len(drafted)}"
    return f"{said}, drafted that must not be {wrongly} of {sum(one.row.verdict == '-' for one in found)}"


def misses(found: list[Scored]) -> None:
    """Print every sentence that was not read, got a wrong verdict, or should not have been read."""
    for one in found:
        must_not = one.row.verdict == "-"
        if (one.verdicts and (must_not or set(one.verdicts) != {one.row.verdict})) or (
            one.row.full and not one.verdicts
        ):
            print(f"  {one.row.verdict:>14}  {one.row.sentence}")
            for verdict, how in zip(one.verdicts, one.drafts, strict=True):
                print(f"  {'':>14}  drafted: {verdict}, {how}")


def page(asked: list[Row], words: int = 1000) -> tuple[int, float]:
    """Return the length of a page of about `words` words, and the least CPU seconds of five warm checks of it."""
    taken: list[str] = []
    while asked and sum(len(one.split()) for one in taken) < words:
        taken.append(asked[len(taken) % len(asked)].sentence)
    text, dated, seconds = "\n".join(taken), date(2024, 6, 27), []
    for _ in range(6):
        started = time.process_time()
        claims_in(evidence(), statute_notes.embedded(), drafted(of_bytes(text.encode(), "a.txt"), "a", dated), dated)
        seconds.append(time.process_time() - started)
    return sum(len(one.split()) for one in taken), min(seconds[1:])


def main() -> None:
    """Print the scores by article and by family, then every error."""
    parser = argparse.ArgumentParser(prog="bench articles")
    parser.add_argument("--given", type=Path, default=TABLE)
    asked = rows(parser.parse_args().given)
    started = time.process_time()
    found = scored(asked)
    words = sum(len(row.sentence.split()) for row in asked)
    print(f"{len(found)} sentences, {words} words, {time.process_time() - started:.2f} s of CPU with judging")
    many, seconds = page(asked)
    print(f"a page of {many} words: {seconds:.2f} s of CPU, read and judged, warm")
    print(f"all: {score(found)}")
    for article in Counter(one.row.article for one in found):
        print(f"held out {article}: {score([one for one in found if one.row.article == article])}")
    for family in Counter(one.row.family for one in found if one.row.full):
        print(f"family {family}: {score([one for one in found if one.row.family == family])}")
    print("misses:")
    misses(found)


main()
