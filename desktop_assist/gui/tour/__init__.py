"""The tour of one minute that a first start begins with."""
