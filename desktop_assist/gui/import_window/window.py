"""The import window: what the files would bring, then Import or Cancel."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from desktop_assist.errors import AssistError
from desktop_assist.gui.i18n import told, translated
from desktop_assist.gui.import_window.bringing import Bringing, Brought
from desktop_assist.gui.import_window.frame import ImportFrame
from desktop_assist.gui.import_window.looking import Looking, Seen, Wish
from desktop_assist.gui.import_window.page import page
from desktop_assist.gui.import_window.ports import ImportPorts
from desktop_assist.gui.import_window.rows import ALL, AnyIndex
from desktop_assist.gui.import_window.wording import encoding_name
from desktop_assist.gui.look.theme import Theme
from desktop_assist.packs.exchange.preview import Options
from desktop_assist.services.library_changes import Done

SUFFIXES = "*.csv *.tsv *.txt *.xls *.xlsx *.xlsm *.xlsb *.et *.ods *.json *.yml *.yaml"

_NAMED = 5
"""So many pictures that stayed behind are named."""


class ImportWindow(ImportFrame):
    """Nothing is written before Import is pressed, and one undo takes all of it back."""

    library_changed = Signal()
    """Replies came in, or went again: they are to be read anew, at once."""

    def __init__(self, ports: ImportPorts) -> None:
        super().__init__()
        self._ports = ports
        self._wish = Wish(())
        self._seen: Seen | None = None
        self._result = ""
        self._looking = Looking(ports, self)
        self._bringing = Bringing(ports, self)
        self.setAcceptDrops(True)
        self._connect()
        self._show_nothing()
        self._look_for_last()

    # -- what is shown

    def open_files(self, files: Sequence[Path]) -> None:
        """Look at other files; what was chosen for those before is forgotten."""
        self._result = ""
        self._looking.forget()
        self.merges.forget()
        self._set_silently(encoding="", translate=True)
        self._look(Wish(tuple(files), options=self._options()))

    def _look(self, wish: Wish) -> None:
        self._wish = wish
        self._seen = None
        self._show_busy()
        self._tell(self.tr("Reading {files} …").format(files=_names(wish.files)))
        self._looking.look(wish)

    def _show_busy(self) -> None:
        self.import_button.setEnabled(False)
        self.progress.setValue(0)
        self.progress.show()

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.progress.hide()
        tables = [one for one in seen.readings if one.columns is not None]
        self.mapping.show_columns(tables[0].columns if tables else None)
        self._show_encoding(seen)
        self.rows.show_preview(seen.preview)
        self.merges.show_offers(seen.preview.merges)
        self.filters[ALL].setChecked(True)
        self.show_counts(self.rows.counts)
        self.table.selectRow(0)
        self._show_row(self.table.currentIndex())
        self._tell(*self._read_sentences(seen))

    def _read_sentences(self, seen: Seen) -> list[str]:
        one = self.tr("{file}: {format}, {count} replies.")
        read = [
            one.format(
                file=reading.file.name, format=translated(reading.title), count=len(reading.replies)
            )
            for reading in seen.readings
        ]
        result = [self._result] if self._result else []
        return [*result, *read, *(told(error) for error in seen.errors)]

    def _show_encoding(self, seen: Seen) -> None:
        known = [one.encoding for one in seen.readings if one.encoding]
        self.encoding.setEnabled(bool(known))
        if known and not seen.wish.encoding:
            words = self.tr("Automatic: {encoding}").format(encoding=encoding_name(known[0]))
            self.encoding.setItemText(0, words)

    def _show_nothing(self) -> None:
        self.show_counts(self.rows.counts)
        self._show_chosen()
        self._tell(
            self.tr(
                "Choose or drop files: CSV, Excel, JSON or YAML of other tools."
                " You see first what would come in."
            )
        )

    def _show_row(self, index: AnyIndex) -> None:
        row = self.rows.row(index)
        self.page.setHtml("" if row is None else page(row, Theme.of(self.palette())))

    def _show_chosen(self) -> None:
        count = len(self.rows.chosen)
        self.import_button.setText(self.tr("Import {count}").format(count=count))
        can_come = count > 0 and self._seen is not None and not self._bringing.is_busy
        self.import_button.setEnabled(can_come)

    def _show_filter(self, name: str) -> None:
        self.rows.choose_filter(name)
        self.table.selectRow(0)
        self._show_row(self.table.currentIndex())

    def _tell(self, *sentences: str, role: str = "muted") -> None:
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
        self.told.setText("\n".join(sentences))

    # -- what is done

    def bring(self) -> None:
        """Keep the chosen replies."""
        items = self.rows.wanted()
        if self._seen is None or not items or self._bringing.is_busy:
            return
        self.undo_line.clear()
        self._tell(self.tr("Importing {count} …").format(count=len(items)))
        self._result = ""
        self.last_button.hide()
        self._bringing.bring(items)
        self._show_busy()

    def _brought(self, brought: Brought) -> None:
        done = brought.done
        came = self.tr("{count} imported.").format(count=len(done.keys))
        if done.left:
            locked = self.tr("{count} stayed as they were: the team has locked them.")
            came = f"{came} {locked.format(count=len(done.left))}"
        if brought.lost:
            behind = self.tr("Without pictures that cannot be read: {names}.")
            came = f"{came} {behind.format(names=', '.join(brought.lost[:_NAMED]))}"
        self.undo_line.offer(came, lambda: self._undo(done))
        self._renew()

    def _undo(self, done: Done) -> None:
        self._tell(self.tr("Taking {count} back …").format(count=len(done.keys)))
        self._bringing.undo(done)
        self._show_busy()

    def _undo_last(self) -> None:
        self._tell(self.tr("Taking the last import back …"))
        self.last_button.hide()
        self._bringing.undo_last()
        self._show_busy()

    def _taken_back(self, done: Done) -> None:
        self.progress.hide()
        gone = self.tr("{count} were taken back; those that were new lie in the bin.")
        self._result = gone.format(count=len(done.keys))
        if done.left:
            left = self.tr("{count} were changed since and stayed as they are.")
            self._result = f"{self._result} {left.format(count=len(done.left))}"
        self._tell(self._result)
        self._renew()

    def _look_for_last(self) -> None:
        """Offer to take back the last import of before, where there is one."""
        if self._ports.last is not None:
            self._ports.background.run(self._ports.last.about, self._offer_last)

    def _offer_last(self, about: tuple[datetime.datetime, int] | None) -> None:
        is_free = not self._bringing.is_busy and not self.undo_line.told
        self.last_button.setVisible(about is not None and is_free)
        if about is not None:
            moment = QDateTime.fromSecsSinceEpoch(int(about[0].timestamp()))
            when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            hint = self.tr("{when}: {count} replies").format(when=when, count=about[1])
            self.last_button.setToolTip(hint)

    def _renew(self) -> None:
        self.library_changed.emit()
        if self._wish.files:
            self._look(self._wish)

    def _fail(self, error: AssistError) -> None:
        self.progress.hide()
        self._show_chosen()
        self._tell(told(error), role="problem")
        self._look_for_last()

    def ask_files(self) -> None:
        """Let somebody choose files."""
        ask = QFileDialog(self, self.tr("Import from"))
        ask.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = self.tr("Replies of other tools")
        ask.setNameFilters([f"{kinds} ({SUFFIXES})", f"{self.tr('All files')} (*)"])
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        ask.open()

    def cancel(self) -> None:
        """Stop what is under way; where nothing is, close."""
        busy = [one for one in (self._looking, self._bringing) if one.is_busy]
        for one in busy:
            one.stop()
        if not busy:
            self.close()

    def _stopped(self) -> None:
        self.progress.hide()
        self._show_chosen()
        self._tell(self.tr("Stopped. Nothing was written."))
        self._look_for_last()

    def _look_again(self) -> None:
        if self._wish.files:
            wish = Wish(
                self._wish.files, self.encoding.currentData(), self._wish.roles, self._options()
            )
            self._look(wish)

    def _look_with(self, roles: object) -> None:
        if isinstance(roles, tuple):
            self._look(Wish(self._wish.files, self._wish.encoding, roles, self._options()))

    def _options(self) -> Options:
        return Options(
            translate=self.translate_box.isChecked(),
            merges=dict(self.merges.chosen),
            unsorted=self.tr("Unsorted"),
        )

    def _set_silently(self, *, encoding: str, translate: bool) -> None:
        for widget in (self.encoding, self.translate_box):
            widget.blockSignals(True)
        self.encoding.setCurrentIndex(self.encoding.findData(encoding))
        self.translate_box.setChecked(translate)
        for widget in (self.encoding, self.translate_box):
            widget.blockSignals(False)

    # -- the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.open_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._looking.stop()
        self._bringing.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.name()
            self.show_counts(self.rows.counts)
            self._show_chosen()
            if self._seen is not None:
                self._tell(*self._read_sentences(self._seen))
                self._show_encoding(self._seen)
            elif not self._wish.files:
                self._show_nothing()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._show_row(self.table.currentIndex())
        super().changeEvent(event)

    def _connect(self) -> None:
        self.files_button.clicked.connect(self.ask_files)
        self.encoding.currentIndexChanged.connect(lambda _at: self._look_again())
        self.translate_box.toggled.connect(lambda _on: self._look_again())
        self.mapping.changed.connect(self._look_with)
        self.merges.changed.connect(lambda _chosen: self._look_again())
        for name, button in self.filters.items():
            button.clicked.connect(lambda _on, wanted=name: self._show_filter(wanted))
        self.all_button.clicked.connect(lambda: self.rows.choose_shown(on=True))
        self.none_button.clicked.connect(lambda: self.rows.choose_shown(on=False))
        self.rows.chosen_changed.connect(self._show_chosen)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _old: self._show_row(now))
        for work in (self._looking, self._bringing):
            work.progressed.connect(lambda part: self.progress.setValue(round(part * 1000)))
            work.stopped.connect(self._stopped)
        self._looking.seen.connect(self._show)
        self._looking.found.connect(self._add_findings)
        self._bringing.brought.connect(self._brought)
        self._bringing.taken_back.connect(self._taken_back)
        self._bringing.failed.connect(self._fail)
        self.import_button.clicked.connect(self.bring)
        self.last_button.clicked.connect(self._undo_last)
        self.cancel_button.clicked.connect(self.cancel)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo_line.undo)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancel)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.ask_files)

    def _add_findings(self, found: object) -> None:
        if isinstance(found, dict):
            self.rows.add_findings(found)
            self.show_counts(self.rows.counts)
            self._show_row(self.table.currentIndex())


def _names(files: Sequence[Path]) -> str:
    return ", ".join(file.name for file in files)
