"""Who is next, and what did designation change: estimates with their own modesty.

    rank.rank(on=, event=, country=)          who history says is next, with the back-test on its first page
    criteria.criteria(...)                    what should count, stochastic over all weights
    effects.effects("us_troops")              what designation changed, with permutation inference
    synthetic_control.fit(rows, ...)          one designee against a weighted average of the others

Everything below `panel.py` works on plain tables and arrays, so any published case can be run through it.
Nothing here is imported by the core doors; `diff_diff` and `firthmodels` are imported when first needed.
"""
