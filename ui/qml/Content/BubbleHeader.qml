pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// Who wrote it, whose words they were, and what they answer.
Column {
    id: header

    required property MessageRow row
    property real inset: 0
    property bool apology: false
    readonly property real naturalWidth: 2 * inset + Math.max(name.visible ? name.implicitWidth : 0, forward.naturalWidth, reply.naturalWidth)
    readonly property real room: width > 0 ? width - 2 * inset : naturalWidth

    spacing: 3
    leftPadding: inset
    rightPadding: inset
    topPadding: inset > 0 ? 6 : 0

    PlainText {
        id: name
        color: Theme.senderColor(header.row?.senderColor ?? 0)
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        text: visible ? header.row?.senderName ?? "" : ""
        visible: header.row?.namesSender ?? false
        width: Math.min(implicitWidth, header.room)

        TapHandler {
            onTapped: header.row.showAuthor()
        }
    }

    Loader {
        id: forward
        readonly property real naturalWidth: (item as PlainText)?.implicitWidth ?? 0
        active: (header.row?.forwardedFrom ?? "") !== ""
        visible: active

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

    Loader {
        id: reply
        readonly property real naturalWidth: (item as ReplyHeader)?.implicitWidth ?? 0
        active: header.row?.hasReply ?? false
        visible: active

        sourceComponent: ReplyHeader {
            row: header.row
            width: header.room
        }
    }

    Loader {
        active: header.apology
        visible: active
        width: header.room

        sourceComponent: PlainText {
            bottomPadding: 14
            text: header.row?.line ?? ""
            wrapMode: Text.Wrap
        }
    }
}
