"""The form that asks for what a reply lacks."""
