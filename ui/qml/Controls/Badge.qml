import QtQuick
import Theme

// A count that wants attention; grey where the chat is muted. Hidden when it has no text.
Rectangle {
    id: badge

    required property string text
    property bool muted: false

    implicitWidth: Math.max(height, label.implicitWidth + 12)
    implicitHeight: 22
    color: muted ? Theme.mutedBadge : Theme.flash
    radius: height / 2
    visible: text !== ""
    Accessible.ignored: true

    PlainText {
        id: label
        anchors.centerIn: parent
        color: badge.muted ? Theme.mutedBadgeInk : Theme.flashInk
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontCaption
        font.weight: Font.DemiBold
        text: badge.text
    }
}
