"""The window. Qt lives here and nowhere else; no rule of scoring does."""

from ui.plain_imports import import_plainly

import_plainly()
