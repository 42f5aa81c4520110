pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Files, links, music or voice messages, one a line.
ListView {
    id: list

    required property SharedMedia media

    activeFocusOnTab: count > 0
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    keyNavigationEnabled: true
    model: media.rows
    Accessible.name: qsTr("Shared here")
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}
    onAtYEndChanged: if (atYEnd) media.loadMore()
    Keys.onReturnPressed: (currentItem as Line)?.row.open()
    Keys.onEnterPressed: (currentItem as Line)?.row.open()

    component Line: Item {
        id: line

        required property MediaRow row

        width: ListView.view?.width ?? 0
        height: 56
        Accessible.name: row?.spoken ?? ""
        Accessible.role: Accessible.ListItem
        Accessible.onPressAction: row.open()

        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: 8
            anchors.rightMargin: 8
            border.color: Theme.accent
            border.width: line.ListView.isCurrentItem && list.activeFocus ? Theme.focusRing : 0
            color: hover.hovered ? Theme.hover : "transparent"
            radius: Theme.radiusButton
        }

        Avatar {
            id: avatar
            anchors.verticalCenter: parent.verticalCenter
            x: 18
            size: 36
            source: line.row?.avatar ?? null
        }

        PlainText {
            anchors.left: avatar.right
            anchors.leftMargin: 10
            anchors.right: parent.right
            anchors.rightMargin: 18
            y: 9
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            maximumLineCount: 1
            text: line.row?.text ?? ""
        }

        PlainText {
            anchors.left: avatar.right
            anchors.leftMargin: 10
            anchors.right: parent.right
            anchors.rightMargin: 18
            y: 30
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontCaption
            maximumLineCount: 1
            text: (line.row?.author ?? "") + " · " + (line.row?.time ?? "")
        }

        HoverHandler {
            id: hover
        }

        TapHandler {
            onTapped: line.row.open()
        }
    }

    delegate: Line {}
}
