"""One file a format: how it is recognised, read and written."""
