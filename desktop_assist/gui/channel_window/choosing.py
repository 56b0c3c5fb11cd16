"""Asks for a file, a folder or a yes; nothing waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

Then = Callable[[Path], object]


def open_file(parent: QWidget, title: str, then: Then) -> None:
    """Ask for a file that is there."""
    ask = QFileDialog(parent, title)
    ask.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(ask, then)


def open_folder(parent: QWidget, title: str, start: Path, then: Then) -> None:
    """Ask for a folder, beginning in `start`."""
    ask = QFileDialog(parent, title, str(start))
    ask.setFileMode(QFileDialog.FileMode.Directory)
    ask.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(ask, then)


def save_file(
    parent: QWidget, title: str, name: str, then: Then, *, replaces: bool = False
) -> None:
    """Ask where to write a file that is offered the name `name`.

    Where the work `replaces` nothing, it has a sentence of its own for a file that is there.
    """
    ask = QFileDialog(parent, title)
    ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    ask.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)
    ask.selectFile(name)
    _open(ask, then)


def agree(
    parent: QWidget, question: str, consequences: str, yes: str, then: Callable[[], object]
) -> None:
    """Ask whether to do something that is not easily taken back; Esc and Enter mean no."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(parent.window().windowTitle())
    box.setTextFormat(Qt.TextFormat.PlainText)  # names in it come from a channel
    box.setText(question)
    box.setInformativeText(consequences)
    cancel = box.addButton(
        QCoreApplication.translate("ChannelWindow", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole).clicked.connect(lambda _on: then())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _open(ask: QFileDialog, then: Then) -> None:
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ask.fileSelected.connect(lambda name: then(Path(name)))
    ask.open()
