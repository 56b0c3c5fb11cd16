"""A library as one page of HTML that needs neither this program nor a network."""
