import QtQuick
import Heliograph

// A file with its caption.
Bubble {
    id: message

    readonly property bool captioned: row?.hasText ?? false

    metaPlace: !captioned ? "corner" : (row?.endsInFrame ?? false) ? "below" : "inline"
    rightToLeft: captioned && (row?.rightToLeft ?? false)
    widens: true
    wantedWidth: Math.max(line.wantedWidth, captioned ? words.implicitWidth : 0)

    Column {
        width: message.innerWidth
        spacing: 6

        FileLine {
            id: line
            width: parent.width
            held: message.row?.content as FileContent
            metaWidth: message.captioned ? 0 : message.metaWidth
            onOpened: message.row.open()
        }

        MessageText {
            id: words
            maximumWidth: message.maximumContent
            reserved: message.reserved
            row: message.row
            visible: message.captioned
            width: message.innerWidth
        }
    }
}
