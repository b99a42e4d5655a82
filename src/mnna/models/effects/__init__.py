"""What designation changed: estimators with their placebos and permutation tests."""
