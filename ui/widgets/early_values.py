"""Values of Qt's namespace ``Qt`` for what is made at the start, to be set as properties.

Python makes all 1,195 names of that namespace when the first of them is asked for, which takes
about as long as building the start page. A test compares them with Qt's own.
"""

from __future__ import annotations

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText``, of the property ``textFormat``."""
NO_FOCUS = 0
"""``Qt.FocusPolicy.NoFocus``, of the property ``focusPolicy``."""
CENTRED = 132
"""``Qt.AlignmentFlag.AlignCenter``, of the property ``alignment``."""
NEVER_SCROLLS = 1
"""``Qt.ScrollBarPolicy.ScrollBarAlwaysOff``, of the properties ``...ScrollBarPolicy``."""
