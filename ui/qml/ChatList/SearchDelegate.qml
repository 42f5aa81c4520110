pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// A chat, person or message that was found, with the title of its kind above the first.
Item {
    id: delegate

    required property SearchRow row
    readonly property bool current: ListView.isCurrentItem
    signal menuAsked(point place)

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    height: heading.height + 60
    ListView.onPooled: delegate.pooled = true
    ListView.onReused: delegate.pooled = false
    Accessible.focusable: true
    Accessible.focused: current
    Accessible.name: row.spoken
    Accessible.ignored: delegate.pooled
    Accessible.role: Accessible.ListItem
    Accessible.onPressAction: row.open()

    PlainText {
        id: heading
        anchors.left: parent.left
        anchors.leftMargin: 18
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        height: text === "" ? 0 : 32
        text: delegate.row.heading
        verticalAlignment: Text.AlignVCenter
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Item {
        anchors.bottom: parent.bottom
        height: 60
        width: parent.width

        RowGround {
            hovered: hover.hovered || delegate.current
            focused: delegate.current && (delegate.ListView.view?.activeFocus ?? false)
            pressed: tap.pressed
        }

        HoverHandler {
            id: hover
        }

        TapHandler {
            id: tap
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: delegate.row.open()
        }

        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: eventPoint => delegate.menuAsked(eventPoint.position)
        }

        Avatar {
            id: avatar
            anchors.left: parent.left
            anchors.leftMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            size: 42
            source: delegate.row.avatar
        }

        Text {
            id: title
            anchors.left: avatar.right
            anchors.leftMargin: 12
            anchors.top: parent.top
            anchors.topMargin: 10
            elide: Text.ElideRight
            font.pixelSize: Theme.fontTitle
            color: Theme.text
            font.weight: Font.Medium
            Accessible.ignored: true
            height: 20
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: delegate.row.titleMarkup
            textFormat: Text.StyledText
            verticalAlignment: Text.AlignVCenter
            width: Math.min(implicitWidth, delegate.width - 70 - 18 - time.width - marks.width - 12)
        }

        ChatMarks {
            id: marks
            anchors.left: title.right
            anchors.leftMargin: 4
            anchors.verticalCenter: title.verticalCenter
            mark: delegate.row.mark
        }

        PlainText {
            id: time
            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.verticalCenter: title.verticalCenter
            color: Theme.textSecondary
            font.features: { "tnum": 1 }
            font.pixelSize: Theme.fontCaption
            text: delegate.row.time
        }

        PlainText {
            id: author
            anchors.left: title.left
            anchors.top: title.bottom
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            height: 20
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: delegate.row.author === "" ? "" : qsTr("%1:").arg(delegate.row.author)
            verticalAlignment: Text.AlignVCenter
            width: Math.min(implicitWidth, parent.width * 0.4)
        }

        Text {
            anchors.left: author.right
            anchors.leftMargin: author.text === "" ? 0 : 4
            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.top: author.top
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            height: 20
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: delegate.row.markup
            textFormat: Text.StyledText
            Accessible.ignored: true
            verticalAlignment: Text.AlignVCenter
        }
    }
}
