"""A new assessment, step by step: the parts of the page and what they share."""
