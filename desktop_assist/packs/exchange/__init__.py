"""Replies from the files of other tools, and into them."""
