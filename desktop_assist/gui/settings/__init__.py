"""The settings: those in force, and the window that changes them."""
