pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// A chat in the list. Every text comes ready from its row; nothing is worked out here.
Item {
    id: delegate

    required property ChatRow row
    property bool narrow: false
    // The archive's line above the rows is part of the same focus scope.
    readonly property bool focused: ListView.isCurrentItem && (ListView.view?.activeFocus ?? false)
        && !(ListView.view?.headerItem?.activeFocus ?? false)
    // A pinned chat that is taken to another place hangs so far below its own.
    property real lifted: 0
    signal menuAsked(point place)
    signal liftedTo(real place)
    signal dropped

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    height: Theme.rowHeight
    ListView.onPooled: delegate.pooled = true
    ListView.onReused: delegate.pooled = false
    transform: Translate { y: delegate.lifted }
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.name: row.spoken
    Accessible.ignored: delegate.pooled
    Accessible.role: Accessible.ListItem
    Accessible.selected: row.selected
    Accessible.onPressAction: row.open()

    RowGround {
        id: backdrop
        focused: delegate.focused
        hovered: hover.hovered
        pressed: tap.pressed
        selected: delegate.row.selected
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        id: tap
        acceptedModifiers: Qt.NoModifier
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: delegate.row.open()
    }

    TapHandler {
        acceptedModifiers: Qt.ControlModifier
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: delegate.row.openWindow()
    }

    DragHandler {
        id: pinDrag
        acceptedButtons: Qt.LeftButton
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        enabled: delegate.row.pinned
        grabPermissions: PointerHandler.CanTakeOverFromAnything
        target: null
        onActiveChanged: if (!active) delegate.dropped()
        onActiveTranslationChanged: if (active) delegate.liftedTo(activeTranslation.y)
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: eventPoint => delegate.menuAsked(eventPoint.position)
    }

    Avatar {
        id: avatar
        anchors.left: parent.left
        anchors.leftMargin: delegate.narrow ? Math.round((delegate.width - width) / 2) : 16
        anchors.verticalCenter: parent.verticalCenter
        ground: backdrop.color
        online: delegate.row.online
        source: delegate.row.avatar
    }

    Badge {
        anchors.right: avatar.right
        anchors.rightMargin: -6
        anchors.top: avatar.top
        anchors.topMargin: -4
        muted: delegate.row.muted
        text: delegate.narrow ? delegate.row.unread : ""
    }

    Item {
        id: firstLine
        anchors.left: avatar.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.top: parent.top
        anchors.topMargin: 12
        height: 22
        visible: !delegate.narrow

        Icon {
            id: lock
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.success
            name: "lock"
            size: 14
            visible: delegate.row.secret
            width: visible ? 14 : 0
        }

        PlainText {
            id: title
            anchors.left: lock.right
            anchors.leftMargin: lock.visible ? 5 : 0
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: delegate.row.title
            width: Math.min(implicitWidth, firstLine.width - status.width - 8 - (lock.visible ? 19 : 0) - (marks.width > 0 ? marks.width + 4 : 0))
        }

        ChatMarks {
            id: marks
            anchors.left: title.right
            anchors.leftMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            mark: delegate.row.mark
            muted: delegate.row.muted
            premium: delegate.row.premium
        }

        Row {
            id: status
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3

            ChatTicks {
                anchors.verticalCenter: parent.verticalCenter
                ticks: delegate.row.ticks
            }

            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.textSecondary
                font.features: { "tnum": 1 }
                font.pixelSize: Theme.fontCaption
                text: delegate.row.time
            }
        }
    }

    Item {
        anchors.left: firstLine.left
        anchors.right: firstLine.right
        anchors.top: firstLine.bottom
        height: 22
        visible: !delegate.narrow

        PlainText {
            id: author
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: delegate.row.draft ? Theme.accent : Theme.text
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: delegate.row.author === "" ? "" : qsTr("%1:").arg(delegate.row.author)
            width: Math.min(implicitWidth, parent.width * 0.45)
        }

        Icon {
            id: kind
            anchors.left: author.right
            anchors.leftMargin: visible && author.text !== "" ? 4 : 0
            anchors.verticalCenter: parent.verticalCenter
            name: delegate.row.icon
            size: 16
            visible: name !== ""
            width: visible ? 16 : 0
        }

        Image {
            id: picture
            anchors.left: kind.right
            anchors.leftMargin: visible && author.text !== "" ? 4 : 0
            anchors.verticalCenter: parent.verticalCenter
            asynchronous: true
            height: 20
            source: delegate.row.picture
            sourceSize: Qt.size(20, 20)
            visible: delegate.row.picture !== ""
            width: visible ? 20 : 0
        }

        PlainText {
            anchors.left: picture.right
            anchors.leftMargin: kind.visible || picture.visible || author.text !== "" ? 4 : 0
            anchors.right: badges.left
            anchors.rightMargin: badges.width > 0 ? 8 : 0
            anchors.verticalCenter: parent.verticalCenter
            color: delegate.row.typing ? Theme.accent : Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: delegate.row.text
        }

        Row {
            id: badges
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4

            Rectangle {
                color: delegate.row.mentioned ? Theme.flash : delegate.row.muted ? Theme.mutedBadge : Theme.flash
                height: 22
                radius: 11
                visible: delegate.row.mentioned || delegate.row.reacted
                width: 22

                Icon {
                    anchors.centerIn: parent
                    color: delegate.row.muted && !delegate.row.mentioned ? Theme.mutedBadgeInk : Theme.flashInk
                    name: delegate.row.mentioned ? "mention" : "heart"
                    size: 14
                }
            }

            Badge {
                muted: delegate.row.muted
                text: delegate.row.unread
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: delegate.row.muted ? Theme.mutedBadge : Theme.flash
                height: 14
                radius: 7
                visible: delegate.row.unreadMarked
                width: 14
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.outline
                name: "pin"
                size: 16
                visible: delegate.row.pinned && !delegate.row.hasUnread
            }
        }
    }
}
