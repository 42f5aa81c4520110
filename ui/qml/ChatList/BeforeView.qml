pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Controls
import Theme

// What the empty search box offers. Arrows lead through it, Enter opens, Delete forgets, Up from the top leads to the box.
FocusScope {
    id: before

    required property FoundBefore source
    readonly property bool asking: forgetMenu.visible
    signal up
    signal escaped

    function start() {
        (strip.count > 0 ? strip : recent).forceActiveFocus(Qt.TabFocusReason);
    }

    // Nothing is chosen before the keyboard comes.
    onVisibleChanged: strip.currentIndex = recent.currentIndex = -1
    Keys.onEscapePressed: before.escaped()

    PlainText {
        id: frequentTitle
        leftPadding: 18
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        height: visible ? 32 : 0
        text: qsTr("Frequent contacts")
        verticalAlignment: Text.AlignVCenter
        visible: strip.count > 0
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    ListView {
        id: strip
        anchors.top: frequentTitle.bottom
        width: before.width
        height: count > 0 ? 88 : 0
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        highlightFollowsCurrentItem: false
        leftMargin: 8
        model: before.source.frequent
        orientation: ListView.Horizontal
        rightMargin: 8
        visible: count > 0
        Accessible.name: qsTr("Frequent contacts")
        Accessible.role: Accessible.List
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        Keys.onReturnPressed: (currentItem as FrequentDelegate)?.row.open()
        Keys.onEnterPressed: (currentItem as FrequentDelegate)?.row.open()
        Keys.onDownPressed: if (recent.count > 0) recent.forceActiveFocus(Qt.TabFocusReason)
        Keys.onUpPressed: before.up()
        Keys.onDeletePressed: before.source.forgetFrequentAt(currentIndex)
        Keys.onMenuPressed: forgetMenu.ask(true, currentIndex, currentItem, Qt.point(36, 40))
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier) !== 0;
            if (event.accepted)
                forgetMenu.ask(true, currentIndex, currentItem, Qt.point(36, 40));
        }

        delegate: FrequentDelegate {
            id: frequentRow
            onMenuAsked: place => forgetMenu.ask(true, frequentRow.index, frequentRow, place)
        }

        WheelHandler {
            orientation: Qt.Vertical
            target: null
            onWheel: event => {
                const wanted = strip.contentX - event.angleDelta.y;
                const end = strip.originX + strip.contentWidth + strip.rightMargin - strip.width;
                strip.contentX = Math.max(strip.originX - strip.leftMargin, Math.min(wanted, end));
            }
        }
    }

    Item {
        id: recentTitle
        anchors.top: strip.bottom
        width: before.width
        height: visible ? 36 : 0
        visible: recent.count > 0

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: 18
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            font.weight: Font.DemiBold
            text: qsTr("Recent")
            Accessible.name: text
            Accessible.role: Accessible.Heading
        }

        TextButton {
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.fontSection
            implicitHeight: 32
            text: qsTr("Clear")
            Accessible.name: qsTr("Forget all that was found before")
            onClicked: before.source.forgetAllRecent()
        }
    }

    ListView {
        id: recent
        anchors.bottom: parent.bottom
        anchors.top: recentTitle.bottom
        width: before.width
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: -1
        highlightFollowsCurrentItem: false
        model: before.source.recent
        reuseItems: true
        Accessible.name: qsTr("Found before")
        Accessible.role: Accessible.List
        T.ScrollBar.vertical: ScrollBar {}
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        Keys.onReturnPressed: (currentItem as SearchDelegate)?.row.open()
        Keys.onEnterPressed: (currentItem as SearchDelegate)?.row.open()
        Keys.onUpPressed: event => {
            if (currentIndex > 0)
                event.accepted = false;
            else if (strip.count > 0)
                strip.forceActiveFocus(Qt.TabFocusReason);
            else
                before.up();
        }
        Keys.onDeletePressed: before.source.forgetRecentAt(currentIndex)
        Keys.onMenuPressed: forgetMenu.ask(false, currentIndex, currentItem, Qt.point(72, 48))
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_F10 && (event.modifiers & Qt.ShiftModifier) !== 0;
            if (event.accepted)
                forgetMenu.ask(false, currentIndex, currentItem, Qt.point(72, 48));
        }

        delegate: SearchDelegate {
            id: recentRow

            required property int index

            onMenuAsked: place => forgetMenu.ask(false, recentRow.index, recentRow, place)
        }
    }

    Connections {
        // WORKAROUND: while a window closes, Qt may look at the rows after Python has let go of their signals.
        ignoreUnknownSignals: true
        target: before.source.recent

        function onReleasing() {
            recent.reuseItems = false;
            recent.reuseItems = true;
        }
    }

    SpokenOrder {
        view: recent
    }

    Menu {
        id: forgetMenu

        property bool frequent: false
        property int position: 0

        function ask(frequent: bool, position: int, item: Item, place: point) {
            if (item === null)
                return;
            forgetMenu.frequent = frequent;
            forgetMenu.position = position;
            forgetMenu.popup(item, place.x, place.y);
        }

        MenuItem {
            iconName: "close"
            shortcut: qsTr("Delete")
            text: forgetMenu.frequent ? qsTr("Remove from frequent") : qsTr("Remove from recent")
            onTriggered: forgetMenu.frequent ? before.source.forgetFrequentAt(forgetMenu.position) : before.source.forgetRecentAt(forgetMenu.position)
        }
    }
}
