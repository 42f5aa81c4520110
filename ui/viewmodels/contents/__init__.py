"""What a message holds beside its text, as objects for `qml/Content`; may import what view models may import."""
