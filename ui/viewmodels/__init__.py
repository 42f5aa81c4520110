"""What a screen shows and what it can do, as QObjects and list models.

May import `client`, `tdlib.types`, `tdlib.errors`, PySide6.QtCore and QtQml's registration.
"""
