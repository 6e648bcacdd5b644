"""Checking files that somebody hands over: with an assessment open, or without any."""
