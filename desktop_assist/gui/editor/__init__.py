"""The editor of one's own replies."""
