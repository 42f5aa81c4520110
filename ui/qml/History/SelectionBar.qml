import QtQuick
import Heliograph
import Theme
import Controls

// Stands over the chat's title while messages are selected.
Rectangle {
    id: bar

    required property MessageSelection selection

    color: Theme.surface

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8
        x: 12

        IconButton {
            iconName: "close"
            label: qsTr("Select nothing")
            shortcut: "Esc"
            onClicked: bar.selection.leave()
        }

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            text: qsTr("%n selected", "", bar.selection?.count ?? 0)
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
            visible: bar.selection?.canCopy ?? false
            onClicked: bar.selection.copy()
        }

        IconButton {
            iconName: "forward"
            label: qsTr("Forward…")
            visible: bar.selection?.canForward ?? false
            onClicked: bar.selection.forward()
        }

        IconButton {
            iconName: "bookmark"
            label: qsTr("Save to Saved Messages")
            visible: bar.selection?.canForward ?? false
            onClicked: bar.selection.save()
        }

        IconButton {
            iconName: "warning"
            label: qsTr("Report…")
            visible: bar.selection?.canReport ?? false
            onClicked: bar.selection.report()
        }

        IconButton {
            hoverColor: Theme.danger
            iconName: "delete"
            label: qsTr("Delete…")
            visible: bar.selection?.canDelete ?? false
            onClicked: bar.selection.deleteAll()
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.separator
    }
}
