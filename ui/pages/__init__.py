"""Whole pages of the window; no page knows another."""
