pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// How far a file on its way has come; a click stops it. Nothing where no file moves.
Loader {
    id: transfer

    property FileItem file: null
    readonly property bool moves: file !== null && (file.state === "downloading" || file.state === "uploading")

    active: moves
    visible: active

    sourceComponent: Rectangle {
        implicitWidth: 48
        implicitHeight: 48
        color: Theme.scrim
        radius: 24

        ProgressRing {
            anchors.centerIn: parent
            color: Theme.scrimInk
            size: 40
            value: transfer.file?.progress ?? -1
        }

        IconButton {
            focusPolicy: Qt.NoFocus
            anchors.centerIn: parent
            color: Theme.scrimInk
            hoverColor: Theme.scrimInk
            iconName: "close"
            label: qsTr("Cancel")
            size: 18
            onClicked: transfer.file.cancel()
        }
    }
}
