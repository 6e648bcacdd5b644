"""Questions that stand before a page."""
