"""The window for team packs: what an agent takes from a channel, and what a lead gives to it."""
