"""How an amount of money may be written: one pattern, which the single case and a file of cases share.

`20e6`, `$20,000,000`, `60 000 000`, `60'000'000`, `US$1.2bn`, `350 million USD`, `$350M`, `~$350 million`,
`$350 million (est.)`.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from mnna.quick import quick_pattern

SCALES = {
    "": "",
    **dict.fromkeys(("k", "thousand", "thousands"), "e3"),
    **dict.fromkeys(("m", "mm", "mn", "mil", "million", "millions"), "e6"),
    **dict.fromkeys(("b", "bn", "billion", "billions"), "e9"),
}
"""Words and letters after a number, each with its exponent of ten."""

_ABOUT = r"(?:~|approx(?:imately|[.])?|about|est[.]) *"
ESTIMATE = rf"(?i)^(?:{_ABOUT}[0-9a-z$., ]+|[0-9a-z$. ]+[ (]est(?:imated|[.])?[)]?)$"
"""The pattern of an amount that is marked as an estimate."""

_WORDS = "|".join(sorted((word for word in SCALES if word), key=len, reverse=True))
WRITTEN = (
    rf"(?i)^(?:{_ABOUT})?(?:(?:usd)? *[$]?|us *[$]) *"
    r"([+-]?[0-9_, ]*[.]?[0-9]*(?:e[+-]?[0-9]+)?) *"
    rf"({_WORDS})?[.]? *"
    r"(?:usd|(?:us *)?[$]|us dollars|dollars)? *(?:[(]est(?:imated|[.])?[)]|est[.])?$"
)
"""The pattern of a whole amount: group 1 is the number, group 2 the word of scale. It works in Python, RE2 and Java."""

COMMAS = r"^[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]*)?$"
SPACES = r"^[+-]?[0-9]{1,3}( [0-9]{3})+([.][0-9]*)?$"
HARD_SPACES = "\u00a0\u2009\u202f'\u2019"
"""Blanks and apostrophes that typesetters put between thousands."""

_WRITTEN, _COMMAS, _SPACES = quick_pattern(WRITTEN), quick_pattern(COMMAS), quick_pattern(SPACES)


def read_amount(text: str) -> Decimal:
    """Return the amount in a text; raises `InvalidOperation` for other text."""
    found = _WRITTEN.match(text.strip().translate(dict.fromkeys(map(ord, HARD_SPACES), " ")))
    if found is None:
        raise InvalidOperation
    number = found[1].strip()
    if _COMMAS.match(number):
        number = number.replace(",", "")
    if _SPACES.match(number):
        number = number.replace(" ", "")
    return Decimal(number + SCALES[(found[2] or "").lower()])
