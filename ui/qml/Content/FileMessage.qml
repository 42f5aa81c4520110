pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A file: what it is, its name with the real extension, its size, and how far it has come.
Bubble {
    id: message

    readonly property FileContent held: row?.content as FileContent
    readonly property FileItem file: held?.file ?? null
    readonly property bool captioned: row?.hasText ?? false
    readonly property string progress: file?.state ?? "absent"

    metaPlace: !captioned ? "corner" : (row?.endsInFrame ?? false) ? "below" : "inline"
    rightToLeft: captioned && (row?.rightToLeft ?? false)
    wantedWidth: Math.max(220, name.implicitWidth + 60, size.implicitWidth + 74 + (captioned ? 0 : metaWidth), captioned ? words.implicitWidth : 0)

    Column {
        width: message.innerWidth
        spacing: 6

        Item {
            width: parent.width
            height: 50

            Rectangle {
                id: badge
                y: 3
                width: 44
                height: 44
                color: Theme.accent
                radius: 22

                Icon {
                    anchors.centerIn: parent
                    color: Theme.accentInk
                    name: message.progress === "absent" ? "download" : message.progress === "here" ? (message.held?.icon ?? "file") : "close"
                    size: 22
                }

                Loader {
                    active: message.progress === "downloading" || message.progress === "uploading"
                    anchors.centerIn: parent

                    sourceComponent: ProgressRing {
                        color: Theme.accentInk
                        size: 40
                        value: message.file?.progress ?? -1
                    }
                }
            }

            PlainText {
                id: name
                x: 54
                y: 5
                width: parent.width - 54
                elide: Text.ElideMiddle
                font.weight: Font.DemiBold
                font.pixelSize: Theme.fontPreview
                maximumLineCount: 1
                text: message.held?.title ?? ""
            }

            PlainText {
                id: size
                x: 54
                y: 27
                width: parent.width - 54
                color: Theme.textSecondary
                elide: Text.ElideRight
                font.features: { "tnum": 1 }
                font.pixelSize: Theme.fontSection
                text: [message.held?.note ?? "", message.file?.size ?? ""].filter(part => part !== "").join(" · ")
            }

            TapHandler {
                onTapped: message.progress === "downloading" ? message.file.cancel() : message.row.open()
            }

            HoverHandler {
                cursorShape: Qt.PointingHandCursor
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
