"""Replies, packs and the library of them; templates; welcomes and when they fit."""
