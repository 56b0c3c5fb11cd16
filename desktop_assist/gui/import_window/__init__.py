"""The window that shows what files of other tools would bring, and brings it in."""
