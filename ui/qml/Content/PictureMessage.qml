pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// A photo, or a still of what moves, to the bubble's edges, with its caption.
Bubble {
    id: message

    readonly property PictureContent picture: row?.content as PictureContent
    readonly property bool captioned: row?.hasText ?? false
    readonly property bool captionAbove: captioned && (row?.captionAbove ?? false)
    readonly property real naturalWidth: picture?.naturalWidth ?? 320
    readonly property real naturalHeight: picture?.naturalHeight ?? 240
    readonly property real scaling: Math.min(1, Math.min(430, maximumBubble) / naturalWidth, 430 / naturalHeight)
    readonly property real pictureWidth: Math.max(captioned || hasHeader ? 200 : 120, Math.round(naturalWidth * scaling))
    readonly property real pictureHeight: Math.max(80, Math.round(naturalHeight * scaling))

    edgeToEdge: true
    metaPlace: captioned && !captionAbove ? ((row?.endsInFrame ?? false) ? "below" : "inline") : hasReactions ? "below" : "over"
    rightToLeft: captioned && (row?.rightToLeft ?? false)
    wantedWidth: pictureWidth

    Item {
        width: message.innerWidth
        height: under.wanted ? under.y + under.height : shown.y + shown.height

        Once {
            id: over
            wanted: message.captionAbove
            sourceComponent: caption
        }

        Picture {
            id: shown
            y: over.wanted ? over.height + 6 : 0
            width: message.innerWidth
            height: message.pictureHeight
            radii: [
                message.hasHeader || message.captionAbove ? 0 : message.radii[0],
                message.hasHeader || message.captionAbove ? 0 : message.radii[1],
                message.metaPlace === "over" ? message.radii[2] : 0,
                message.metaPlace === "over" ? message.radii[3] : 0
            ]
            source: message.picture
            onOpened: message.row.open()
        }

        Once {
            id: under
            wanted: message.captioned && !message.captionAbove
            y: shown.y + shown.height + 6
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
                row: message.captioned ? message.row : null
                width: message.innerWidth - 22
            }
        }
    }
}
