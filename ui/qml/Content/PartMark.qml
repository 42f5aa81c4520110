import QtQuick
import Heliograph
import Theme
import Controls

// Says over one message of an album whether it is selected, and whether keys mean it.
Item {
    id: mark

    property AlbumItem part: null
    readonly property bool selected: part?.selected ?? false

    visible: part !== null

    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.accent, 0.3)
        radius: Theme.radiusJoined
        visible: mark.selected
    }

    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: 8
        width: 24
        height: 24
        border.color: Theme.accentInk
        border.width: 2
        color: Theme.accent
        radius: 12
        visible: mark.selected

        Icon {
            anchors.centerIn: parent
            color: Theme.accentInk
            name: "check"
            size: 16
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.accent
        border.width: Theme.focusRing + 1
        color: "transparent"
        radius: Theme.radiusJoined
        visible: mark.parent?.activeFocus ?? false
    }
}
