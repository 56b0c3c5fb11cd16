"""The narrow window beside the chat."""
