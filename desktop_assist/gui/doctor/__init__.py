"""The window that tells what works on this desktop and what mends the rest."""
