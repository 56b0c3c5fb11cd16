"""From an agent's desk back to the lead: proposals, answers to them, and counts of use."""
