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

    Item {
        width: message.innerWidth
        height: under.wanted ? under.y + under.height : mosaic.y + mosaic.height

        Once {
            id: over
            wanted: message.captionAbove
            sourceComponent: caption
        }

        Mosaic {
            id: mosaic
            y: over.wanted ? over.height + 6 : 0
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

        Once {
            id: under
            wanted: message.captioned && !message.captionAbove
            y: mosaic.y + mosaic.height + 6
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
