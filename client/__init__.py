"""What TDLib's updates mean: accounts, sign-in, sessions, stores, actions, settings. No Qt, no sentence for a person.

May import the standard library, msgspec, platformdirs and tdlib's types, functions, client and errors; never ui.
"""
