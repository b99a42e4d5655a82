"""`mnna MEX`: a country in place of a command gives its memo."""

from __future__ import annotations

from mnna.interfaces.words.next import ENDPOINT

SHORT = ENDPOINT._replace(word="COUNTRY")
