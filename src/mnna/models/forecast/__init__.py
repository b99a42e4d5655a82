"""Which countries a declared rule ranks next, its back-test, and the baselines it is compared with."""
