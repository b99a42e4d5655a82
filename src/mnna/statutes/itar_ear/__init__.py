"""The export regulations, ITAR (22 CFR) and EAR (15 CFR), a module for each section."""
