pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

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
            id: mosaic
            width: message.innerWidth
            album: message.album

            Loader {
                active: (message.album?.price ?? "") !== ""
                x: message.album?.locked ? Math.round((parent.width - width) / 2) : parent.width - width - 8
                y: message.album?.locked ? Math.round((parent.height - height) / 2) : 8

                sourceComponent: Rectangle {
                    implicitWidth: Math.min(price.implicitWidth + 28, mosaic.width - 16)
                    implicitHeight: message.album?.locked ? 36 : 24
                    color: Theme.scrim
                    radius: height / 2

                    PlainText {
                        id: price
                        anchors.centerIn: parent
                        color: Theme.scrimInk
                        elide: Text.ElideRight
                        font.pixelSize: message.album?.locked ? Theme.fontPreview : Theme.fontCaption
                        font.weight: Font.DemiBold
                        text: message.album?.price ?? ""
                        width: Math.min(implicitWidth, parent.width - 20)
                    }
                }
            }
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
