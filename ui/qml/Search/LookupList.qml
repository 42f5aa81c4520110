pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// What was found in the chat, newest first.
Rectangle {
    id: panel

    required property Lookup lookup
    signal chosen

    // Takes the keyboard.
    function enter() {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    color: Theme.surface

    ListView {
        id: list

        readonly property bool nearEnd: contentHeight - contentY - height < 2 * height

        function choose() {
            (list.itemAtIndex(list.currentIndex) as LookupDelegate)?.row.open();
            panel.chosen();
        }

        anchors.fill: parent
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: panel.lookup?.current ?? -1
        highlightFollowsCurrentItem: false
        model: panel.lookup?.results ?? null
        reuseItems: true
        Accessible.name: qsTr("Results in this chat")
        Accessible.role: Accessible.List
        T.ScrollBar.vertical: ScrollBar {}
        onNearEndChanged: if (nearEnd) panel.lookup?.loadMore()
        onCountChanged: if (nearEnd && count > 0) panel.lookup?.loadMore()
        onCurrentIndexChanged: if (currentIndex >= 0) positionViewAtIndex(currentIndex, ListView.Contain)
        Keys.onUpPressed: panel.lookup.step(-1)
        Keys.onDownPressed: panel.lookup.step(1)
        Keys.onReturnPressed: list.choose()
        Keys.onEnterPressed: list.choose()

        delegate: LookupDelegate {
            onChosen: panel.chosen()
        }
    }

    SpokenOrder {
        view: list
    }

    Connections {
        target: panel.lookup?.results ?? null

        function onReleasing() {
            list.reuseItems = false;
            list.reuseItems = true;
        }
    }

    PlainText {
        anchors.left: parent.left
        anchors.margins: 24
        anchors.right: parent.right
        y: 32
        color: Theme.textSecondary
        font.pixelSize: Theme.fontPreview
        horizontalAlignment: Text.AlignHCenter
        text: panel.lookup?.emptyText ?? ""
        visible: text !== ""
        wrapMode: Text.Wrap
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.separator
    }
}
