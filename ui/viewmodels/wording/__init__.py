"""Every sentence that Python builds, one subject a file.

May import `client`, `tdlib.types`, `tdlib.errors` and PySide6.QtCore for its translation.
"""
