"""A stage program's line to the test inside Qt's event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from tests.e2e.stage.link import Link


def obey(link: Link, do: Callable[[dict[str, Any]], object]) -> QSocketNotifier:
    """Have `do` called with each order, and the program end when the test hangs up.

    It lasts as long as what is returned is kept.
    """

    def take_orders() -> None:
        try:
            orders = link.orders()
        except EOFError:
            QCoreApplication.quit()
            return
        for order in orders:
            do(order)

    notifier = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(take_orders)
    return notifier
