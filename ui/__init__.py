"""The window. Qt lives here and nowhere else; no rule of scoring does."""
