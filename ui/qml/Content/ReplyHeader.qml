import QtQuick
import Heliograph
import Theme
import Controls

// What a message answers; a click goes there. It is as high before that message is here as it is then.
Rectangle {
    id: header

    required property MessageRow row
    readonly property color ink: (row?.outgoing ?? false) || (row?.replyName ?? "") === "" ? Theme.accent : Theme.senderColor(row?.replyColor ?? 0)

    implicitWidth: Math.max(name.implicitWidth, words.implicitWidth) + 24
    implicitHeight: 44
    clip: true
    color: Qt.alpha(ink, 0.12)
    radius: Theme.radiusJoined
    Accessible.role: Accessible.Button
    Accessible.name: (row?.replyQuoted ? qsTr("In reply to a quote of %1: %2") : qsTr("In reply to %1: %2")).arg(name.text).arg(words.text)
    Accessible.onPressAction: header.row.jumpToReply()

    Rectangle {
        width: 3
        height: parent.height
        color: header.ink
        radius: 1.5
    }

    PlainText {
        id: name
        x: 12
        y: 4
        width: parent.width - 20 - (header.row?.replyQuoted ? 12 : 0)
        color: header.ink
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        text: header.row?.replyName ?? ""
    }

    PlainText {
        id: words
        x: 12
        y: name.text === "" ? 13 : 23
        width: parent.width - 20
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        maximumLineCount: 1
        text: header.row?.replyText ?? ""
    }

    Icon {
        anchors.right: parent.right
        anchors.rightMargin: 5
        y: 6
        color: header.ink
        name: "quote"
        size: 12
        visible: header.row?.replyQuoted ?? false
    }

    TapHandler {
        onTapped: header.row.jumpToReply()
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
