pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls
import Content

// Pictures in a grid of three.
GridView {
    id: grid

    required property SharedMedia media

    activeFocusOnTab: count > 0
    boundsBehavior: Flickable.StopAtBounds
    cellHeight: cellWidth
    cellWidth: Math.floor(width / 3)
    clip: true
    keyNavigationEnabled: true
    model: media.rows
    reuseItems: false
    Accessible.name: qsTr("Pictures")
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}
    onAtYEndChanged: if (atYEnd) media.loadMore()
    Keys.onReturnPressed: (currentItem as Cell)?.row.open()
    Keys.onEnterPressed: (currentItem as Cell)?.row.open()

    component Cell: Item {
        id: cell

        required property MediaRow row

        width: grid.cellWidth
        height: grid.cellHeight
        Accessible.name: row?.spoken ?? ""
        Accessible.role: Accessible.ListItem
        Accessible.onPressAction: row.open()

        Picture {
            anchors.fill: parent
            anchors.margins: 1
            radii: [2, 2, 2, 2]
            source: cell.row?.picture ?? null
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
}
