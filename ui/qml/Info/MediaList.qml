pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Files, links, music or voice messages, one a line; those in view are loaded.
ListView {
    id: list

    required property SharedMedia media
    readonly property int lineHeight: 56
    readonly property int firstInView: Math.max(0, Math.floor((contentY - originY) / lineHeight))
    readonly property int lastInView: Math.floor((contentY - originY + height) / lineHeight)

    function look() {
        if (list.height > 0)
            list.media.look(list.firstInView, list.lastInView);
    }

    activeFocusOnTab: count > 0
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    highlightMoveDuration: 0
    keyNavigationEnabled: true
    model: media.rows
    Accessible.name: qsTr("Shared here")
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}
    onCountChanged: Qt.callLater(list.look)
    onFirstInViewChanged: Qt.callLater(list.look)
    onLastInViewChanged: Qt.callLater(list.look)
    Keys.onReturnPressed: (currentItem as Line)?.row.open()
    Keys.onEnterPressed: (currentItem as Line)?.row.open()
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(height / lineHeight));
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

    component Line: Item {
        id: line

        required property MediaRow row

        width: ListView.view?.width ?? 0
        height: list.lineHeight
        Accessible.name: row?.loaded ? row.spoken : qsTr("Loading…")
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

        Rectangle {
            anchors.left: avatar.right
            anchors.leftMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            width: 160
            height: 8
            color: Qt.alpha(Theme.text, 0.08)
            radius: 4
            visible: !(line.row?.loaded ?? false)
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
            text: line.row?.author + " · " + line.row?.time
            visible: line.row?.loaded ?? false
        }

        HoverHandler {
            id: hover
        }

        TapHandler {
            onTapped: line.row.open()
        }
    }

    delegate: Line {}

    MonthPill {
        first: list.firstInView
        media: list.media
        view: list
    }
}
