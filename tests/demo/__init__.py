"""The product at work on a virtual desktop, for whoever has no screen here."""
