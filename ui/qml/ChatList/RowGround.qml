import QtQuick
import Theme

// What lies behind a row: selected, under the pointer, or with the keyboard's focus.
Rectangle {
    id: ground

    property bool selected: false
    property bool hovered: false
    property bool pressed: false
    property bool focused: false

    anchors.fill: parent
    anchors.leftMargin: 8
    anchors.rightMargin: 8
    anchors.topMargin: 1
    anchors.bottomMargin: 1
    color: selected ? Theme.selected : pressed ? Theme.pressed : hovered ? Theme.hover : Theme.surface
    radius: Theme.radiusCard

    Rectangle {
        anchors.fill: parent
        border.color: Theme.accent
        border.width: Theme.focusRing
        color: "transparent"
        radius: parent.radius
        visible: ground.focused
    }
}
