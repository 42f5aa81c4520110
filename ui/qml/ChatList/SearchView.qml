pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Controls

// What the search found; Enter opens, Up from the first leads back to the box, Esc ends the search.
Item {
    id: results

    required property ChatSearch search
    readonly property alias view: listView
    signal up

    function start() {
        listView.currentIndex = Math.min(0, listView.count - 1);
        listView.forceActiveFocus(Qt.TabFocusReason);
    }

    function openFirst() {
        listView.currentIndex = Math.min(0, listView.count - 1);
        results.search.openFirst();
    }

    ListView {
        id: listView

        readonly property bool nearEnd: contentHeight - contentY - height < 3 * height

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: 0
        highlightFollowsCurrentItem: false
        model: results.search.results
        reuseItems: true
        Accessible.name: qsTr("Search results")
        Accessible.role: Accessible.List
        T.ScrollBar.vertical: ScrollBar {}
        onNearEndChanged: if (nearEnd) results.search.loadMore()
        onCountChanged: if (nearEnd) results.search.loadMore()
        Keys.onEscapePressed: results.search.clear()
        Keys.onUpPressed: event => {
            if (currentIndex > 0)
                event.accepted = false;
            else
                results.up();
        }
        Keys.onReturnPressed: (currentItem as SearchDelegate)?.row.open()
        Keys.onEnterPressed: (currentItem as SearchDelegate)?.row.open()
        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)

        delegate: SearchDelegate {}
    }

    Connections {
        target: results.search.results

        function onReleasing() {
            listView.reuseItems = false;
            listView.reuseItems = true;
        }
    }

    SpokenOrder {
        view: listView
    }

    EmptyText {
        anchors.left: parent.left
        anchors.margins: 24
        anchors.right: parent.right
        anchors.top: parent.top
        text: results.search.emptyText
    }

    Skeleton {
        anchors.left: parent.left
        anchors.right: parent.right
        waiting: results.search.searching && listView.count === 0
    }
}
