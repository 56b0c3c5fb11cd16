"""What a palette cannot say: round corners, thin borders, room around text."""

from __future__ import annotations

from desktop_assist.bundled import resources
from desktop_assist.gui.look.theme import LIGHT, Theme


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole application in `theme`."""
    icons = (resources() / "icons").as_posix()
    return f"""
    QLineEdit, QTextEdit, QPlainTextEdit {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.25em 0.4em;
        background: {theme.base};
    }}
    QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus {{ border-color: {theme.accent}; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.block}; }}
    QPushButton {{
        border: 1px solid {theme.border}; border-radius: 6px; padding: 0.35em 1em;
        background: {theme.button}; color: {theme.text};
    }}
    QPushButton:hover, QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:checked {{ background: {theme.selected}; border-color: {theme.accent}; }}
    QPushButton:pressed {{ background: {theme.selected}; }}
    QPushButton:disabled {{ color: {theme.muted}; }}
    QPushButton:default {{
        background: {theme.accent}; border-color: {theme.accent}; color: {theme.on_accent};
    }}
    QScrollBar:vertical {{ border: none; background: transparent; width: 0.7em; margin: 0; }}
    QScrollBar:horizontal {{ border: none; background: transparent; height: 0.7em; margin: 0; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 3px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: 2em; }}
    QScrollBar::handle:horizontal {{ min-width: 2em; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QCheckBox::indicator {{
        border: 1px solid {theme.muted}; border-radius: 3px; width: 1em; height: 1em;
        background: {theme.base};
    }}
    QCheckBox::indicator:focus {{ border-color: {theme.accent}; }}
    QCheckBox::indicator:checked {{
        border-color: {theme.accent}; background: {theme.accent};
        image: url("{icons}/tick.png");
    }}
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
        image: url("{icons}/down.png");
    }}
    QComboBox QAbstractItemView {{
        border: 1px solid {theme.border}; padding: 0.2em; background: {theme.base};
        selection-background-color: {theme.selected}; selection-color: {theme.text};
    }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme.window}; }}
    QCalendarWidget QToolButton {{
        border: none; padding: 0.3em 0.6em; background: transparent; color: {theme.text};
    }}
    QCalendarWidget QToolButton:hover {{ background: {theme.selected}; }}
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
    QTabBar::tab {{
        border: none; border-bottom: 2px solid {theme.border}; padding: 0.35em 1em;
        background: transparent; color: {theme.muted};
    }}
    QTabBar::tab:selected {{ border-color: {theme.accent}; color: {theme.text}; }}
    QTabBar::tab:focus {{ color: {theme.match}; }}
    QListWidget {{ outline: none; }}
    QListWidget::item {{
        border-radius: 5px; padding-left: 0.5em; background: transparent; color: {theme.text};
    }}
    QListWidget::item:selected {{ background: {theme.selected}; }}
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
        image: url("{icons}/tick.png");
    }}
    QBalloonTip QLabel {{ color: {LIGHT.text}; }}
    QToolTip {{
        border: 1px solid {theme.border}; padding: 0.25em;
        background: {theme.base}; color: {theme.text};
    }}
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
