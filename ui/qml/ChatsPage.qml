pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls
import ChatList
import History

// The list of chats beside the open chat; in a narrow window one of the two.
FocusScope {
    id: page

    required property ApplicationView application
    required property ChatsView chats
    readonly property bool narrow: width < Theme.narrowWindow

    Item {
        id: leftColumn

        property real wanted: page.application.place.listWidth

        function limit(width: real): real {
            return Math.max(Theme.listWidthMinimum, Math.min(width, Theme.listWidthMaximum));
        }

        // The chat keeps room for its bubbles, as far as the list can give way.
        width: page.narrow ? page.width : Math.round(leftColumn.limit(Math.min(wanted, page.width - Theme.chatWidthMinimum)))
        height: page.height
        visible: !page.narrow || page.chats.chat === null

        Banner {
            id: connection
            width: parent.width
            busy: true
            text: page.chats.connectionText
        }

        ChatListPane {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: connection.bottom
            focus: page.chats.chat === null
            list: page.chats.list
            onMenuAsked: button => menu.popup(button, 0, button.height)
        }
    }

    Item {
        id: right
        anchors.left: page.narrow ? parent.left : divider.right
        anchors.right: parent.right
        height: page.height
        visible: !page.narrow || page.chats.chat !== null

        ChatPane {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: narrowConnection.bottom
            chats: page.chats
            focus: page.chats.chat !== null
            narrow: page.narrow
        }

        Banner {
            id: narrowConnection
            width: parent.width
            busy: true
            text: page.narrow ? page.chats.connectionText : ""
        }
    }

    Rectangle {
        id: divider
        anchors.left: leftColumn.right
        width: page.narrow ? 0 : 1
        height: page.height
        color: Theme.separator
        visible: !page.narrow

        MouseArea {
            property real grabbedAt: 0

            anchors.fill: parent
            anchors.leftMargin: -4
            anchors.rightMargin: -4
            cursorShape: Qt.SplitHCursor
            onPressed: mouse => grabbedAt = mouse.x
            onPositionChanged: mouse => leftColumn.wanted = leftColumn.limit(leftColumn.width + mouse.x - grabbedAt)
            onReleased: page.application.place.resizeList(leftColumn.width)
            onDoubleClicked: {
                leftColumn.wanted = Theme.listWidth;
                page.application.place.resizeList(Theme.listWidth);
            }
        }
    }

    MainMenu {
        id: menu
        application: page.application
    }
}
