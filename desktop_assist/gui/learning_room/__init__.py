"""The reading room for new hires: lessons to read, customers to answer, progress to see."""
