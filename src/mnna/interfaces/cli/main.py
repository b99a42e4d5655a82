"""The program: runs one command and exits with the code that fits."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper

SOME_OBJECTS = 200_000
"""An answer makes some ten thousand objects, a brief a hundred thousand, and no garbage.

Without garbage collection, also at exit, a command takes a fifth less time.
"""

gc.set_threshold(SOME_OBJECTS)  # the imports below make as many

from mnna._version import NAME  # noqa: E402
from mnna.errors import BadQuestion, MnnaError, shortened  # noqa: E402
from mnna.interfaces.cli.bare_click import click  # noqa: E402  # before all that imports click or dataclasses
from mnna.interfaces.cli.group import mnna  # noqa: E402

LEFT_FOR_THE_END = {"concurrent.futures", "duckdb", "logging", "multiprocessing", "tempfile"}
"""Modules that have work to do when Python exits: threads to wait for, files to remove."""


def program() -> None:
    """Run `main`, and end the process with its exit code."""
    try:
        main()
    except SystemExit as stop:
        _end(stop.code)
        raise
    _end(0)


def _end(code: str | int | None) -> None:
    """Exit at once where no module needs Python's own exit: freeing ten thousand objects is a tenth of the time."""
    if isinstance(code, int) and LEFT_FOR_THE_END.isdisjoint(sys.modules):
        with suppress(OSError, ValueError):  # a closed or full stream: Python's own exit reports it
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(code)


def main() -> None:
    """Run the command line; errors go to standard error with exit code 2 (bad question) or 1 (no answer here)."""
    if sys.stderr is None:  # it was closed: messages are lost, the answer is not
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):  # replace letters that the terminal cannot show
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        mnna(prog_name=NAME, standalone_mode=False)
    except MnnaError as error:
        _stop(error.in_terminal(), error.exit_code)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.UsageError as error:
        _stop(_misused(error), 2)
    except click.ClickException as error:
        _stop(error.format_message(), 1)
    except (click.Abort, KeyboardInterrupt):
        _stop("interrupted", 130)
    except BrokenPipeError:
        _forget_output()
        sys.exit(0)
    except OSError as error:
        if os.environ.get("MNNA_DEBUG"):
            raise
        if error.filename is None:
            _forget_output()
        _stop(f"{shortened(str(error.filename or 'the output'))}: {error.strerror or error}", 1)
    except Exception as error:
        if os.environ.get("MNNA_DEBUG"):
            raise
        _stop(
            f"mnna failed on this question ({type(error).__name__}: {error}). This is a mistake in mnna, not in what "
            "you asked; set MNNA_DEBUG=1 to see where.",
            1,
        )


def _forget_output() -> None:
    """Redirect standard output to nothing, so that Python does not try to write it again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _misused(error: click.UsageError) -> str:
    """Return click's message on a wrong or missing argument, in the form of our other errors."""
    first = "".join(sys.argv[1:2])
    path = error.ctx.command_path.strip() if error.ctx else NAME
    word, do = path.removeprefix(NAME).strip(), f"`{path} --help` lists what it takes."
    if isinstance(error, click.NoSuchOption):
        asked = f"{word} {error.option_name}".strip()
        return BadQuestion(asked, "there is no such option", error.possibilities or (), do).in_terminal()
    wrong = " ".join(error.format_message().split()).rstrip(".")
    return BadQuestion(word or first, f"{wrong[:1].lower()}{wrong[1:]}", (), do).in_terminal()


def _stop(message: str, code: int) -> None:
    click.echo(f"mnna: {message}", err=True)
    sys.exit(code)
