pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// Something that happened in the chat and has a face: a new picture, a gift, a wish with its answers.
Item {
    id: notice

    required property MessageRow row
    required property int index
    readonly property CardContent card: row?.content as CardContent
    readonly property PictureContent picture: card?.picture ?? null
    readonly property bool isSticker: (picture?.emoji ?? "") !== ""

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    implicitHeight: pill.height + 14
    height: implicitHeight
    visible: !pooled
    ListView.onPooled: notice.pooled = true
    ListView.onReused: notice.pooled = false
    Accessible.ignored: notice.pooled
    Accessible.role: Accessible.ListItem
    Accessible.name: row?.spoken ?? ""

    Rectangle {
        id: pill
        objectName: "pill"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 7
        width: Math.min(260, notice.width - 40)
        height: column.height + 24
        color: Qt.tint(Theme.canvas, Qt.alpha(Theme.text, Theme.dark ? 0.1 : 0.07))
        radius: Theme.radiusBubble

        Column {
            id: column
            x: 14
            y: 12
            width: parent.width - 28
            spacing: 6

            Loader {
                active: notice.picture !== null
                anchors.horizontalCenter: parent.horizontalCenter
                visible: active

                sourceComponent: Picture {
                    width: 110
                    height: Math.round(Math.min(160, 110 * (source?.naturalHeight ?? 1) / (source?.naturalWidth ?? 1)))
                    radii: notice.isSticker ? [0, 0, 0, 0] : height === width ? [55, 55, 55, 55] : [10, 10, 10, 10]
                    source: notice.picture
                    onOpened: notice.row.open()
                }
            }

            PlainText {
                anchors.horizontalCenter: parent.horizontalCenter
                font.pixelSize: Theme.fontEmoji
                text: notice.card?.emoji ?? ""
                visible: text !== ""
            }

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.accent
                name: notice.card?.icon ?? ""
                size: 28
                visible: name !== ""
            }

            PlainText {
                width: parent.width
                font.pixelSize: Theme.fontSection
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                text: notice.row?.line ?? ""
                wrapMode: Text.Wrap
            }

            PlainText {
                width: parent.width
                elide: Text.ElideRight
                font.pixelSize: Theme.fontSection
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 8
                text: notice.card?.text ?? ""
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            PlainText {
                width: parent.width
                color: Theme.textSecondary
                elide: Text.ElideRight
                font.pixelSize: Theme.fontCaption
                horizontalAlignment: Text.AlignHCenter
                maximumLineCount: 8
                text: notice.card?.facts ?? ""
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Loader {
                active: (notice.card?.verbs.length ?? 0) > 0
                visible: active
                width: parent.width

                sourceComponent: CardVerbs {
                    card: notice.card
                }
            }
        }
    }
}
