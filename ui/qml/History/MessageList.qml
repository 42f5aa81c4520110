pragma ComponentBehavior: Bound
import QtQuick
import Qt.labs.qmlmodels
import Heliograph
import Theme
import Content
import Controls

// The messages of the open chat, newest at the foot.
ListView {
    id: list

    required property History history
    property MessageActions actions: null
    property Advertisement advertisement: null
    readonly property alias cursor: keys
    // The message at the head of the view when that was looked at last.
    property MessageRow topmost: null
    // Whether the view is on its way to a place: rows that come correct where it stands.
    readonly property bool placing: standing.running || standing.short
    readonly property SponsoredMessage sponsored: headerItem as SponsoredMessage
    readonly property bool atNewest: atYEnd && (history?.reachesNewest ?? true)

    objectName: "messages"
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 280
    highlightFollowsCurrentItem: false
    keyNavigationEnabled: false
    acceptedButtons: Qt.NoButton
    activeFocusOnTab: true
    currentIndex: -1
    model: history?.rows ?? null
    pixelAligned: true
    reuseItems: true
    verticalLayoutDirection: ListView.BottomToTop
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")

    function rowAt(point: point): MessageRow {
        return list.rowOf(list.itemAt(point.x + list.contentX, point.y + list.contentY));
    }

    // The message of an album that stands at a point, and the item that shows it.
    function partAt(point: point): AlbumItem {
        let found = list.itemAt(point.x + list.contentX, point.y + list.contentY);
        while (found !== null && list.partOf(found) === null) {
            const place = found.mapFromItem(list, point);
            found = found.childAt(place.x, place.y);
        }
        return list.partOf(found);
    }

    function partOf(item: Item): AlbumItem {
        return (item as Picture)?.part ?? (item as FileLine)?.part ?? null;
    }

    function partsIn(item: Item): list<Item> {
        if (list.partOf(item) !== null)
            return [item];
        let found = [];
        for (const child of item.children)
            found = found.concat(list.partsIn(child));
        return found;
    }

    function showMenu(row: MessageRow, part: AlbumItem) {
        if (part !== null)
            part.showMenu();
        else
            row?.showMenu();
    }

    function toggle(row: MessageRow, part: AlbumItem) {
        if (part !== null)
            part.toggleSelected();
        else
            row?.toggleSelected();
    }

    function rowOf(item: Item): MessageRow {
        return (item as Bubble)?.row ?? (item as ServiceLine)?.row ?? (item as NoticeMessage)?.row ?? null;
    }

    // A row that is far away is brought into view at an estimated place first, and stands exactly only then.
    function positionExactly(index: int, mode: int) {
        list.positionViewAtIndex(index, mode);
        list.forceLayout();
        list.positionViewAtIndex(index, mode);
    }

    // Rows get their heights when they are polished, which moves what stands above them: the place is kept meanwhile.
    // What was to take a place later is left where it is now.
    function stay() {
        standing.end();
        reading.leave();
    }

    function stand(index: int, mode: int, offset: real) {
        standing.end();
        following.stop();
        standing.index = index;
        standing.mode = mode;
        standing.offset = offset;
        list.follows = false;
        following.stop();
        reading.leave();
        standing.take();
        standing.restart();
        list.look();
    }

    function flash(index: int) {
        flashed.index = index;
        flashing.restart();
    }

    function showOldest() {
        if (list.count > 0)
            list.stand(list.count - 1, ListView.End, list.footerItem.height);
    }

    function turnPage(direction: int) {
        standing.end();
        const wanted = list.contentY + direction * (list.height - 40);
        list.contentY = Math.max(list.originY, Math.min(wanted, list.originY + list.contentHeight - list.height));
    }

    Keys.onPressed: event => keys.pressed(event)
    onActiveFocusChanged: if (activeFocus) keys.enter()

    MessageCursor {
        id: keys
        messages: list
        actions: list.actions
    }

    SpokenOrder { view: list }

    ReadingPlace {
        id: reading
        messages: list
    }

    // Seen from below, the list's beginning is its foot.
    header: SponsoredMessage {
        width: list.width
        advertisement: list.advertisement
        wanted: (list.history?.reachesNewest ?? false) && list.count > 0
        onEscaped: keys.leaving()
        onHeightChanged: if (list.follows) Qt.callLater(list.positionViewAtBeginning)
        onLeftUp: list.forceActiveFocus(Qt.BacktabFocusReason)
    }
    footer: Item { height: 10 }

    function look() {
        if (!telling.running)
            telling.start();
    }

    // Which rows are on screen, told when the view has come to rest or a fifth of a second has passed.
    function tell() {
        list.follows = list.atYEnd || following.running;
        list.settled = true;
        const foot = list.indexAt(list.width / 2, list.contentY + list.height - 14);
        const head = list.indexAt(list.width / 2, list.contentY + 14);
        const newest = foot < 0 ? 0 : foot;
        // WORKAROUND: as where `keep` is called, the function is missing once in thousands of views of a long process.
        reading.take?.();
        list.adInView = list.showsAd();
        list.topmost = list.rowOf(list.itemAtIndex(head));
        list.history.showing(newest, head < 0 ? list.count - 1 : head);
        const item = list.itemAtIndex(newest);
        list.history.standsAt(newest, item === null ? 0 : item.y + item.height - list.contentY - list.height);
    }

    // An advertisement counts as seen when all of its words are on the screen, in a window that somebody looks at.
    property bool adInView: false
    readonly property bool adSeen: adInView && Window.active
    onAdSeenChanged: if (adSeen) list.advertisement.view()

    function showsAd(): bool {
        const card = list.sponsored?.card ?? null;
        if (card === null)
            return false;
        const head = card.mapToItem(list, Qt.point(0, 0)).y;
        return head >= 0 && head + card.textFoot <= list.height;
    }

    // The field below grows and shrinks; who stands at the end stays there.
    property bool follows: true
    property bool settled: false
    onHeightChanged: if (follows) list.positionViewAtBeginning()
    onWidthChanged: if (follows && settled) following.restart()

    onContentYChanged: list.look()
    onCountChanged: list.look()

    Rectangle {
        id: flashed
        property int index: -1
        readonly property Item target: opacity > 0 && index >= 0 ? list.itemAtIndex(index) : null

        parent: list.contentItem
        y: target?.y ?? 0
        z: -1
        width: list.width
        height: target?.height ?? 0
        color: Qt.alpha(Theme.flash, 0.35)
        opacity: 0

        SequentialAnimation {
            id: flashing
            NumberAnimation { target: flashed; property: "opacity"; to: 1; duration: Theme.durationFast }
            PauseAnimation { duration: 600 }
            NumberAnimation { target: flashed; property: "opacity"; to: 0; duration: 3 * Theme.durationPanel }
        }
    }

    Timer {
        id: standing
        property int index: 0
        property int mode: ListView.Beginning
        property real offset: 0
        // Too little stands above the row yet; what comes there puts the row in its place.
        property bool short: false

        function end() {
            standing.stop();
            standing.short = false;
        }

        function take() {
            list.positionExactly(index, mode);
            list.contentY -= offset;
        }

        function correct() {
            const item = list.itemAtIndex(index);
            if (item === null || list.moving)
                return;
            const part = mode === ListView.Beginning ? 1 : mode === ListView.Center ? 0.5 : 0;
            const wanted = item.y + part * (item.height - list.height) - offset;
            standing.short = wanted < list.originY;
            list.contentY = Math.max(list.originY, Math.min(wanted, list.originY + list.contentHeight - list.height));
        }

        interval: 250
        onTriggered: correct()
    }

    // Rows go on getting their heights for as long as they come; who looks elsewhere meanwhile is left there.
    onContentHeightChanged: {
        // WORKAROUND: the height changes while the view is destroyed, when JavaScript's collector may have the function.
        reading.keep?.();
        if (!list.placing)
            return;
        standing.correct();
        standing.restart();
    }
    onMovementStarted: standing.end()

    Connections {
        target: list.placing ? list.history.rows : null

        function onRowsInserted(parent: var, first: int, last: int) {
            if (first <= standing.index)
                standing.index += last - first + 1;
        }

        function onRowsRemoved(parent: var, first: int, last: int) {
            if (last < standing.index)
                standing.index -= last - first + 1;
        }
    }

    // Lines break anew at another width, which is known when the rows have been polished.
    Timer {
        id: following
        interval: 32
        onTriggered: list.positionViewAtBeginning()
    }

    Timer {
        id: telling
        interval: 150
        onTriggered: list.tell()
    }

    // Near its end the list follows what comes in there; a page of what stood below is not new, and is still to be read.
    Connections {
        readonly property bool endsAtNewest: list.history?.reachesNewest ?? true
        target: list.model

        function onRowsInserted(parent: var, first: int, last: int) {
            const foot = list.indexAt(list.width / 2, list.contentY + list.height - 14);
            const item = foot < 0 ? null : list.itemAtIndex(foot);
            if (first > 0 || endsAtNewest || item === null || list.itemAtIndex(0) === null)
                return;
            const offset = item.y + item.height - list.contentY - list.height;
            Qt.callLater(list.stand, foot + last + 1, ListView.Beginning, offset);
        }
    }

    Connections {
        target: list.history

        function onJumped(index: int, flash: bool) {
            list.stay();
            list.look();
            if (index === 0)
                list.positionViewAtBeginning();
            else
                list.stand(index, ListView.Center, 0);
            if (flash)
                list.flash(index);
        }

        function onLeaving() {
            list.tell();
        }

        function onRestored(index: int, offset: real) {
            list.stand(index, ListView.Beginning, offset);
        }

        function onBegan(index: int) {
            list.stand(index, ListView.End, 0);
        }
    }

    delegate: DelegateChooser {
        role: "kind"

        DelegateChoice { roleValue: "text"; TextMessage {} }
        DelegateChoice { roleValue: "photo"; PictureMessage {} }
        DelegateChoice { roleValue: "video"; PictureMessage {} }
        DelegateChoice { roleValue: "videoNote"; VideoNoteMessage {} }
        DelegateChoice { roleValue: "sticker"; StickerMessage {} }
        DelegateChoice { roleValue: "album"; AlbumMessage {} }
        DelegateChoice { roleValue: "file"; FileMessage {} }
        DelegateChoice { roleValue: "files"; FilesMessage {} }
        DelegateChoice { roleValue: "card"; CardMessage {} }
        DelegateChoice { roleValue: "link"; LinkMessage {} }
        DelegateChoice { roleValue: "poll"; PollMessage {} }
        DelegateChoice { roleValue: "place"; PlaceMessage {} }
        DelegateChoice { roleValue: "box"; BoxMessage {} }
        DelegateChoice { roleValue: "checklist"; ChecklistMessage {} }
        DelegateChoice { roleValue: "notice"; NoticeMessage {} }
        DelegateChoice { roleValue: "service"; ServiceLine {} }
        DelegateChoice { roleValue: "day"; DayLine {} }
        DelegateChoice { roleValue: "unread"; UnreadLine {} }
        DelegateChoice { SummaryMessage {} }
    }
}
