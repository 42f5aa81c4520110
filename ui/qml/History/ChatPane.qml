pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The right side of the window: the open chat, or a word where none is open.
FocusScope {
    id: pane

    required property ChatsView chats
    property bool narrow: false
    readonly property OpenChat chat: chats?.chat ?? null

    Backdrop { anchors.fill: parent }

    PlainText {
        anchors.centerIn: parent
        color: Theme.textSecondary
        font.pixelSize: Theme.fontPreview
        text: qsTr("Choose a chat to read and write")
        visible: pane.chat === null
    }

    // Each chat has a view of its own: nothing of one shows in another while it is exchanged.
    Loader {
        id: shown
        anchors.fill: parent
        focus: true
    }

    Connections {
        target: shown.item as OpenChatView

        function onLeaving() {
            pane.chats.closeChat();
        }
    }

    onChatChanged: show()
    Component.onCompleted: show()

    function show() {
        if (pane.chat === null)
            shown.sourceComponent = undefined;
        else
            shown.setSource("OpenChatView.qml", { "chat": pane.chat, "narrow": Qt.binding(() => pane.narrow) });
    }
}
