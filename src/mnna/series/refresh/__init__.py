"""Download of newer figures from their official addresses into the user's data directory, one data set at a time.

    refresh()                                all data sets, except those that must be named
    refresh(["homicide_rate"])               the data set of an indicator
    refresh(["census-trade-api"])            a data set by name (this one must be named, because it needs a key)
    refresh(["meetings"])                    visits and travels of leaders, by the Historian (must be named)
    refresh(["notices"])                     arms sales in the Federal Register (must be named)
    from_file("v-dem", "V-Dem-CY-Core.zip")  a copy downloaded by hand

`approve` is called with the differences between newer and stored figures (`drift`), and decides whether the newer ones
are stored. A download that fails, or that does not pass the checks, changes nothing. Presidential determinations are
reported as candidates for the registry and never applied.
"""

from mnna.series.refresh.drift import Drift, NoticeDifference, Revision
from mnna.series.refresh.federal_register import Candidate
from mnna.series.refresh.fetch import Limits, Progress
from mnna.series.refresh.run import Approve, Outcome, from_file, refresh, refreshable

__all__ = [
    "Approve",
    "Candidate",
    "Drift",
    "Limits",
    "NoticeDifference",
    "Outcome",
    "Progress",
    "Revision",
    "from_file",
    "refresh",
    "refreshable",
]
