pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// Who wrote it, whose words they were, and what they answer, below each other: as high at once as it is to be.
Item {
    id: header

    required property MessageRow row
    property real inset: 0
    property bool apology: false
    readonly property bool named: row?.namesSender ?? false
    readonly property real naturalWidth: 2 * inset + Math.max(named ? name.implicitWidth : 0, forward.naturalWidth, reply.naturalWidth)
    readonly property real room: width > 0 ? width - 2 * inset : naturalWidth
    readonly property real spacing: 3

    implicitWidth: naturalWidth
    implicitHeight: Math.max(0, sorry.y + (sorry.wanted ? sorry.height : -spacing))

    PlainText {
        id: name
        x: header.inset
        y: header.inset > 0 ? 6 : 0
        color: Theme.senderColor(header.row?.senderColor ?? 0)
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        text: header.named ? header.row?.senderName ?? "" : ""
        visible: header.named
        width: Math.min(implicitWidth, header.room)

        TapHandler {
            onTapped: header.row.showAuthor()
        }
    }

    Once {
        id: forward
        readonly property real naturalWidth: wanted ? (item as PlainText)?.implicitWidth ?? 0 : 0
        wanted: (header.row?.forwardedFrom ?? "") !== ""
        x: header.inset
        y: name.y + (header.named ? name.height + header.spacing : 0)

        sourceComponent: PlainText {
            color: Theme.accent
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            text: qsTr("Forwarded from %1").arg(header.row?.forwardedFrom ?? "")
            width: Math.min(implicitWidth, header.room)

            TapHandler {
                onTapped: header.row.jumpToOrigin()
            }
        }
    }

    Once {
        id: reply
        readonly property real naturalWidth: wanted ? (item as ReplyHeader)?.implicitWidth ?? 0 : 0
        wanted: header.row?.hasReply ?? false
        x: header.inset
        y: forward.y + (forward.wanted ? forward.height + header.spacing : 0)

        sourceComponent: ReplyHeader {
            row: reply.wanted ? header.row : null
            width: header.room
        }
    }

    Once {
        id: sorry
        wanted: header.apology
        x: header.inset
        y: reply.y + (reply.wanted ? reply.height + header.spacing : 0)
        width: header.room

        sourceComponent: PlainText {
            bottomPadding: 14
            text: sorry.wanted ? header.row?.line ?? "" : ""
            wrapMode: Text.Wrap
        }
    }
}
