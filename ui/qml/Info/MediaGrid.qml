pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls
import Content

// Pictures in a grid of three; those in view are loaded.
GridView {
    id: grid

    required property SharedMedia media
    readonly property int columns: 3
    readonly property int firstInView: Math.max(0, Math.floor((contentY - originY) / Math.max(1, cellHeight))) * columns
    readonly property int lastInView: (Math.floor((contentY - originY + height) / Math.max(1, cellHeight)) + 1) * columns - 1

    function look() {
        if (grid.width > 0 && grid.height > 0)
            grid.media.look(grid.firstInView, grid.lastInView);
    }

    activeFocusOnTab: count > 0
    boundsBehavior: Flickable.StopAtBounds
    cellHeight: cellWidth
    cellWidth: Math.floor(width / columns)
    clip: true
    highlightMoveDuration: 0
    keyNavigationEnabled: true
    model: media.rows
    reuseItems: false
    Accessible.name: qsTr("Pictures")
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}
    onCountChanged: Qt.callLater(grid.look)
    onFirstInViewChanged: Qt.callLater(grid.look)
    onLastInViewChanged: Qt.callLater(grid.look)
    Keys.onReturnPressed: (currentItem as Cell)?.row.open()
    Keys.onEnterPressed: (currentItem as Cell)?.row.open()
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(height / cellHeight)) * columns;
        const last = count - 1;
        const goals = {
            [Qt.Key_Home]: 0,
            [Qt.Key_End]: last,
            [Qt.Key_PageUp]: Math.max(0, currentIndex - page),
            [Qt.Key_PageDown]: Math.min(last, currentIndex + page)
        };
        if (goals[event.key] === undefined)
            return;
        currentIndex = goals[event.key];
        event.accepted = true;
    }

    component Cell: Item {
        id: cell

        required property MediaRow row

        width: grid.cellWidth
        height: grid.cellHeight
        Accessible.name: row?.loaded ? row.spoken : qsTr("Loading…")
        Accessible.role: Accessible.ListItem
        Accessible.onPressAction: row.open()

        Rectangle {
            anchors.fill: parent
            anchors.margins: 1
            color: Qt.alpha(Theme.text, 0.08)
            radius: 2
            visible: !(cell.row?.loaded ?? false)
        }

        Picture {
            anchors.fill: parent
            anchors.margins: 1
            radii: [2, 2, 2, 2]
            source: cell.row?.picture ?? null
            visible: cell.row?.loaded ?? false
            onOpened: cell.row.open()
        }

        Rectangle {
            anchors.fill: parent
            border.color: Theme.accent
            border.width: Theme.focusRing + 1
            color: "transparent"
            visible: cell.GridView.isCurrentItem && grid.activeFocus
        }

        TapHandler {
            onTapped: cell.row.open()
        }
    }

    delegate: Cell {}

    MonthPill {
        first: grid.firstInView
        media: grid.media
        view: grid
    }
}
