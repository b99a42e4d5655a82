"""Effects of designation on outcomes: estimators with their placebos and permutation tests."""
