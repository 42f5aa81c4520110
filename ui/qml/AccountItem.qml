pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// One account in the main menu: who it is, what waits there, and whether it is the one on the screen.
MenuItem {
    id: item

    required property AccountRow row

    implicitWidth: 280
    implicitHeight: 48
    text: row.name
    shortcut: row.shortcut
    onTriggered: item.row.open()
    Accessible.name: row.spoken

    contentItem: Item {
        Avatar {
            id: avatar
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            size: 32
            source: item.row.avatar

            Rectangle {
                anchors.centerIn: parent
                border.color: Theme.accent
                border.width: 2
                color: "transparent"
                height: 38
                radius: 19
                visible: item.row.isOpen
                width: 38
            }
        }

        Column {
            anchors.left: avatar.right
            anchors.leftMargin: 12
            anchors.right: marks.left
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter

            PlainText {
                width: parent.width
                elide: Text.ElideRight
                font.pixelSize: Theme.fontPreview
                font.weight: item.row.isOpen ? Font.DemiBold : Font.Normal
                text: item.row.name
            }

            PlainText {
                width: parent.width
                color: Theme.textSecondary
                elide: Text.ElideRight
                font.pixelSize: Theme.fontCaption
                text: item.row.status
                visible: text !== ""
            }
        }

        Row {
            id: marks
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8

            Badge {
                anchors.verticalCenter: parent.verticalCenter
                text: item.row.unread
            }

            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.textSecondary
                font.pixelSize: Theme.fontCaption
                text: item.row.shortcut
                visible: item.severalAccounts && text !== ""
            }
        }
    }

    property bool severalAccounts: false
}
