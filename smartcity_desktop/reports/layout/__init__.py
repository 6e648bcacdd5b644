"""How words are set on paper: legible text, wrapping, styles, tables, signature blocks."""
