pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Chooses the chat to which messages, files or a text go.
Dialog {
    id: dialog

    required property Forwarding forwarding

    acceptText: ""
    contentHeight: 360
    title: forwarding?.title ?? ""
    visible: true
    onRejected: dialog.forwarding.cancel()
    onOpened: search.forceActiveFocus()

    contentItem: Item {
        TextField {
            id: search
            width: parent.width
            label: qsTr("Search")
            placeholderText: qsTr("Search")
            onTextEdited: dialog.forwarding.find(text)
            onAccepted: dialog.forwarding.choose(Math.max(0, chats.currentIndex))
            Keys.onDownPressed: chats.incrementCurrentIndex()
            Keys.onUpPressed: chats.decrementCurrentIndex()
        }

        ListView {
            id: chats
            anchors.top: search.bottom
            anchors.topMargin: 8
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            highlightMoveDuration: 0
            model: dialog.forwarding?.titles ?? []

            delegate: T.ItemDelegate {
                id: chat
                required property string modelData
                required property int index

                width: ListView.view.width
                height: 40
                hoverEnabled: true
                Accessible.name: chat.modelData
                onClicked: dialog.forwarding.choose(chat.index)

                background: Rectangle {
                    color: chat.ListView.isCurrentItem ? Theme.selected : chat.hovered ? Theme.hover : "transparent"
                    radius: Theme.radiusButton
                }

                contentItem: PlainText {
                    elide: Text.ElideRight
                    font.pixelSize: Theme.fontPreview
                    leftPadding: 10
                    text: chat.modelData
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }
}
