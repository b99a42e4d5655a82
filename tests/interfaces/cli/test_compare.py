"""`mnna compare` at the terminal."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from mnna.answers.compare import Comparison, compare
from mnna.interfaces.cli.compare import command

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def to_colombia() -> Comparison:
    return compare("MEX", to=["COL"], on=TODAY)


def test_the_command(to_colombia: Comparison) -> None:
    done = CliRunner().invoke(command, ["MEX", "--to", "COL", "--on", TODAY, "--json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout) == json.loads(json.dumps(to_colombia.to_dict()))
    said = CliRunner().invoke(command, ["MEX", "--to", "COL", "--on", TODAY]).stdout
    assert "designated 2022-05-23, measured in 2021" in said and "COL 2021, outside" in said
    assert "homicide_rate" in CliRunner().invoke(command, ["--list"]).stdout
    assert "Nearest" not in CliRunner().invoke(command, ["MEX", "--lines", "homicide_rate"]).stdout
