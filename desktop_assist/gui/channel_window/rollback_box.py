"""What bringing an old version back would do, looked at before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_assist.gui.channel_window.publish_panel import PublishPanel
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.settings.rows import muted_label

if TYPE_CHECKING:  # what makes signatures is heavy
    from desktop_assist.channel.signed.preview import Preview


class RollbackBox(QDialog):
    """The same safeguards as with any publishing."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring a version back"))
        told = self.tr(
            "The content of version {old} is published again as version {new}. The versions between"
            " stay in the history. The folder on your computer is not changed."
        )
        self.panel = PublishPanel(self)
        column = QVBoxLayout(self)
        column.addWidget(
            muted_label(told.format(old=preview.restores, new=preview.manifest.version))
        )
        column.addWidget(self.panel, 1)
        self.panel.retranslate()
        self.panel.show_previews([preview])
        self.resize(36 * em(self), 28 * em(self))
