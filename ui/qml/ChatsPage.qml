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
    // The keyboard is at no field, list or button, as when a page or a chat has just gone.
    readonly property bool lost: [page, listPane, Window.contentItem].includes(Window.activeFocusItem)

    focus: true
    onLostChanged: if (lost) Qt.callLater(page.find)
    Component.onCompleted: if (lost) Qt.callLater(page.find)

    function find() {
        if (!page.lost)
            return;
        // What had it last, if that is still there.
        page.forceActiveFocus(Qt.OtherFocusReason);
        if (!page.lost)
            return;
        if (page.chats.chat === null)
            listPane.wait();
        else
            chatPane.forceActiveFocus(Qt.OtherFocusReason);
    }

    // What asks for a decision stands above everything.
    Column {
        id: warnings
        width: page.width

        Banner {
            width: parent.width
            actionText: qsTr("Show")
            iconName: "failed"
            text: page.chats.unsent.line
            onAction: unsentMessages.open()
        }

        Banner {
            width: parent.width
            actionText: page.chats.localData.canBeDismissed ? qsTr("OK") : ""
            iconName: "warning"
            text: page.chats.localData.text
            onAction: page.chats.localData.dismiss()
        }
    }

    Item {
        id: leftColumn

        property real wanted: page.application.place.listWidth
        // While something is looked for, a list of avatars makes room for words.
        property bool unfolded: false
        readonly property real most: Math.min(Theme.listWidthMaximum, page.width - Theme.chatWidthMinimum)

        // What is too narrow for words shows avatars alone.
        function limit(width: real): real {
            if (width < (Theme.listWidthMinimum + Theme.listWidthAvatars) / 2)
                return Theme.listWidthAvatars;
            return Math.max(Theme.listWidthMinimum, Math.min(width, Theme.listWidthMaximum));
        }

        function resize(width: real) {
            leftColumn.wanted = leftColumn.limit(width);
            page.application.place.resizeList(leftColumn.wanted);
        }

        // The chat keeps room for its bubbles: the list gives way, at last to a column of avatars.
        width: {
            if (page.narrow)
                return page.width;
            const folded = most < Theme.listWidthMinimum ? Theme.listWidthAvatars : leftColumn.limit(Math.min(wanted, most));
            return Math.round(unfolded ? Math.max(folded, Theme.listWidthMinimum) : folded);
        }
        y: warnings.height
        height: page.height - y
        visible: !page.narrow || page.chats.chat === null

        Banner {
            id: connection
            width: parent.width
            busy: true
            text: page.chats.connectionText
        }

        ChatListPane {
            id: listPane
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: connection.bottom
            focus: page.chats.chat === null
            list: page.chats.list
            menuBadge: (page.application.accounts as AccountsView)?.unreadElsewhere ?? ""
            onUnfoldAsked: leftColumn.unfolded = true
            onMenuAsked: button => menu.popup(button, 0, button.height)
        }
    }

    Item {
        id: right
        anchors.left: page.narrow ? parent.left : divider.right
        anchors.right: parent.right
        y: warnings.height
        height: page.height - y
        visible: !page.narrow || page.chats.chat !== null

        ChatPane {
            id: chatPane
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: narrowConnection.bottom
            chats: page.chats
            focus: page.chats.chat !== null
            onActiveFocusChanged: if (activeFocus) leftColumn.unfolded = false
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
        y: warnings.height
        width: page.narrow ? 0 : 1
        height: page.height - y
        color: Theme.separator
        visible: !page.narrow
        activeFocusOnTab: true
        Accessible.focusable: true
        Accessible.name: qsTr("Width of the chat list")
        Accessible.role: Accessible.Splitter
        Keys.onLeftPressed: leftColumn.resize(leftColumn.width > Theme.listWidthMinimum ? leftColumn.width - 20 : 0)
        Keys.onRightPressed: leftColumn.resize(Math.max(Theme.listWidthMinimum, leftColumn.width + 20))

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 2 * Theme.focusRing
            height: parent.height
            color: Theme.accent
            visible: divider.activeFocus
        }

        MouseArea {
            property real grabbedAt: 0

            anchors.fill: parent
            anchors.leftMargin: -4
            anchors.rightMargin: -4
            cursorShape: Qt.SplitHCursor
            onPressed: mouse => grabbedAt = mouse.x
            onPositionChanged: mouse => leftColumn.wanted = leftColumn.limit(leftColumn.width + mouse.x - grabbedAt)
            onReleased: leftColumn.resize(leftColumn.wanted)
            onDoubleClicked: leftColumn.resize(Theme.listWidth)
        }
    }

    UnsentDialog {
        id: unsentMessages
        unsent: page.chats.unsent
    }

    Loader {
        active: page.chats.choosing !== null

        sourceComponent: ForwardDialog {
            forwarding: page.chats.choosing
        }
    }

    Instantiator {
        model: page.chats.windows
        delegate: ChatWindow {}
    }

    Connections {
        target: page.chats

        function onWanted() {
            page.chats.bringToFront(page.Window.window);
        }

        // The keyboard goes where it goes when a chat opens.
        function onReopened() {
            chatPane.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    MainMenu {
        id: menu
        application: page.application
    }
}
