"""The checker: rules made ready, one pass over a draft, findings, the second opinion."""
