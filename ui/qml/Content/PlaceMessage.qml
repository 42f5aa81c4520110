pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A place: a drawn map, for none is fetched, with a pin; a click opens the place on a real one.
Bubble {
    id: message

    readonly property CardContent card: row?.content as CardContent

    edgeToEdge: true
    metaPlace: "inline"
    wantedWidth: 300

    Column {
        width: message.innerWidth
        bottomPadding: 8

        Rectangle {
            id: map
            width: parent.width
            height: 130
            clip: true
            color: Qt.tint(Theme.canvas, Qt.alpha(Theme.success, 0.2))
            topLeftRadius: message.hasHeader ? 0 : message.radii[0]
            topRightRadius: message.hasHeader ? 0 : message.radii[1]

            Repeater {
                model: [[-0.1, 0.72, 1.2, 9, -8], [-0.1, 0.3, 1.2, 6, 14], [0.25, -0.2, 0.9, 7, 96], [0.6, -0.2, 0.9, 6, 75]]

                Rectangle {
                    required property var modelData
                    x: map.width * modelData[0]
                    y: map.height * modelData[1]
                    width: map.width * modelData[2]
                    height: modelData[3]
                    color: Theme.surface
                    rotation: modelData[4]
                }
            }

            Rectangle {
                anchors.centerIn: parent
                width: 44
                height: 44
                color: Theme.accent
                radius: 22

                Icon {
                    anchors.centerIn: parent
                    color: Theme.accentInk
                    name: "location"
                    size: 24
                }
            }
        }

        Item { width: 1; height: 7 }

        PlainText {
            x: 11
            width: parent.width - 22
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            font.weight: Font.DemiBold
            maximumLineCount: 2
            text: message.card?.title ?? ""
            wrapMode: Text.Wrap
        }

        PlainText {
            x: 11
            width: parent.width - 22
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            maximumLineCount: 2
            text: message.card?.text ?? ""
            wrapMode: Text.Wrap
        }

        PlainText {
            x: 11
            width: parent.width - 22
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            text: (message.card?.facts ?? "") + message.reserved
            wrapMode: Text.Wrap
        }
    }

    TapHandler {
        onTapped: message.row.open()
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
