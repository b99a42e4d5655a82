"""The terminal: one JSON document or readable text on standard output, mistakes on standard error with 2 or 1."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shlex import quote
from typing import Any

import pytest

from mnna.errors import BadQuestion, CannotAnswer, MnnaError
from mnna.interfaces import listing
from tests.terminal import document, run


def test_the_same_question_gives_the_same_bytes() -> None:
    for words in (["authorities", "MEX", "--on", "2026-06-01"], ["law"]):
        assert run(*words, "--json") == run(*words, "--json")


def test_json_keeps_letters_as_they_are() -> None:
    assert "Türkiye" in run("status", "TUR", "--json").out


def test_an_answer_is_given_where_nothing_can_be_said_on_the_side() -> None:
    closed = ["sh", "-c", f"{quote(sys.executable)} -m mnna screen /dev/stdin -o - 2>&-"]
    cases = "recipient,channel,total_usd,on\nMEX,fms,60000000,2024-01-02\n"
    ran = subprocess.run(closed, input=cases, capture_output=True, text=True)
    assert ran.returncode == 0 and ",yes," in ran.stdout


def test_a_letter_that_the_terminal_lacks_is_shown_as_another() -> None:
    narrow = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    words = [sys.executable, "-m", "mnna", "law", "22 USC 2378a"]
    ran = subprocess.run(words, capture_output=True, env=narrow)
    assert (ran.returncode, ran.stderr) == (0, b"") and b"?" in ran.stdout


COLOMBIA = ["case", "COL", "--channel", "fms"]
MISTAKES = {  # what is wrong: (the words, what the message must say)
    "a near miss": (["status", "Afganistan"], "Afghanistan (AFG)"),
    "no such country": (["status", "Atlantis"], "no country has that code or name"),
    "two countries of that name": (["status", "Korea"], "it may mean any of 2"),
    "an empty country": (["status", ""], "no country"),
    "a country of spaces": (["authorities", "   "], "no country"),
    "a country in odd letters": (["status", "☃\u202e\u0000"[:2]], "no country"),
    "a very long country": (["status", "x" * 5000], "no country"),
    "no country at all": (["status"], "Name a country"),
    "a missing argument": (["authorities"], "COUNTRY"),
    "a date that is none": (["status", "COL", "--on", "2024-13-01"], "not a date"),
    "a date the other way round": (["status", "COL", "--on", "01/06/2024"], "2022-05-23"),
    "an empty date": (["status", "COL", "--on", ""], "not a date"),
    "a date of five digits": (["status", "COL", "--on", "12024-01-01"], "not a date"),
    "a date without its dashes": (["status", "COL", "--on", "20240101"], "Did you mean 2024-01-01"),
    "a date without its zeros": (["status", "COL", "--on", "2024-1-5"], "Did you mean 2024-01-05"),
    "a date with slashes": (["notices", "--since", "2024/01/05"], "Did you mean 2024-01-05"),
    "a date of two readings": (["status", "COL", "--on", "01/02/2020"], "Did you mean 2020-01-02 or 2020-02-01?"),
    "a year alone": (["holders", "--on", "2020"], "Did you mean 2020-01-01 or 2020-12-31?"),
    "a month without its day": (["countries", "--on", "May 2022"], "it is not a date. Write year-month-day"),
    "a day that no month has": (["status", "COL", "--on", "2024-2-30"], "it is not a date. Write year-month-day"),
    "a week for a date": (["authorities", "COL", "--on", "2024-W01-1"], "Did you mean 2024-01-01"),
    "yesterday": (["rank", "--on", "yesterday"], "2022-05-23"),
    "begun and ended at once": (
        ["what-if", "MEX", "--designate", "mnna", "--terminate", "mnna"],
        "it cannot do both on one day",
    ),
    "more months than a lease has": (["case", "COL", "--channel", "lease", "--lease-months", "1e400"], "to 9999"),
    "an unknown status": (["what-if", "MEX", "--designate", "nmna"], "mnna"),
    "an unknown authority": (["authorities", "MEX", "depleted-uranium"], "depleted-uranium-rounds"),
    "an unknown authority to unlock": (["unlocks", "loans", "MEX"], "no such authority"),
    "an unknown channel": (["case", "COL", "--channel", "fmss"], "--channel fmss: it is not an accepted value. Did"),
    "no channel": (["case", "COL"], "--channel"),
    "an option given twice": ([*COLOMBIA, "--total", "60e6", "--total", "5"], "--total: it is given more than once"),
    "a day given twice": (["status", "COL", "--on", "2024-01-01", "--on", "2023-01-01"], "given more than once"),
    "an amount as option and as fact": ([*COLOMBIA, "--total", "60e6", "--given", "total=5"], "with two values"),
    "a fact that is yes and no": (
        ["authorities", "MEX", "--given", "icc_consent=yes", "--given", "icc_consent=no"],
        "--given icc_consent=...: it is given twice, with two values",
    ),
    "a number for a country": (["status", "484"], "Mexico in ISO 3166 and the Republic of the Congo in the Correlates"),
    "a number of one data set": (["case", "170", "--channel", "fms"], "Did you mean Colombia (COL)?"),
    "a number that no data set has": (["status", "999"], "neither ISO 3166 nor the Correlates of War"),
    "a union for a country": (["status", "EU"], "no country has that code or name. Give"),
    "an empty country where one may be left out": (["notices", ""], "no country has that code or name"),
    "an empty country of changes": (["changes", "", "--since", "2026-01-01"], "no country has that code or name"),
    "a memo with what it has no place for": (["brief", "MEX", "--memo", "--models"], "a memo with --models"),
    "a memo on another status": (["brief", "MEX", "--memo", "--designate", "nato"], "a memo with --designate"),
    "a memo on a bill beside another country": (
        ["brief", "MEX", "--enact", "H.R. 3613", "--vs", "COL"],
        "a memo with --vs",
    ),
    "equipment above the whole": ([*COLOMBIA, "--mde", "20e6", "--total", "10e6"], "part of the total"),
    "firearms above the whole": (
        ["case", "COL", "--channel", "dcs", "--firearms", "20e6", "--total", "10e6"],
        "part of the total",
    ),
    "a negative amount": ([*COLOMBIA, "--mde", "-1"], "below zero"),
    "not a number": ([*COLOMBIA, "--total", "NaN"], "not an amount"),
    "a quiet not-a-number": ([*COLOMBIA, "--total", "sNaN"], "not an amount"),
    "infinity": ([*COLOMBIA, "--total", "inf"], "not an amount"),
    "minus infinity": ([*COLOMBIA, "--mde", "-Infinity"], "not an amount"),
    "more money than there is": ([*COLOMBIA, "--total", "1e400"], "not an amount"),
    "an amount in words": ([*COLOMBIA, "--total", "twenty"], "not an amount"),
    "an empty amount": ([*COLOMBIA, "--total", ""], "not an amount"),
    "an amount with a decimal comma": ([*COLOMBIA, "--total", "1,5"], "not an amount"),
    "another currency": ([*COLOMBIA, "--total", "€20e6"], "not an amount"),
    "half a month": (["case", "COL", "--channel", "lease", "--lease-months", "11.5"], "whole number"),
    "months below zero": (["case", "COL", "--channel", "lease", "--lease-months", "-1"], "whole number"),
    "a fact of another channel": ([*COLOMBIA, "--lease-months", "12"], "does not turn on it"),
    "a fact nobody knows": ([*COLOMBIA, "--given", "blue=yes"], "does not turn on it"),
    "a fact without a value": ([*COLOMBIA, "--given", "new_sales_territory"], "neither yes nor no"),
    "a fact to authorities nobody knows": (["authorities", "MEX", "--given", "blue=yes"], "no provision turns on"),
    "maybe": (["authorities", "MEX", "--given", "friendly=maybe"], "neither yes nor no"),
    "an unknown law": (["law", "99 USC 1"], "nothing encoded rests on it"),
    "a law that is no citation": (["law", "the good one"], "not a citation"),
    "an unknown source": (["source", "pd-2022-41"], "pd-2022-14"),
    "an unknown command": (["statsu", "COL"], "status"),
    "an unknown option": (["status", "COL", "--when", "2024-01-01"], "status --when: there is no such option"),
    "an option nearly named": (["case", "COL", "--tot", "5"], "Did you mean --total"),
    "an option before the word": (["--nope"], "mnna: --nope: there is no such option"),
    "too many words": (["status", "COL", "MEX"], "MEX"),
    "a country of the list of all": (["status", "--list", "MEX"], "it lists all, and names a country"),
    "a country of the list of measures": (["compare", "--list", "MEX"], "it lists all, and names a country"),
    "one row to a file": (["screen", "cases.csv", "--row", "1", "-o", "x.csv"], "writes nothing"),
    "a facts folder that is not there": (["status", "COL", "--facts", "/nowhere/at/all"], "no such folder"),
    "a facts file for a folder": (["--facts", __file__, "status", "COL"], "no such folder"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_a_bad_question_ends_with_2_and_says_what_to_do(mistake: str, as_json: bool) -> None:
    words, says = MISTAKES[mistake]
    ran = run(*words, *(["--json"] if as_json else []))
    assert (ran.code, ran.out) == (2, ""), ran
    assert says in ran.err and "Traceback" not in ran.err and "mistake in mnna" not in ran.err, ran.err
    assert len(ran.err) < 1500 and ran.err.startswith("mnna: ") and ran.err.count("\n") == 1, ran.err


def test_an_empty_facts_folder_is_said(tmp_path: Path) -> None:
    ran = run("status", "COL", "--facts", str(tmp_path))
    assert ran.code == 2 and "no CSV table" in ran.err


@pytest.mark.parametrize("word", listing.declared())
def test_every_word_explains_itself(word: str) -> None:
    ran = run(word, "--help")
    assert ran.code == 0 and ran.err == "" and f"mnna {word}" in ran.out


def test_help_names_every_word_and_what_it_answers() -> None:
    ran = run("--help")
    shown = [one for one in listing.listed() if not one.under]
    assert ran.code == 0 and all(f"  {one.word} " in ran.out and one.says[:30] in ran.out for one in shown)
    below = [one.word for one in listing.listed() if one.under]
    assert not [word for word in below if f"\n  {word} " in ran.out]
    assert "Usage: mnna" in run().err + run().out


def test_no_place_in_the_help_is_left_out() -> None:
    for group in listing.GROUPS:
        places = [one.order for one in listing.listed() if not one.under and one.group == group]
        assert places == list(range(1, len(places) + 1)), group
    for word in {one.under for one in listing.listed()} - {""}:
        places = sorted({one.order for one in listing.below(word)})
        assert places in (list(range(len(places))), list(range(1, len(places) + 1))), word


def test_the_version() -> None:
    import mnna

    assert run("--version").out == f"mnna {mnna.__version__}\n"


@pytest.mark.parametrize("word", ["case", "what-if"])
def test_what_is_not_given_is_unknown_and_not_zero(word: str) -> None:
    found = document("case", "KEN", "--channel", "fms", "--on", "2025-01-01")
    assert found["notify"]["verdict"] == "unknown" and found["given"] == {} and found["notify"]["needs"]


def test_amounts_in_the_forms_people_write() -> None:
    forms = ["20e6", "20000000", "20,000,000", "$20,000,000", "USD 20000000", "20 million", " 2e7 ", "20000000.00"]
    for form in forms:
        assert document(*COLOMBIA, "--total", form)["given"] == {"total": 20_000_000.0}, form


def test_one_cent_decides() -> None:
    for mde, verdict in (("13999999.99", "no"), ("14000000", "yes"), ("14000000.01", "yes")):
        found = document(*COLOMBIA, "--mde", mde, "--total", "30e6", "--on", "2023-05-01")
        assert found["notify"]["verdict"] == verdict


# In a process of its own.


def mnna(*words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **more.pop("env", {})}
    return subprocess.run([sys.executable, "-m", "mnna", *words], capture_output=True, text=True, env=env, **more)


def test_as_a_program() -> None:
    ran = mnna("status", "COL", "--on", "2024-06-01", "--json")
    assert ran.returncode == 0 and ran.stderr == "" and json.loads(ran.stdout)["country"] == "COL"


def test_a_mistake_as_a_program() -> None:
    ran = mnna("status", "Afganistan")
    assert ran.returncode == 2 and ran.stdout == "" and ran.stderr.startswith("mnna: ") and "Afghanistan" in ran.stderr


def test_a_reader_that_leaves_early_is_no_error() -> None:
    ran = subprocess.run(
        f"{quote(sys.executable)} -m mnna law --json | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""


def test_a_standard_output_that_is_closed_is_no_mistake_of_ours() -> None:
    ran = subprocess.run(
        f"{quote(sys.executable)} -m mnna status COL >&-", shell=True, capture_output=True, text=True, check=False
    )
    assert "mistake in mnna" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_full_disk_is_said() -> None:
    ran = subprocess.run(
        f"{quote(sys.executable)} -m mnna status COL >/dev/full",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "mnna: the output: No space left on device\n")


def test_a_terminal_of_plain_letters() -> None:
    """Output that the terminal's encoding cannot hold must not end in a traceback."""
    ran = mnna("status", "TUR", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"})
    assert "Traceback" not in ran.stderr and ran.returncode in (0, 1)


# Errors.


def kinds(error: type[MnnaError]) -> list[type[MnnaError]]:
    """The tree of errors; what the web tells again from another process is built otherwise and is none of it."""
    own = [one for one in error.__subclasses__() if one.__module__ == MnnaError.__module__]
    return [error, *(below for one in own for below in kinds(one))]


@pytest.mark.parametrize("error", kinds(MnnaError), ids=lambda error: error.__name__)
def test_every_error_says_what_was_asked_what_is_wrong_what_is_near_and_what_to_do(error: type[MnnaError]) -> None:
    made = error("the status 'x'", "there is none", ("y", "z"), "Write y.")
    assert str(made) == "the status 'x': there is none. Did you mean y or z? Write y."
    assert made.to_dict() == {
        "error": error.__name__,
        "asked": "the status 'x'",
        "wrong": "there is none",
        "near": ["y", "z"],
        "do": "Write y.",
    }
    assert made.exit_code == (2 if issubclass(error, BadQuestion) else 1)


def test_a_question_that_cannot_be_answered_here_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    import mnna.answers.status as word

    def fails(*_: object, **__: object) -> None:
        raise CannotAnswer("the figure", "it is not loaded", (), "Load it.")

    monkeypatch.setattr("mnna.interfaces.words.status.status", fails)
    ran = run("status", "COL")
    assert ran.code == 1 and ran.out == "" and "Load it." in ran.err and word is not None


@pytest.mark.parametrize("words", [[], ["models"], ["data"]])
def test_a_shelf_without_a_word_shows_its_help_and_ends_with_2(words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "") and ran.err.startswith("Usage: mnna")


def test_a_mistake_of_ours_is_owned_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("mnna.interfaces.words.status.status", fails)
    ran = run("status", "COL")
    assert ran.code == 1 and "a mistake in mnna" in ran.err and "Traceback" not in ran.err
