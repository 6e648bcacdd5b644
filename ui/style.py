"""The look of Qt's own widgets, from the theme: Fusion with our colours on every system.

Widgets say what kind they are by their object name: Qt has an index of the rules for a name, and
tries every rule for a property on every widget. Nothing else is styled by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette

from ui.theme import (
    BODY,
    BORDER,
    CONTROL_HEIGHT,
    CORNER,
    FIGURE,
    FOCUS_RING,
    GAP_4,
    GAP_8,
    GAP_12,
    GAP_16,
    GAP_24,
    SECONDARY,
    SECTION,
    TITLE,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.theme import Theme


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole program the colours and the font of the theme.

    The style sheet belongs to windows, not to the application: Qt dresses a whole branch again
    whenever one of its widgets gets a parent, wherever the application or the parent has a style
    sheet. A page is built outside the window, and dressed once, on its way in.
    """
    palette = make_palette(theme)
    if application.palette() != palette:
        application.setPalette(palette)
    font = application.font()
    font.setPointSizeF(theme.points(BODY))
    # Figures of one width, in fonts that have both kinds.
    font.setFeature(QFont.Tag("tnum"), 1)
    if application.font() != font:
        application.setFont(font)


def wear(window: QWidget, theme: Theme) -> None:
    """Put the style sheet on a window; wearing it already, nothing is done.

    Putting it on polishes every widget in the window, which takes a second with a sheet of scores.
    """
    sheet = make_style_sheet(theme)
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def make_palette(theme: Theme) -> QPalette:
    """Return the colours of widgets that no style sheet reaches."""
    colours, role = theme.colours, QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.ground),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.quiet),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.Highlight, colours.accent),
        # Unless it is named, Windows puts the colour of its own desktop in its place.
        (role.Accent, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
        (role.Light, colours.surface),
        (role.Midlight, colours.hair),
        (role.Shadow, colours.line),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.quiet))
    return palette


def make_style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole program."""
    parts = (_texts, _buttons, _quiet_buttons, _choices, _marks, _fields, _tables, _frames)
    return "\n".join(part(theme) for part in parts)


def _texts(theme: Theme) -> str:
    c, pt = theme.colours, theme.points
    return f"""
QLabel {{ color: {c.text}; background: transparent; }}
QLabel#title {{ font-size: {pt(TITLE)}pt; font-weight: 600; }}
QLabel#section {{ font-size: {pt(SECTION)}pt; font-weight: 600; }}
QLabel#strong {{ font-weight: 600; }}
QLabel#quiet {{ font-size: {pt(SECONDARY)}pt; color: {c.quiet}; }}
QLabel#quiet-attention {{ font-size: {pt(SECONDARY)}pt; color: {c.attention}; }}
QLabel#figure {{ font-size: {pt(FIGURE)}pt; font-weight: 600; }}
QLabel#danger {{ color: {c.danger}; }}
QLabel#attention {{ color: {c.attention}; }}
QLabel#verified {{ color: {c.verified}; }}
QLabel#badge-official {{
    color: {c.on_accent}; background: {c.accent}; font-weight: 600;
    border-radius: {CORNER}px; padding: {GAP_4}px {GAP_12}px; }}
QLabel#badge-rehearsal {{
    color: {c.attention}; background: {c.attention_soft}; font-weight: 600;
    border: {FOCUS_RING}px dashed {c.attention};
    border-radius: {CORNER}px; padding: {GAP_4}px {GAP_12}px; }}
QToolTip {{ color: {c.text}; background: {c.surface}; border: {BORDER}px solid {c.line};
    padding: {GAP_4}px; }}
"""


def _buttons(theme: Theme) -> str:
    c = theme.colours
    inner = CONTROL_HEIGHT - 2 * (GAP_4 + FOCUS_RING)
    return f"""
QPushButton, QToolButton {{
    color: {c.text}; background: {c.surface}; border: {FOCUS_RING}px solid {c.line};
    border-radius: {CORNER}px; padding: {GAP_4}px {GAP_12}px; min-height: {inner}px; }}
QToolButton#menu {{ padding-right: {GAP_24 + GAP_4}px; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {c.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.quiet}; border-color: {c.hair}; }}
QPushButton#primary {{
    color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; font-weight: 600;
    padding: {GAP_4}px {GAP_16}px; }}
QPushButton#primary:hover {{ border-color: {c.text}; }}
QPushButton#primary:focus {{ border-color: {c.text}; }}
QPushButton#primary:disabled {{
    color: {c.quiet}; background: {c.ground}; border-color: {c.hair}; }}
"""


def _quiet_buttons(theme: Theme) -> str:
    c, pt = theme.colours, theme.points
    return f"""
QPushButton#link, QToolButton#link {{
    color: {c.accent}; background: transparent; border-color: transparent;
    font-size: {pt(SECONDARY)}pt; padding: {GAP_4}px {GAP_4}px; text-align: left; }}
QPushButton#link:hover, QToolButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus, QToolButton#link:focus {{ border-color: {c.accent}; }}
QPushButton#link:disabled {{ color: {c.quiet}; }}
QPushButton#link:checked, QToolButton#link:checked {{
    color: {c.attention}; background: {c.attention_soft}; }}
QPushButton#fold, QToolButton#fold {{
    color: {c.accent}; background: transparent; border-color: transparent;
    font-size: {pt(SECONDARY)}pt; padding: {GAP_4}px {GAP_4}px; text-align: left; }}
QToolButton#fold {{ padding-left: {GAP_24}px; }}
QPushButton#fold:hover, QToolButton#fold:hover {{ text-decoration: underline; }}
QPushButton#fold:checked, QToolButton#fold:checked {{
    color: {c.text}; background: {c.accent_soft}; }}
QPushButton#fold:focus, QToolButton#fold:focus {{ border-color: {c.accent}; }}
QPushButton#tab {{
    background: transparent; border-color: transparent; border-radius: 0;
    border-bottom-color: {c.hair}; padding: {GAP_4}px {GAP_12}px; }}
QPushButton#tab:checked {{
    color: {c.accent}; border-bottom-color: {c.accent}; font-weight: 600; }}
QPushButton#tab:focus {{ border-color: {c.accent}; }}
QPushButton#section-tab {{
    background: transparent; border-color: transparent; border-radius: 0;
    border-bottom-color: {c.hair}; font-size: {pt(SECONDARY)}pt; padding: {GAP_4}px {GAP_8}px; }}
QPushButton#section-tab:checked {{
    color: {c.accent}; border-bottom-color: {c.accent}; }}
QPushButton#section-tab:focus {{ border-color: {c.accent}; }}
"""


def _choices(theme: Theme) -> str:
    c = theme.colours
    return f"""
QPushButton#choice:checked {{ background: {c.accent_soft}; border-color: {c.accent};
    text-decoration: underline; }}
QPushButton#rail {{ text-align: left; background: transparent;
    border-color: transparent; padding: {GAP_4}px {GAP_8}px; }}
QPushButton#rail:hover {{ background: {c.ground}; }}
QPushButton#rail:checked {{ background: {c.accent_soft}; font-weight: 600;
    border-left: {GAP_4}px solid {c.accent}; }}
QPushButton#rail:focus {{ border: {FOCUS_RING}px solid {c.accent}; }}
"""


def _marks(theme: Theme) -> str:
    c, px = theme.colours, theme.pixels
    return f"""
QCheckBox, QRadioButton {{
    spacing: {GAP_8}px; padding: 0 {GAP_4}px; min-height: {CONTROL_HEIGHT}px;
    border: {FOCUS_RING}px solid transparent; border-radius: {CORNER}px; }}
QRadioButton::indicator, QCheckBox::indicator, QListView::indicator {{
    width: {px(GAP_12)}px; height: {px(GAP_12)}px; background: {c.surface};
    border: {FOCUS_RING}px solid {c.line}; }}
QRadioButton::indicator {{ border-radius: {px(GAP_12) // 2 + FOCUS_RING}px; }}
QRadioButton::indicator:checked {{
    width: {px(GAP_4)}px; height: {px(GAP_4)}px;
    border: {(px(GAP_12) - px(GAP_4)) // 2 + FOCUS_RING}px solid {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QListView::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
"""


def _fields(theme: Theme) -> str:
    c = theme.colours
    around = GAP_4 - BORDER
    inner = CONTROL_HEIGHT - 2 * (around + FOCUS_RING)
    return f"""
QLineEdit, QPlainTextEdit, QComboBox {{
    color: {c.text}; background: {c.surface}; border: {FOCUS_RING}px solid {c.line};
    border-radius: {CORNER}px; padding: {around}px {GAP_8}px; min-height: {inner}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
    placeholder-text-color: {c.quiet}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QListView, QComboBox QListView:focus {{
    border: {BORDER}px solid {c.line}; border-radius: 0; outline: 0; }}
QComboBox QListView::item {{ padding: {GAP_8}px; }}
QComboBox QListView::item:selected {{ color: {c.on_accent}; background: {c.accent}; }}
QComboBox::drop-down {{ border: none; width: {GAP_24}px; }}
QComboBox::down-arrow {{ image: none; }}
QLineEdit QToolButton {{
    background: transparent; border: none; padding: 0; min-height: 0; }}
QFileDialog QToolButton {{ padding: 0 {GAP_4}px; background: {c.line}; }}
QFileDialog QListView#sidebar {{ min-width: {5 * CONTROL_HEIGHT}px; }}
QPlainTextEdit {{ padding: {GAP_4}px; }}
QTextEdit {{ color: {c.text}; background: {c.surface}; border: {FOCUS_RING}px solid {c.hair};
    border-radius: {CORNER}px; }}
QTextEdit:focus {{ border-color: {c.accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
    border-color: {c.accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {c.quiet}; background: {c.ground}; }}
QListView, QTableView, QTreeView {{
    color: {c.text}; background: {c.surface}; border: {FOCUS_RING}px solid {c.hair};
    border-radius: {CORNER}px; gridline-color: {c.hair};
    selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QListView#lines::item, QTreeView#lines::item {{
    border: 0; padding: {GAP_4}px; }}
QListView#lines {{ outline: 0; }}
QListView#lines::item:focus {{ background: {c.accent_soft}; }}
QListView#lines::item:selected, QTreeView#lines::item:selected {{
    color: {c.text}; background: {c.accent_soft}; }}
QListView#lines::item:hover, QTreeView#lines::item:hover {{
    background: {c.accent_soft}; }}
QListView:focus, QTableView:focus, QTreeView:focus {{ border-color: {c.accent}; }}
"""


def _tables(theme: Theme) -> str:
    c = theme.colours
    return f"""
QHeaderView::section {{
    color: {c.quiet}; background: {c.ground}; border: none;
    border-bottom: {BORDER}px solid {c.line}; padding: {GAP_4}px {GAP_8}px; }}
QHeaderView::section:vertical {{ border-bottom-color: {c.hair}; }}
QTableCornerButton::section {{ background: {c.ground}; border: none;
    border-bottom: {BORDER}px solid {c.line}; }}
QTableView#ranking::item {{ padding: 0 {GAP_16}px 0 {GAP_8}px; }}
QTableView#ranking::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QTableView#ranking QHeaderView::section {{
    padding: {GAP_4}px {GAP_16}px {GAP_4}px {GAP_8}px; }}
QTableView#figures::item {{ padding: 0 {GAP_24}px 0 {GAP_8}px; }}
QTableView#figures::item:selected {{
    background: {c.accent_soft}; color: {c.text}; border: {FOCUS_RING}px solid {c.accent}; }}
QTableView#figures QHeaderView::section {{
    padding: {GAP_4}px {GAP_24}px {GAP_4}px {GAP_8}px; }}
QTableView#typed {{ outline: 0; }}
QTableView#typed::item {{ padding: 0 {GAP_8}px; }}
QTableView#typed::item:focus {{ border: {FOCUS_RING}px solid {c.accent}; }}
QTableView#typed::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QTableView#rows::item {{ padding: 0 {GAP_8}px; }}
QTableView#rows::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QProgressBar {{
    background: {c.hair}; border: none; border-radius: {GAP_4}px; max-height: {GAP_8}px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {GAP_4}px; }}
"""


def _frames(theme: Theme) -> str:
    c = theme.colours
    return f"""
QFrame#card {{
    background: {c.surface}; border: {BORDER}px solid {c.hair}; border-radius: {CORNER}px; }}
QFrame#header {{ background: {c.surface}; border: none;
    border-bottom: {BORDER}px solid {c.line}; }}
QFrame#foot {{ border: none; border-top: {BORDER}px solid {c.hair}; }}
QFrame#column {{ background: {c.surface}; border: none; }}
QFrame#drawer {{ background: {c.surface}; border: {BORDER}px solid {c.line}; }}
QFrame#notice-danger {{ background: {c.danger_soft};
    border: {BORDER}px solid {c.danger}; border-radius: {CORNER}px; }}
QFrame#notice-attention {{ background: {c.attention_soft};
    border: {BORDER}px solid {c.attention}; border-radius: {CORNER}px; }}
QFrame#notice-verified {{ background: {c.verified_soft};
    border: {BORDER}px solid {c.verified}; border-radius: {CORNER}px; }}
QFrame#notice-plain {{ background: {c.accent_soft};
    border: {BORDER}px solid {c.accent}; border-radius: {CORNER}px; }}
QScrollArea, QScrollArea > QWidget > QWidget#ground {{
    background: transparent; border: none; }}
QScrollBar:vertical {{ background: {c.ground}; width: {GAP_12}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.line}; border-radius: {GAP_4}px; min-height: {CONTROL_HEIGHT}px;
    margin: {GAP_4 // 2}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QAbstractScrollArea::corner {{ background: {c.ground}; border: none; }}
QScrollBar:horizontal {{ background: {c.ground}; height: {GAP_12}px; margin: 0; }}
QScrollBar::handle:horizontal {{
    background: {c.line}; border-radius: {GAP_4}px; min-width: {CONTROL_HEIGHT}px;
    margin: {GAP_4 // 2}px; }}
QSplitter::handle {{ background: {c.hair}; }}
QMenu {{ color: {c.text}; background: {c.surface}; border: {BORDER}px solid {c.line}; }}
QMenu::item {{ padding: {GAP_8}px {GAP_16}px; }}
QMenu::item:selected {{ color: {c.on_accent}; background: {c.accent}; }}
"""
