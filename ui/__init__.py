"""The window. Qt lives here and nowhere else; no rule of scoring does."""

from ui.binding import import_binding

import_binding()
