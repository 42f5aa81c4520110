import QtQuick
import Heliograph
import Theme
import Controls

// Stands over the chat's title while messages are selected.
Rectangle {
    id: bar

    required property MessageActions actions

    color: Theme.surface

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8
        x: 12

        IconButton {
            iconName: "close"
            label: qsTr("Select nothing")
            shortcut: "Esc"
            onClicked: bar.actions.leaveSelection()
        }

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            text: qsTr("%n selected", "", bar.actions?.selectedCount ?? 0)
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        IconButton {
            iconName: "copy"
            label: qsTr("Copy text")
            onClicked: bar.actions.copySelected()
        }

        IconButton {
            iconName: "forward"
            label: qsTr("Forward…")
            onClicked: bar.actions.forwardSelected()
        }

        IconButton {
            hoverColor: Theme.danger
            iconName: "delete"
            label: qsTr("Delete…")
            onClicked: bar.actions.deleteSelected()
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.separator
    }
}
