"""All that checks and makes signatures. It loads TUF, so that everyone imports it late."""
