"""The columns and the rows of a panel of countries by years."""
