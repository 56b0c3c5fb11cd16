"""Better sentences for a draft: for what the checker found, in another tone, or smaller."""
