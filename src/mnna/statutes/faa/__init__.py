"""The Foreign Assistance Act of 1961, a module for each section."""
