import QtQuick
import Theme

// What lies behind messages: the canvas which deepens a little towards the composer.
Rectangle {
    gradient: Gradient {
        GradientStop { position: 0; color: Theme.canvas }
        GradientStop { position: 1; color: Qt.tint(Theme.canvas, Qt.alpha(Theme.accent, Theme.dark ? 0.08 : 0.09)) }
    }
}
