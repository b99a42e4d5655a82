"""Where a screening runs: DuckDB on one machine, Spark on many."""
