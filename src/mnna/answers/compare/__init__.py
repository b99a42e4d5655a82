"""The command `compare`: how a candidate compares with the incumbents at the time each of them joined.

compare("MEX", to=["COL"])                       measure by measure, with percentiles and the nearest incumbents
timelines("homicide_rate", ["MEX", "COL"])       a measure over the years, with the statuses behind the line
"""

from mnna.answers.compare.comparison import Comparison, Row, compare, compare_in
from mnna.answers.compare.measures import MEASURES, MeasureList, Reading, measure_list
from mnna.answers.compare.timelines import Timelines, timelines

__all__ = ["MEASURES", "Comparison", "MeasureList", "Reading", "Row", "Timelines", "compare", "compare_in"]
__all__ += ["measure_list", "timelines"]
