pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Composer

// Title, messages, composer.
FocusScope {
    id: view

    required property OpenChat chat
    property ChatsView chats: null
    property bool narrow: false

    function scroll(toNewest: bool) {
        if (toNewest)
            view.chat.history.jumpToNewest();
        else
            history.messages.showOldest();
    }

    focus: true
    Component.onCompleted: composer.takeFocus()
    Keys.onEscapePressed: if (!view.chat.stepOut()) view.chats?.closeChat()

    ChatTitle {
        id: title
        z: 2
        width: parent.width
        header: view.chat.header
        narrow: view.narrow
        onBack: view.chats?.closeChat()
    }

    SelectionBar {
        z: 3
        anchors.fill: title
        selection: view.chat.actions.selection
        visible: view.chat.actions.selection.count > 0
    }

    HistoryView {
        id: history
        anchors.bottom: composer.top
        anchors.top: title.bottom
        width: parent.width
        actions: view.chat.actions
        history: view.chat.history
        onLeaving: composer.takeFocus()
    }

    ComposerBar {
        id: composer
        anchors.bottom: keyboard.top
        width: parent.width
        composer: view.chat.composer
        focus: true
        maximumHeight: view.height * 0.4
        onScrollAsked: toNewest => view.scroll(toNewest)
    }

    ReplyKeys {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        keyboard: view.chat.keyboard
        maximumHeight: view.height * 0.35
    }

    DropZone {
        anchors.fill: history
        composer: view.chat.composer
    }

    Keys.onPressed: event => {
        const list = history.messages;
        if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            list.turnPage(event.key === Qt.Key_PageUp ? -1 : 1);
            event.accepted = true;
        } else if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            view.scroll(event.key === Qt.Key_End);
            event.accepted = true;
        }
    }
}
