pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Composer
import Info
import Search

// Title, messages, composer.
FocusScope {
    id: view

    required property OpenChat chat
    property bool narrow: false
    // What stands beside the messages where there is room, and over them where there is none.
    readonly property bool wide: width >= Theme.chatWidthMinimum + sideWidth
    readonly property int sideWidth: Theme.sideWidth
    readonly property real mainWidth: width - (wide && (found.active || about.active) ? sideWidth : 0)
    property bool searched: false
    readonly property bool listed: (searchBar.item as LookupBar)?.listed ?? false

    // The person has had enough of the chat.
    signal leaving

    function scroll(toNewest: bool) {
        if (toNewest)
            view.chat.history.jumpToNewest();
        else
            history.messages.showOldest();
    }

    focus: true
    Component.onCompleted: composer.takeFocus()
    Keys.onEscapePressed: if (!view.chat.stepOut()) view.leaving()

    ChatTitle {
        id: title
        z: 2
        width: parent.width
        header: view.chat.header
        narrow: view.narrow
        onBack: view.leaving()
        onInfoAsked: view.chat.toggleInfo()
        onSearchAsked: view.chat.lookup.start()
    }

    SelectionBar {
        z: 3
        anchors.fill: title
        selection: view.chat.actions.selection
        visible: view.chat.actions.selection.count > 0
    }

    Loader {
        z: 3
        id: searchBar
        active: view.chat.lookup.open
        anchors.fill: title
        onLoaded: (item as LookupBar)?.forceActiveFocus(Qt.ShortcutFocusReason)

        sourceComponent: LookupBar {
            besides: view.wide
            lookup: view.chat.lookup
            onCalendarAsked: view.chat.calendar.start()
        }
    }

    PinsBar {
        id: pins
        anchors.top: title.bottom
        z: 1
        width: view.mainWidth
        pins: view.chat.pins
        onListAsked: pinned.open()
    }

    PinsDialog {
        id: pinned
        pins: view.chat.pins
    }

    Loader {
        id: found
        z: 2
        active: view.chat.lookup.open && (view.wide || view.listed || view.chat.lookup.emptyText !== "")
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: title.bottom
        visible: active
        width: view.wide ? view.sideWidth : parent.width
        onLoaded: if (view.listed) (item as LookupList)?.enter()

        sourceComponent: LookupList {
            lookup: view.chat.lookup
            onChosen: {
                const bar = searchBar.item as LookupBar;
                if (bar.listed)
                    bar.forceActiveFocus(Qt.TabFocusReason);
                bar.listed = false;
            }
        }
    }

    Loader {
        id: about
        z: 2
        active: view.chat.info !== null
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: view.wide ? title.bottom : parent.top
        visible: active
        width: view.wide ? view.sideWidth : parent.width
        onLoaded: (item as InfoPanel)?.forceActiveFocus(Qt.TabFocusReason)

        sourceComponent: InfoPanel {
            header: view.chat.header
            info: view.chat.info
            onClosed: view.chat.toggleInfo()
        }
    }

    Connections {
        target: view.chat

        function onInfoChanged() {
            if (view.chat.info === null)
                composer.takeFocus();
        }
    }

    Shortcut {
        sequences: [StandardKey.Find]
        onActivated: view.chat.lookup.start()
    }

    Connections {
        target: view.chat.lookup

        function onChanged() {
            if (!view.chat.lookup.open && view.searched)
                composer.takeFocus();
            view.searched = view.chat.lookup.open;
        }
    }

    HistoryView {
        id: history
        anchors.bottom: composer.top
        anchors.top: pins.bottom
        width: view.mainWidth
        advertisement: view.chat.advertisement
        calendar: view.chat.calendar
        jumps: view.chat.jumps
        actions: view.chat.actions
        history: view.chat.history
        onLeaving: composer.takeFocus()
    }

    ComposerBar {
        id: composer
        anchors.bottom: keyboard.top
        width: view.mainWidth
        composer: view.chat.composer
        focus: true
        maximumHeight: view.height * 0.4
        onScrollAsked: toNewest => view.scroll(toNewest)
    }

    ReplyKeys {
        id: keyboard
        anchors.bottom: parent.bottom
        width: view.mainWidth
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
