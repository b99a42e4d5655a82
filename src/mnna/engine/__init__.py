"""Decide questions of law for a country and a day, and write the answers as JSON."""
