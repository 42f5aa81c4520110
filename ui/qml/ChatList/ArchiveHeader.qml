pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// The line above the chats that opens the archive.
Item {
    id: header

    required property ArchiveLine archive
    property bool narrow: false
    // Its room stays while a narrow window shows the chat in place of the list.
    property bool shown: true
    signal opened
    signal descended

    implicitHeight: shown ? 52 : 0
    visible: shown
    activeFocusOnTab: true
    Accessible.focusable: true
    Accessible.name: archive.spoken
    Accessible.role: Accessible.Button
    Accessible.onPressAction: header.opened()
    Keys.onReturnPressed: header.opened()
    Keys.onEnterPressed: header.opened()
    Keys.onDownPressed: header.descended()

    RowGround {
        focused: header.activeFocus
        hovered: hover.hovered
        pressed: tap.pressed
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        id: tap
        onTapped: header.opened()
    }

    Rectangle {
        id: circle
        anchors.left: parent.left
        anchors.leftMargin: header.narrow ? Math.round((header.width - width) / 2) : 16 + (Theme.avatarSize - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accentSoft
        height: 34
        radius: 17
        width: 34

        Icon {
            anchors.centerIn: parent
            color: Theme.accent
            name: "archive"
            size: 18
        }
    }

    PlainText {
        id: title
        anchors.left: parent.left
        anchors.leftMargin: 16 + Theme.avatarSize + 12
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.fontPreview
        font.weight: Font.DemiBold
        text: qsTr("Archive")
        visible: !header.narrow
    }

    PlainText {
        anchors.left: title.right
        anchors.leftMargin: 8
        anchors.right: badge.visible ? badge.left : parent.right
        anchors.rightMargin: badge.visible ? 8 : 18
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.textSecondary
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        horizontalAlignment: Text.AlignLeft
        maximumLineCount: 1
        text: header.archive.titles
        visible: !header.narrow
    }

    Badge {
        id: badge
        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        muted: true
        text: header.narrow ? "" : header.archive.unread
    }
}
