import QtQuick
import Theme

// The ring around the control that has the keyboard's focus; its parent is that control.
Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Theme.focusRing - 1
    border.color: Theme.accent
    border.width: Theme.focusRing
    color: "transparent"
    visible: shown
    radius: Theme.radiusButton + Theme.focusRing + 1
}
