"""The ranking of countries by a declared rule, its back-test, and the forecasts that it is compared with."""
