"""Reading and checking instruments: what is scored, and by which rules, from TOML."""
