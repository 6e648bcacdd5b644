"""Founding an assessment: a draft that is never lost, what it lacks, and what is made of it."""
