"""Benchmarks, as ratios to another program or library measured in the same run; these are no tests."""
