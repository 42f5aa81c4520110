pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// Files that were sent together, below each other, with their captions.
Bubble {
    id: message

    readonly property AlbumContent album: row?.content as AlbumContent
    readonly property bool captioned: row?.hasText ?? false

    metaPlace: captioned && !(row?.endsInFrame ?? false) ? "inline" : "below"
    rightToLeft: captioned && (row?.rightToLeft ?? false)
    wantedWidth: Math.max(280, captioned ? words.implicitWidth : 0)

    Column {
        width: message.innerWidth
        spacing: 6

        Repeater {
            model: message.album?.items ?? []

            Loader {
                id: entry
                required property AlbumItem modelData
                readonly property bool isPicture: (modelData?.content as PictureContent) !== null
                sourceComponent: isPicture ? picture : file

                Component {
                    id: file

                    FileLine {
                        width: message.innerWidth
                        held: entry.modelData?.content as FileContent
                        part: entry.modelData
                        onOpened: entry.modelData.open()
                    }
                }

                Component {
                    id: picture

                    Picture {
                        width: message.innerWidth
                        height: Math.min(240, width * (source?.naturalHeight ?? 1) / (source?.naturalWidth ?? 1))
                        part: entry.modelData
                        source: entry.modelData?.content as PictureContent
                        onOpened: entry.modelData.open()
                    }
                }
            }
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
