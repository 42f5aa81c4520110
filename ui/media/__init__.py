"""What needs QtGui to be drawn: image providers; may import PySide6 and `ui.viewmodels`, nothing of `tdlib`."""
