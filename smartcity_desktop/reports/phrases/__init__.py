"""Values put into sentences: rules, decisions, notes, people."""
