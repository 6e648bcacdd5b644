"""Merging: scan, plan, apply; and the state that follows from seals and decisions."""
