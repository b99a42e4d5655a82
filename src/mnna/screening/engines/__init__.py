"""The engines that run a screening: DuckDB on one machine, Spark on a cluster."""
