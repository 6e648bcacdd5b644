"""Every colour, size and margin of the window; no other file of the window holds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from smartcity_desktop.workplace.preferences import Appearance

if TYPE_CHECKING:
    from smartcity_desktop.workplace.preferences import Preferences

GAP_4, GAP_8, GAP_12, GAP_16, GAP_24, GAP_32 = 4, 8, 12, 16, 24, 32
"""Gaps on a grid of 4 pixels."""

PAGE_MARGIN = GAP_24
CONTROL_HEIGHT, TARGET_SIZE = 32, 36
CORNER, BORDER, FOCUS_RING, THICK = 6, 1, 2, 3
UNLIMITED = 16777215
"""What Qt takes for no limit of a width or height."""
MINIMUM_WINDOW, USUAL_WINDOW = (1000, 520), (1366, 768)
DRAWERS_BELOW = 1180
"""Below this width the right column, then the left, becomes a drawer."""
LEFT_COLUMN, RIGHT_COLUMN = 272, 260
RAIL_WIDTH = 256
"""The coordinator's steps, with a figure beside each."""
READABLE_WIDTH = 640
"""A line of body text of about 75 characters."""
START_WIDTH = 860
"""Pages on which cards with a button at the right stand below each other."""
FORM_WIDTH = 1040
"""A form with two columns of fields or lists."""
BESIDE_FROM = 800
"""From this width two parts of a form stand beside each other; it grows with the text."""
TOPICS_WIDTH = 256
"""What waits for the plenary, one below the other."""
FORM_RAIL = 272
"""The steps of a form, numbered."""
FORM_TEXT = 92
"""A field with several lines."""
FORM_LIST = 180
"""The least height of a list that is typed or ticked."""
OFFERS_HEIGHT = 320
"""What is offered for three lines of a list; more of it scrolls."""
HEAD_WIDTH = 620
"""The picture of a document's head."""
DIALOG_WIDTH, WIDE_DIALOG, LIST_HEIGHT, DIALOG_LIST_HEIGHT = 560, 760, 240, 160
TITLE_BAR = 40
"""What the system's title bar takes of a screen."""
CHART_HEIGHT, BAR_HEIGHT, JOTTER_HEIGHT = 196, 12, 76
SIDE_BY_SIDE_FROM = 900
"""From this width two blocks of a page stand beside each other; it grows with the text."""
TREE_HEIGHT = 160
"""The least height of a list among other things on a page."""
MARK_SIZE = 16
SHEET_NARROWEST = 700
"""Below this width of the sheet the left column is a drawer as well."""
LEVEL_DISC = 22
"""Round ground of a level's number."""
LEVEL_NARROWEST, LEVEL_READABLE = 116, 220
"""Narrowest card of a level where up to five, and where more, stand beside each other."""
RANGE_FIELD = 112
THUMBNAIL = 48
NOTE_HEIGHT = 64
DETAILS_WIDTH, DETAILS_BESIDE_FROM, CELLS_HEIGHT = 440, 960, 200
"""What is shown of a chosen row, and the width from which it stands beside the table."""
JUDGE_COLUMN, RECEIPT_COLUMN, FIGURE_COLUMN, OBJECTOR_COLUMN = 190, 196, 72, 240
OUTCOME_COLUMN, INDICATOR_COLUMN = 160, 180
"""Columns of tables in which only one column takes what is left."""
MATRIX_CELL, MATRIX_HEIGHT, CALLS_WIDTH = 72, 320, 300
"""A judge's column in a matrix of regions and judges, and the least height of one."""
CELL_WIDTH, CELL_HEIGHT, GROUP_WIDTH = 56, 50, 168
EVIDENCE_HEIGHT, EVIDENCE_AROUND = 296, 224
"""A picture or page in a dialog, with its buttons: the smallest window has room for it; a larger
window keeps room only for what stands above and below."""
SPREAD_WIDTH, REGION_PANE, DOCUMENTS_WIDTH = 112, 420, 460
"""The judges' totals of a region as marks on a line; the pane of one region."""
PREVIEW_NARROWEST, RANKING_NARROWEST, REGION_PANE_NARROWEST = 464, 420, 340
"""Where there is less beside the list of documents, or the pane of a region, it stands alone."""
SEARCH_WIDTH = 200

BODY, SECONDARY, SECTION, TITLE, FIGURE = 12.0, 10.5, 14.0, 18.0, 28.0
SCREEN, SCREEN_TITLE = 22.0, 30.0
"""Sizes of text in points at 100 percent."""

PREVIEW_DPI = 84
"""Pixels an inch of a page on the screen at 100 percent."""


class Colours(Struct, frozen=True):
    """One set of colours; every text on its ground has a contrast of at least 4.5.

    Attributes:
        ground: behind everything. surface: of cards, lists and fields.
        text, quiet: first and second text. line: borders, 3 to 1. hair: decoration only.
        accent: the one colour that says "act here" or "chosen"; on_accent: text on it.
        danger: loss or forgery. attention: look here. verified: proven, nothing else.
    """

    ground: str
    surface: str
    text: str
    quiet: str
    line: str
    hair: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    attention: str
    attention_soft: str
    verified: str
    verified_soft: str


LIGHT = Colours(
    ground="#F4F5F7",
    surface="#FFFFFF",
    text="#1B1F24",
    quiet="#4A5462",
    line="#7F8793",
    hair="#D5D9DF",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    accent_soft="#E2EEF9",
    danger="#A8201A",
    danger_soft="#FBE9E7",
    attention="#7A4A00",
    attention_soft="#FFF1D6",
    verified="#17643A",
    verified_soft="#E3F3E9",
)
DARK = Colours(
    ground="#15181C",
    surface="#1E2227",
    text="#ECEFF3",
    quiet="#B7BFCA",
    line="#7C8694",
    hair="#343A42",
    accent="#84BCF7",
    on_accent="#0C1C2E",
    accent_soft="#1C3350",
    danger="#FFA196",
    danger_soft="#42211F",
    attention="#F3BE62",
    attention_soft="#3B2F18",
    verified="#7FD29F",
    verified_soft="#1B3525",
)
COLOURS = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}

GROUNDS = ("ground", "surface", "accent_soft")
TEXTS_ON_GROUNDS = ("text", "quiet")
PAIRS = (
    ("on_accent", "accent"),
    ("accent", "surface"),
    ("accent", "ground"),
    ("accent", "accent_soft"),
    ("danger", "surface"),
    ("danger", "ground"),
    ("danger", "danger_soft"),
    ("attention", "surface"),
    ("attention", "ground"),
    ("attention", "attention_soft"),
    ("verified", "surface"),
    ("verified", "ground"),
    ("verified", "verified_soft"),
    ("text", "danger_soft"),
    ("text", "attention_soft"),
    ("text", "verified_soft"),
)
"""(text, ground) that occur besides every text on every ground."""


class Theme(Struct, frozen=True):
    """What a person chose: colours and the size of text."""

    colours: Colours
    percent: int = 100

    def points(self, size: float) -> float:
        """Return a size of text at the chosen percentage."""
        return size * self.percent / 100

    def pixels(self, size: int) -> int:
        """Return a measure that grows with the text."""
        return round(size * self.percent / 100)


def theme_of(preferences: Preferences) -> Theme:
    """Return the theme that a person chose."""
    return Theme(COLOURS[preferences.appearance], preferences.text_percent)
