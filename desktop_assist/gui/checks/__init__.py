"""What stands between a reply and a customer: the gate, quick fixes, and lessons."""
