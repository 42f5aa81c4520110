pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls
import History

// A chat in a window of its own, beside the main one. Esc steps out of it at last, Ctrl+W at once.
Window {
    id: window

    required property OwnWindow row

    width: 720
    height: 640
    minimumWidth: 360
    minimumHeight: 480
    color: Theme.surface
    // A dialogue that was taken away gives the keyboard to nobody.
    onActiveFocusItemChanged: if (activeFocusItem === contentItem) Qt.callLater(openChat.forceActiveFocus)
    title: qsTr("%1 – Heliograph").arg(window.row.chat.header.title)
    transientParent: null
    visible: true
    onActiveChanged: window.row.attend(window.active)
    onClosing: window.row.close()

    Shortcut {
        sequence: "Ctrl+W"
        onActivated: window.close()
    }

    OpenChatView {
        id: openChat
        anchors.fill: parent
        chat: window.row.chat
        focus: true
        onLeaving: window.close()
    }

    Toast {
        id: toast
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.composerHeight + 16
        anchors.horizontalCenter: parent.horizontalCenter
        z: 10
    }

    Connections {
        target: window.row

        function onSaid(sentence: string) {
            toast.show(sentence);
        }

        function onRaised() {
            window.row.bringToFront(window);
        }
    }
}
