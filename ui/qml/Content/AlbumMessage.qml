pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// Photos and videos that were sent together, as a mosaic to the bubble's edges, with their caption.
Bubble {
    id: message

    readonly property AlbumContent album: row?.content as AlbumContent
    readonly property bool captioned: row?.hasText ?? false
    readonly property bool captionAbove: captioned && (row?.captionAbove ?? false)

    edgeToEdge: true
    metaPlace: captioned && !captionAbove ? ((row?.endsInFrame ?? false) ? "below" : "inline") : hasReactions ? "below" : "over"
    rightToLeft: captioned && (row?.rightToLeft ?? false)
    wantedWidth: 430

    Column {
        width: message.innerWidth
        spacing: 6

        Loader {
            active: message.captionAbove
            visible: active
            sourceComponent: caption
        }

        Mosaic {
            width: message.innerWidth
            album: message.album
            radii: [
                message.hasHeader || message.captionAbove ? 0 : message.radii[0],
                message.hasHeader || message.captionAbove ? 0 : message.radii[1],
                message.metaPlace === "over" ? message.radii[2] : 0,
                message.metaPlace === "over" ? message.radii[3] : 0
            ]
        }

        Loader {
            active: message.captioned && !message.captionAbove
            visible: active
            sourceComponent: caption
        }
    }

    Component {
        id: caption

        Item {
            implicitHeight: words.implicitHeight + 7
            implicitWidth: message.innerWidth

            MessageText {
                id: words
                x: 11
                y: message.captionAbove ? 6 : 0
                maximumWidth: message.innerWidth - 22
                reserved: message.captionAbove ? "" : message.reserved
                row: message.row
                width: message.innerWidth - 22
            }
        }
    }
}
