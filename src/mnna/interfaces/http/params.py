"""The parameters of pages that are not declared as an `Endpoint` yet."""

from __future__ import annotations

from mnna.interfaces import params as declared
from mnna.interfaces.params import LONGEST as LONGEST
from mnna.interfaces.params import MOST as MOST
from mnna.interfaces.params import Given as Given
from mnna.interfaces.params import Param as Param
from mnna.interfaces.params import read as read

COUNTRY = declared.COUNTRY._replace(where="path")
COUNTRY_QUERY = declared.COUNTRY
ON = declared.ON
