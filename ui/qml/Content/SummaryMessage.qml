import QtQuick
import Theme
import Controls

// A kind that has no drawing of its own yet: what it is, in one line.
Bubble {
    id: message

    metaPlace: "inline"
    widens: true
    wantedWidth: line.implicitWidth

    PlainText {
        id: line
        color: Theme.text
        font.italic: true
        text: (message.row?.line ?? "") + message.reserved
        width: Math.min(implicitWidth, message.maximumContent)
        wrapMode: Text.Wrap
    }
}
