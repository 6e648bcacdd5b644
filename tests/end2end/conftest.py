"""The window is driven here as in its own tests, and as strictly."""

from tests.ui.conftest import context, no_silence, window

__all__ = ["context", "no_silence", "window"]
