"""Statistics: what was used, what the checker found, what lies unused, over time."""
