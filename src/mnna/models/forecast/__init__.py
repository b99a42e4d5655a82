"""Who is next: a declared rule, its back-test and its baselines."""
