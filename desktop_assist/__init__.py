"""Desktop Assist: the right reply in the chat window, the clipboard as it was."""

__version__ = "0.1.0"
