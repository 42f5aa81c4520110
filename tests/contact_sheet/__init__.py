"""A picture of every kind of message, in light and dark: `make contact-sheet`."""
