"""The two kinds of file, and the only SQL: every table, every query, every safe write."""
