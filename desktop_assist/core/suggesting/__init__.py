"""Which replies suit a customer's message, and what the agent's own picks say about it."""
