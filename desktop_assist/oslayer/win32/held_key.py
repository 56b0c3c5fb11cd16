"""Keeps a key that is still held from every window until it comes up."""

from __future__ import annotations

from desktop_assist.oslayer.win32.api import HOOK_PROCEDURE, HookedKey, WindowsApi
from desktop_assist.oslayer.win32.message_thread import MessageThread
from desktop_assist.oslayer.win32.virtual_keys import is_down

_LOW_LEVEL_KEYBOARD = 13
_INJECTED, _UP = 0x10, 0x80
_LIMIT_MS = 5_000
_KEEP = 1


class HeldKeyFilter:
    """A keyboard hook that lives no longer than the key is held, and compares one number.

    It looks for that key alone, and passes every other key on unread. Windows waits for a hook
    before it hands a key to its window, so there is none while nothing is being swallowed.
    """

    def __init__(self, api: WindowsApi, thread: MessageThread) -> None:
        """The hook is called on `thread`; so are `begin` and `end`."""
        self._api = api
        self._thread = thread
        self._procedure = HOOK_PROCEDURE(self._heard)
        self._hook: int | None = None
        self._code = 0
        self._count = 0

    def begin(self, code: int) -> None:
        """Swallow the key's repeats from now on, for 5 s at most, in place of an earlier one."""
        if not code or not is_down(self._api, code):
            return
        self.end()
        self._code = code
        self._count += 1
        module = self._api.kernel32.GetModuleHandleW(None)
        self._hook = self._api.user32.SetWindowsHookExW(
            _LOW_LEVEL_KEYBOARD, self._procedure, module, 0
        )
        number = self._count
        self._thread.later(_LIMIT_MS, lambda: self._end_of(number))

    def end(self) -> None:
        """Swallow nothing more; harmless when nothing is swallowed."""
        hook, self._hook, self._code = self._hook, None, 0
        if hook:
            self._api.user32.UnhookWindowsHookEx(hook)

    def _end_of(self, number: int) -> None:
        """The key is held for good; a later swallow has a limit of its own."""
        if number == self._count:
            self.end()

    def _heard(self, action: int, message: int, place: int) -> int:
        key = HookedKey.from_address(place)
        if action == 0 and key.virtual_key == self._code and not key.flags & _INJECTED:
            if not key.flags & _UP:
                return _KEEP
            self._thread.call(self.end)
        return int(self._api.user32.CallNextHookEx(None, action, message, place))
