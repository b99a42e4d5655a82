"""Statistical models of past designations: which country is next, what should count, what designation changed.

    rank.rank(on=, event=, country=)          which countries the rule ranks next, with its back-test
    criteria.criteria(...)                    how candidates compare over all weights of the criteria
    effects.effects("us_troops")              what designation changed in an outcome, by permutation
    synthetic_control.fit(rows, ...)          one unit against a weighted average of the others

The estimators work on plain tables and arrays, so that they can be run on any published data set. `diff_diff` and
`firthmodels` are imported when first needed.
"""
