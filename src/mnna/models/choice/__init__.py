"""Comparison of candidates on several criteria, over all possible weights of the criteria."""
