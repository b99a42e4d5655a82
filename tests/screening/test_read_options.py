"""How a file is to be read, as the user says it, and what is refused."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion
from mnna.screening.days import DayForm
from mnna.screening.read_options import ReadOptions


@pytest.mark.parametrize(
    ("dates", "decimal", "form", "comma"),
    [("dmy", "comma", DayForm.DAY_FIRST, True), ("mdy", "point", DayForm.MONTH_FIRST, False), (None, None, None, None)],
)
def test_how_a_file_is_read(dates: str | None, decimal: str | None, form: DayForm | None, comma: bool | None) -> None:
    options = ReadOptions(map={"total": "Value"}, dates=dates, decimal=decimal, na="X", fill_down=iter(["recipient"]))
    assert (options.form, options.comma, options.wanted, options.missing) == (form, comma, ("Value",), ("x",))
    assert options.fill_down == options.fill_down == ("recipient",)


def test_no_pairs_are_none() -> None:
    assert ReadOptions(map=None, set=None) == ReadOptions()  # type: ignore[arg-type]


@pytest.mark.parametrize(("given", "sign"), [(None, '"'), ("none", ""), ("'", "'")])
def test_the_sign_around_cells(given: str | None, sign: str) -> None:
    assert ReadOptions(quote=given).sign == sign


def test_an_encoding_has_its_own_name_or_is_refused() -> None:
    assert (ReadOptions(encoding="Latin-1").codec, ReadOptions().codec) == ("iso8859-1", None)
    with pytest.raises(BadQuestion, match="there is no such encoding"):
        ReadOptions(encoding="klingon").check()


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (ReadOptions(dates="ydm"), "the order of days 'ydm': there is no such order. Did you mean dmy or mdy?"),
        (ReadOptions(decimal="dot"), "the decimal sign 'dot': there is no such sign. Did you mean comma or point?"),
        (ReadOptions(skip=-1), "skip -1: it is below zero"),
        (ReadOptions(fill_down="x", quote="none"), "they do not go together"),
    ],
)
def test_a_value_that_cannot_be_is_refused(options: ReadOptions, wrong: str) -> None:
    with pytest.raises(BadQuestion) as raised:
        options.check()
    assert wrong in str(raised.value)
