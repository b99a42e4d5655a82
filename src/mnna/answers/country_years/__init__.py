"""Countries by years: what a panel asks, its columns, its rows, and the files it is written to."""
