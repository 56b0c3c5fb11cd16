"""A line above a part of a view."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop_assist.gui.palette.results import wrapped_label


def heading_label(parent: QWidget) -> QLabel:
    """A sentence in bold letters."""
    label = wrapped_label(parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
