"""The palette: search, list, preview, form, and the keys that lead through them."""
