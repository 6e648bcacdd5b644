"""Freezing the results: a checklist, the act itself, reopening, objections."""
