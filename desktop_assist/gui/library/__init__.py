"""The library window: all replies by category, to read, to learn from, and to change."""
