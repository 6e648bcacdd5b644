"""Words, figures and dates in the language of a screen or of a paper."""
