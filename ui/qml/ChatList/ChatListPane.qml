pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// The left column: search, folders, chats. Narrower than a few words it shows avatars alone.
Rectangle {
    id: pane

    required property ChatList list
    readonly property bool narrow: width <= 110
    property string menuBadge: ""
    readonly property bool searching: list.search.active && !narrow
    // Nothing is typed yet: what was found before is offered.
    readonly property bool recalling: list.search.before.shown && !searching && !narrow
    readonly property bool atSearch: listHeader.fieldFocused || before.activeFocus || before.asking
    signal menuAsked(Item button)
    // There is no room for the search box.
    signal unfoldAsked

    implicitWidth: Theme.listWidth
    color: Theme.surface
    Accessible.name: qsTr("Chat list")
    Accessible.role: Accessible.Grouping

    function focusList() {
        if (pane.searching)
            results.start();
        else if (pane.recalling)
            before.start();
        else
            chats.start();
    }

    // Takes the keyboard where nothing else has it.
    function wait() {
        if (pane.searching || pane.recalling)
            listHeader.focusSearch();
        else
            chats.wait();
    }

    // A menu that closes gives the keyboard back a moment later.
    onAtSearchChanged: Qt.callLater(pane.settleSearch)

    function settleSearch() {
        if (!pane.atSearch)
            pane.list.search.before.end();
    }

    function leaveSearch() {
        pane.list.search.before.end();
        chats.start();
    }

    ListHeader {
        id: listHeader
        width: pane.width
        list: pane.list
        menuBadge: pane.menuBadge
        narrow: pane.narrow
        onMenuAsked: button => pane.menuAsked(button)
        onLeaving: pane.leaveSearch()
        onAccepted: pane.searching ? results.openFirst() : pane.focusList()
        onDown: pane.focusList()
    }

    FolderTabs {
        id: tabs
        anchors.top: listHeader.bottom
        folders: pane.list.folders
        height: visible ? implicitHeight : 0
        visible: pane.list.folders.shown && !pane.narrow && !pane.searching && !pane.recalling && !pane.list.inArchive
        width: pane.width
    }

    ChatView {
        id: chats
        anchors.bottom: parent.bottom
        anchors.top: tabs.bottom
        anchors.topMargin: tabs.visible ? 4 : 0
        list: pane.list
        narrow: pane.narrow
        visible: !pane.searching && !pane.recalling
        width: pane.width
        onMenuAsked: (row, item, place) => menu.ask(row, item, place)
        onTyped: text => listHeader.type(text)
    }

    SearchView {
        id: results
        anchors.fill: chats
        search: pane.list.search
        visible: pane.searching
        onUp: listHeader.focusSearch()
    }

    BeforeView {
        id: before
        anchors.fill: chats
        source: pane.list.search.before
        visible: pane.recalling
        onEscaped: pane.leaveSearch()
        onUp: listHeader.focusSearch()
    }

    ChatMenu {
        id: menu
    }

    QuestionDialog {
        question: pane.list.asking.question
    }

    Loader {
        active: pane.list.reports.reporting !== null

        sourceComponent: ReportDialog {
            reporting: pane.list.reports.reporting
        }
    }

    Connections {
        target: pane.list

        function onSearchAsked() {
            if (pane.narrow)
                pane.unfoldAsked();
            listHeader.focusSearch();
        }
    }

    ChatShortcuts {
        list: pane.list
    }
}
