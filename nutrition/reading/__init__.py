"""Files in, typed rows out: the readers' plans run on DuckDB, with rejects and a report."""
