"""What a paste is, step by step and event by event, and how each program wants it."""
