"""What a palette cannot say: round corners, thin borders, room around text."""

from __future__ import annotations

from desktop_assist.bundled import resources
from desktop_assist.gui.look.theme import LIGHT, Theme


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole application in `theme`."""
    # Of two rules that fit equally well the later one counts: the order matters.
    return "".join(part(theme) for part in _PARTS)


def _icons() -> str:
    """The folder of pictures, as a style sheet writes it."""
    return (resources() / "icons").as_posix()


def _text_fields(theme: Theme) -> str:
    """Lines and texts that are typed into."""
    return f"""
    QLineEdit, QTextEdit, QPlainTextEdit {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.25em 0.4em;
        background: {theme.base};
    }}
    QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus {{ border-color: {theme.accent}; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.block}; }}
    """


def _buttons(theme: Theme) -> str:
    """Buttons to press; the one that Enter presses is filled."""
    return f"""
    QPushButton {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.35em 1em;
        background: {theme.button}; color: {theme.text};
    }}
    QPushButton:hover, QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:checked {{ background: {theme.selected}; border-color: {theme.accent}; }}
    QPushButton:pressed {{ background: {theme.selected}; }}
    QPushButton:disabled {{ color: {theme.muted}; }}
    QPushButton:default:enabled {{
        background: {theme.accent}; border-color: {theme.accent}; color: {theme.on_accent};
    }}
    """


def _scroll_bars(theme: Theme) -> str:
    """Narrow ones without arrows."""
    return f"""
    QScrollBar:vertical {{ border: none; background: transparent; width: 0.7em; margin: 0; }}
    QScrollBar:horizontal {{ border: none; background: transparent; height: 0.7em; margin: 0; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 3px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: 2em; }}
    QScrollBar::handle:horizontal {{ min-width: 2em; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _check_boxes(theme: Theme) -> str:
    """Boxes to tick."""
    return f"""
    QCheckBox::indicator {{
        border: 1px solid {theme.muted}; border-radius: 3px; width: 1em; height: 1em;
        background: {theme.base};
    }}
    QCheckBox::indicator:focus {{ border-color: {theme.accent}; }}
    QCheckBox::indicator:checked {{
        border-color: {theme.accent}; background: {theme.accent};
        image: url("{_icons()}/tick.png");
    }}
    """


def _choices(theme: Theme) -> str:
    """Drop-down lists, numbers, and the button that opens a calendar."""
    return f"""
    QComboBox, QSpinBox {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.25em 0.4em;
        background: {theme.base};
    }}
    QComboBox QLineEdit, QSpinBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 0; }}
    QComboBox:focus, QSpinBox:focus {{ border-color: {theme.accent}; }}
    QComboBox[wrong="true"] {{ border-color: {theme.block}; }}
    QComboBox::drop-down {{ border: none; width: 1.8em; }}
    QComboBox {{ combobox-popup: 0; }}
    DateInput > QToolButton {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.45em;
        background: {theme.button};
    }}
    QComboBox::down-arrow, DateInput > QToolButton::down-arrow {{
        width: 0.8em; height: 0.8em;
        image: url("{_icons()}/down.png");
    }}
    QComboBox QAbstractItemView {{
        border: 1px solid {theme.border}; padding: 0.2em; background: {theme.base};
        selection-background-color: {theme.selected}; selection-color: {theme.text};
    }}
    """


def _calendar(theme: Theme) -> str:
    """The calendar, whose own bar has the system's colours."""
    return f"""
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme.window}; }}
    QCalendarWidget QToolButton {{
        border: none; padding: 0.3em 0.6em; background: transparent; color: {theme.text};
    }}
    QCalendarWidget QToolButton:hover {{ background: {theme.selected}; }}
    """


def _tables(theme: Theme) -> str:
    """Tables and what is listed in a frame like theirs."""
    return f"""
    QTableWidget, SnippetList > QListWidget {{
        border: 1px solid {theme.border}; border-radius: 6px; background: {theme.base};
    }}
    QTableWidget {{ gridline-color: {theme.border}; }}
    QTableWidget QComboBox {{ border: none; border-radius: 0; }}
    QHeaderView {{ border: none; background: transparent; }}
    QHeaderView::section {{
        border: none; border-bottom: 1px solid {theme.border}; padding: 0.25em;
        background: transparent; color: {theme.muted};
    }}
    """


def _tabs(theme: Theme) -> str:
    """Tabs, told apart by the line beneath."""
    return f"""
    QTabBar::tab {{
        border: none; border-bottom: 2px solid {theme.border}; padding: 0.35em 1em;
        background: transparent; color: {theme.muted};
    }}
    QTabBar::tab:selected {{ border-color: {theme.accent}; color: {theme.text}; }}
    QTabBar::tab:focus {{ color: {theme.match}; }}
    """


def _lists(theme: Theme) -> str:
    """Lists; what is chosen is a rounded field."""
    return f"""
    QListWidget {{ outline: none; }}
    QListWidget::item {{
        border-radius: 5px; padding-left: 0.5em; background: transparent; color: {theme.text};
    }}
    QListWidget::item:selected {{ background: {theme.selected}; }}
    """


def _menus(theme: Theme) -> str:
    """Menus and what is ticked in them."""
    return f"""
    QMenu {{
        border: 1px solid {theme.border}; padding: 0.3em; background: {theme.base};
    }}
    QMenu::item {{
        border-radius: 4px; padding: 0.35em 1em 0.35em 2.2em; background: transparent;
        color: {theme.text};
    }}
    QMenu::item:selected {{ background: {theme.selected}; }}
    QMenu::item:disabled {{ color: {theme.muted}; }}
    QMenu::separator {{ height: 1px; margin: 0.3em 0.6em; background: {theme.border}; }}
    QMenu::indicator {{
        border: 1px solid {theme.muted}; border-radius: 3px; width: 1em; height: 1em;
        left: 0.6em; background: {theme.base};
    }}
    QMenu::indicator:checked {{
        border-color: {theme.accent}; background: {theme.accent};
        image: url("{_icons()}/tick.png");
    }}
    """


def _tips(theme: Theme) -> str:
    """What pops up beside something."""
    return f"""
    QBalloonTip QLabel {{ color: {LIGHT.text}; }}
    QToolTip {{
        border: 1px solid {theme.border}; padding: 0.25em;
        background: {theme.base}; color: {theme.text};
    }}
    """


def _roles(theme: Theme) -> str:
    """What a property of ours makes of a plain widget."""
    return f"""
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="problem"] {{ color: {theme.block}; }}
    QFrame[role="card"] {{ border: 1px solid transparent; border-radius: 6px; }}
    QFrame[role="card"][current="true"] {{
        border-color: {theme.border}; background: {theme.selected};
    }}
    QPushButton[role="wording"] {{ text-align: left; padding: 0.25em 0.6em; }}
    QPushButton[role="wording"]:checked {{
        background: {theme.added}; border-color: {theme.added_text}; color: {theme.added_text};
    }}
    QFrame[role="window"] {{ border: 1px solid {theme.border}; background: {theme.window}; }}
    """


_PARTS = (
    _text_fields,
    _buttons,
    _scroll_bars,
    _check_boxes,
    _choices,
    _calendar,
    _tables,
    _tabs,
    _lists,
    _menus,
    _tips,
    _roles,
)
