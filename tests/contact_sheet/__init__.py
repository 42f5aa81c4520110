"""A picture of every kind of message, in light and dark: `python -m tests.contact_sheet FOLDER`, or `make contact-sheet`."""
