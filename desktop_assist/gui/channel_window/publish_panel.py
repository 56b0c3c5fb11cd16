"""What is about to be published: the differences, what stands in the way, notes, Publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_assist.gui.channel_window.difference import (
    MOST_SHOWN,
    html_of_text,
    paragraph,
    parts_of_differences,
)
from desktop_assist.gui.channel_window.long_page import LongPage
from desktop_assist.gui.channel_window.page import button, form, name_label, row_of
from desktop_assist.gui.channel_window.wording import counts
from desktop_assist.gui.i18n import translated
from desktop_assist.gui.look.placing import em
from desktop_assist.gui.look.theme import Theme

if TYPE_CHECKING:  # what makes signatures is heavy
    from desktop_assist.channel.signed.preview import Preview

translate = QCoreApplication.translate


class PublishPanel(QWidget):
    """Shows previews; Publish is open once nothing stands in the way."""

    publish_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.previews: Sequence[Preview] = ()
        self._is_free = True
        self.page = LongPage(self)
        self.notes = QLineEdit()
        self.reason = QLineEdit()
        self.over = QCheckBox()
        self.publish_button = button(self.publish_wanted.emit, is_main=True)
        self._labels = {name: QLabel() for name in ("notes", "reason")}
        self._form = form()
        self._form.addRow(self._labels["notes"], self.notes)
        self._form.addRow(self._labels["reason"], self.reason)
        self._form.addRow(self.over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self) // 2)
        column.addWidget(self.page, 1)
        column.addLayout(self._form)
        column.addLayout(row_of(self.publish_button))
        self.reason.textChanged.connect(lambda _text: self._show_button())
        self.over.toggled.connect(lambda _on: self._show_button())
        self.show_previews(())

    def retranslate(self) -> None:
        """Write on everything what it is, in the language of now."""
        name_label(self._labels["notes"], self.tr("Notes for the agents"), self.notes)
        name_label(self._labels["reason"], self.tr("Publish all the same, because"), self.reason)
        self.reason.setPlaceholderText(self.tr("Your reason is recorded with the version"))
        self.over.setText(self.tr("I have looked at the other lead's changes: publish over them"))
        self.page.setAccessibleName(self.tr("What would be published"))
        self.publish_button.setText(self.tr("Publish"))
        self.show_previews(self.previews)

    def show_previews(self, previews: Sequence[Preview]) -> None:
        """Show what publishing these would do; none for an empty panel."""
        self.previews = previews
        theme = Theme.of(self.palette())
        empty = self.tr("Choose packs at the left, then look at the differences.")
        self.page.show_parts(
            _all_parts(previews, theme) if previews else [paragraph(empty, theme.muted)]
        )
        self._form.setRowVisible(self.reason, any(one.blocking for one in previews))
        self._form.setRowVisible(self.over, any(one.rival for one in previews))
        self._show_button()

    def forget(self) -> None:
        """Nothing is about to be published any more; what was typed has been used."""
        for line in (self.notes, self.reason):
            line.clear()
        self.over.setChecked(False)
        self.show_previews(())

    def free(self, is_free: bool) -> None:
        """Whether other work leaves room for publishing."""
        self._is_free = is_free
        self._show_button()

    def _show_button(self) -> None:
        needs_reason = any(one.blocking for one in self.previews) and not self.reason.text().strip()
        needs_look = any(one.rival for one in self.previews) and not self.over.isChecked()
        faulty = any(one.faults for one in self.previews)
        new = any(not one.is_same for one in self.previews)
        ready = new and not (needs_reason or needs_look or faulty)
        self.publish_button.setEnabled(ready and self._is_free)


def _all_parts(previews: Sequence[Preview], theme: Theme) -> Iterator[str]:
    for at, preview in enumerate(previews):
        if at:
            yield "<hr>"
        yield from _parts(preview, theme)


def _parts(preview: Preview, theme: Theme) -> Iterator[str]:
    """One pack: its name and counts, what stands in the way, then the differences."""
    manifest = preview.manifest
    yield f"<h3>{html_of_text(manifest.title)} {html_of_text(manifest.version)}</h3>"
    if preview.is_same:
        yield paragraph(translate("ChannelWindow", "Nothing has changed."), theme.muted)
        return
    yield paragraph(counts(len(preview.new), len(preview.changed), len(preview.gone)), theme.muted)
    yield from _in_the_way(preview, theme)
    for path in preview.left_out:
        stays = translate("ChannelWindow", "“{path}” stays here: it is no part of a pack.")
        yield paragraph(stays.format(path=path), theme.muted)
    found = (preview.new, preview.changed, preview.gone)
    if any(found):
        yield from parts_of_differences(found, theme)
    else:
        yield paragraph(
            translate("ChannelWindow", "The replies are the same; other parts of the pack differ."),
            theme.muted,
        )


def _in_the_way(preview: Preview, theme: Theme) -> Iterator[str]:
    for fault in preview.faults[:MOST_SHOWN]:
        yield paragraph(f"{fault.place}: {translated(fault.message)}", theme.block)
    if preview.faults:
        yield paragraph(
            translate("ChannelWindow", "Correct the faults in the files; then look again."),
            theme.block,
        )
    for one in preview.blocking[:MOST_SHOWN]:
        words = translate("ChannelWindow", "{file}, line {line}: a rule forbids “{text}”. {why}")
        found = one.finding
        told = words.format(file=one.file.name, line=one.line, text=found.text, why=found.message)
        yield paragraph(told, theme.block)
    if preview.rival:
        since = translate("ChannelWindow", "{who} has published this pack since you did.")
        yield paragraph(since.format(who=preview.rival), theme.warn)
