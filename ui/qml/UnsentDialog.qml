pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Messages that were not sent: each can be sent again, copied or given up.
Dialog {
    id: dialog

    required property UnsentList unsent

    acceptText: qsTr("Close")
    contentHeight: Math.min(360, list.contentHeight)
    rejectText: ""
    title: dialog.unsent?.line ?? ""
    onTitleChanged: if (title === "") dialog.close()

    contentItem: ListView {
        id: list
        activeFocusOnTab: true
        clip: true
        keyNavigationEnabled: true
        model: dialog.unsent?.rows ?? null
        spacing: 12
        Accessible.name: qsTr("Messages that were not sent")
        Accessible.role: Accessible.List
        T.ScrollBar.vertical: ScrollBar {}

        delegate: Column {
            id: message

            required property UnsentRow row

            width: ListView.view.width
            spacing: 2
            Accessible.name: message.row.title + ": " + message.row.text
            Accessible.role: Accessible.ListItem

            PlainText {
                width: parent.width
                elide: Text.ElideRight
                font.pixelSize: Theme.fontPreview
                font.weight: Font.DemiBold
                text: message.row.title
            }

            PlainText {
                width: parent.width
                color: Theme.textSecondary
                elide: Text.ElideRight
                font.pixelSize: Theme.fontPreview
                maximumLineCount: 2
                text: message.row.text
                wrapMode: Text.Wrap
            }

            Row {
                x: -12

                TextButton {
                    text: qsTr("Send again")
                    onClicked: message.row.sendAgain()
                }

                TextButton {
                    text: qsTr("Copy")
                    visible: message.row.copyable
                    onClicked: message.row.copy()
                }

                TextButton {
                    danger: true
                    text: qsTr("Delete")
                    onClicked: message.row.discard()
                }
            }
        }
    }
}
