pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Controls
import Theme

// The chats of one list, in Telegram's order.
Item {
    id: chats

    required property ChatList list
    property bool narrow: false
    readonly property alias view: listView
    signal menuAsked(ChatRow row, Item item, point place)
    signal typed(string text)

    readonly property RowModel rows: list.rows

    // WORKAROUND: delegates that wait for reuse keep the rows of the former model, so they are given up before it changes.
    function change() {
        listView.reuseItems = false;
        listView.model = chats.rows;
        listView.reuseItems = true;
        listView.currentIndex = chats.list.selectedPosition();
    }

    onRowsChanged: change()
    Component.onCompleted: change()

    function start() {
        if (listView.currentIndex < 0)
            listView.currentIndex = Math.max(0, chats.list.selectedPosition());
        // The list is a focus scope: without this it would hand the focus back to the archive's line.
        (listView.currentItem ?? listView).focus = true;
        listView.forceActiveFocus(Qt.TabFocusReason);
    }

    // Has the keyboard, and no row stands out before a key asks for one.
    function wait() {
        listView.waits = true;
        (listView.currentItem ?? listView).focus = true;
        listView.forceActiveFocus(Qt.OtherFocusReason);
        listView.waits = false;
    }

    ListView {
        id: listView

        property bool waits: false
        readonly property bool nearEnd: contentHeight - contentY - height < 3 * height
        readonly property int page: Math.max(1, Math.floor(height / Theme.rowHeight) - 1)

        function returnToTop() {
            listView.contentY = listView.originY;
        }

        anchors.fill: parent
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 4 * Theme.rowHeight
        clip: true
        currentIndex: -1
        highlightFollowsCurrentItem: false
        reuseItems: true
        Accessible.name: qsTr("Chats")
        Accessible.role: Accessible.List
        T.ScrollBar.vertical: ScrollBar {}
        onNearEndChanged: if (nearEnd) chats.list.loadMore()
        onCountChanged: if (nearEnd) chats.list.loadMore()
        onActiveFocusChanged: if (activeFocus && !waits && currentIndex < 0) currentIndex = Math.max(0, chats.list.selectedPosition())
        onCurrentIndexChanged: if (activeFocus) positionViewAtIndex(currentIndex, ListView.Contain)
        Keys.onUpPressed: event => {
            if (currentIndex > 0)
                event.accepted = false;
            else if (listView.headerItem.visible)
                listView.headerItem.forceActiveFocus(Qt.TabFocusReason);
        }
        Keys.onReturnPressed: event => chats.openCurrent(event)
        Keys.onEnterPressed: event => chats.openCurrent(event)
        Keys.onEscapePressed: event => {
            event.accepted = chats.list.inArchive;
            if (chats.list.inArchive)
                chats.list.leaveArchive();
        }
        Keys.onMenuPressed: chats.askMenu()
        Keys.onPressed: event => chats.pressed(event)

        header: ArchiveHeader {
            width: listView.width
            archive: chats.list.archive
            narrow: chats.narrow
            shown: archive.shown && !chats.list.inArchive
            onHeightChanged: if (listView.contentY <= 0) Qt.callLater(listView.returnToTop)
            // The next Tab into the list leads to the chats again.
            onActiveFocusChanged: if (!activeFocus) focus = false
            onOpened: chats.list.openArchive()
            onDescended: chats.start()
        }

        delegate: ChatDelegate {
            id: delegate
            narrow: chats.narrow
            lifted: dragging.item === delegate ? dragging.offset : 0
            z: dragging.item === delegate ? 2 : 0
            onDropped: dragging.drop()
            onLiftedTo: place => dragging.lift(delegate, place)
            onMenuAsked: place => chats.menuAsked(row, delegate, place)
        }
    }

    Connections {
        target: chats.rows

        function onReleasing() {
            listView.reuseItems = false;
            listView.reuseItems = true;
        }
    }

    Connections {
        target: chats.list

        function onSelectedChanged() {
            // Who leaves a chat finds it under the cursor.
            const selected = chats.list.selectedPosition();
            if (selected < 0)
                return;
            listView.currentIndex = selected;
            listView.positionViewAtIndex(selected, ListView.Contain);
        }
    }

    PinDragging {
        id: dragging
        list: chats.list
        view: listView
    }

    SpokenOrder {
        view: listView
    }

    Skeleton {
        anchors.left: parent.left
        anchors.right: parent.right
        narrow: chats.narrow
        waiting: chats.list.loading
    }

    EmptyText {
        anchors.left: parent.left
        anchors.margins: 24
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        actionText: chats.list.arrangement.unansweredOnly ? qsTr("Show all chats") : chats.list.inArchive ? qsTr("Back to all chats") : qsTr("Search")
        text: chats.narrow ? "" : chats.list.emptyText
        onAction: chats.list.arrangement.unansweredOnly ? chats.list.arrangement.showUnansweredOnly(false) : chats.list.inArchive ? chats.list.leaveArchive() : chats.list.askSearch()
    }

    function current(): ChatRow {
        return (listView.currentItem as ChatDelegate)?.row ?? null;
    }

    function openCurrent(event: KeyEvent) {
        if (event.modifiers & Qt.ControlModifier)
            chats.current()?.openWindow();
        else
            chats.current()?.open();
    }

    function askMenu() {
        const item = listView.currentItem as ChatDelegate;
        if (item !== null)
            chats.menuAsked(item.row, item, Qt.point(72, item.height - 8));
    }

    function pressed(event: KeyEvent) {
        event.accepted = true;
        if (event.modifiers === Qt.ShiftModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down))
            chats.current()?.movePin(event.key === Qt.Key_Up ? -1 : 1);
        else if (event.key === Qt.Key_PageDown)
            listView.currentIndex = Math.min(listView.count - 1, listView.currentIndex + listView.page);
        else if (event.key === Qt.Key_PageUp)
            listView.currentIndex = Math.max(0, listView.currentIndex - listView.page);
        else if (event.key === Qt.Key_Home)
            listView.currentIndex = 0;
        else if (event.key === Qt.Key_End)
            listView.currentIndex = listView.count - 1;
        else if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
            chats.askMenu();
        else if (event.key === Qt.Key_R && event.modifiers & Qt.ControlModifier)
            chats.current()?.toggleRead();
        else if (event.text.trim() !== "" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)))
            chats.typed(event.text);
        else
            event.accepted = false;
    }
}
