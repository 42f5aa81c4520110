"""What the operating system offers, one small module each.

May import PySide6, the standard library and `ui.viewmodels`, and jeepney in `session_bus`; nothing of `client` or
`tdlib`.
"""
