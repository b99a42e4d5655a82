"""Who was designated, and who could have been."""

from __future__ import annotations

from datetime import date

from mnna.answers.compare.entrants import at_risk, entrants, outside_nato
from mnna.answers.data_context import evidence


def test_who_could_have_been_designated() -> None:
    real = evidence()
    risk = set(at_risk(real, 2021))
    assert {"MEX", "COL", "QAT", "IND"} <= risk
    assert not {"USA", "CAN", "BRA", "TWN", "PRI", "NATO"} & risk
    assert "TWN" in at_risk(real, 2001) and "TWN" not in at_risk(real, 2002)
    assert "FIN" in risk and "FIN" not in at_risk(real, 2023)  # a NATO member from 2023
    assert "BRA" in outside_nato(real, 2021)
    assert "SSD" not in at_risk(real, 2005)  # did not exist
    assert len(entrants(real, date(2026, 11, 24))) == 22
    assert len(entrants(real, date(2022, 4, 29))) == 18
