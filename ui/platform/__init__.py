"""What the operating system offers, one small module each.

May import PySide6, the standard library, `ui.viewmodels` and, behind `session_bus`, jeepney; nothing of `client` or `tdlib`.
"""
