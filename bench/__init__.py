"""Measurements, as ratios to a peer in the same run; nothing here is a test."""
