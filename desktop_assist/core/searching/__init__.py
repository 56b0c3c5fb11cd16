"""From what was typed to the replies meant: the query, both engines, their order and marks."""
