pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// What stands behind a link of the text; a click goes there.
Rectangle {
    id: preview

    required property LinkPreviewContent source
    property color ink: Theme.accent
    readonly property PictureContent picture: source?.picture ?? null
    readonly property bool hasPicture: picture !== null
    readonly property bool large: source?.large ?? false
    readonly property real naturalWidth: Math.max(hasPicture && large ? 320 : 0,
        Math.max(site.implicitWidth, title.implicitWidth, words.implicitWidth, note.implicitWidth) + 22 + (beside.active ? 66 : 0))
    signal opened

    implicitHeight: column.height + 14
    color: Qt.alpha(ink, 0.1)
    radius: Theme.radiusJoined
    Accessible.role: Accessible.Link
    Accessible.name: [site.text, title.text, words.text].filter(part => part !== "").join(", ")
    Accessible.onPressAction: preview.opened()

    Rectangle {
        width: 3
        height: parent.height
        color: preview.ink
        radius: 1.5
    }

    Component {
        id: wide

        Picture {
            width: column.width
            height: Math.max(60, Math.min(280, Math.round(width * (source?.naturalHeight ?? 1) / (source?.naturalWidth ?? 1))))
            radii: [6, 6, 6, 6]
            source: preview.picture
            onOpened: preview.opened()
        }
    }

    Loader {
        id: beside
        active: preview.hasPicture && !preview.large
        x: preview.width - 64
        y: 8

        sourceComponent: Picture {
            width: 56
            height: 56
            radii: [6, 6, 6, 6]
            source: preview.picture
            onOpened: preview.opened()
        }
    }

    Column {
        id: column
        readonly property real room: width - (beside.active ? 66 : 0)
        x: 12
        y: 7
        width: parent.width - 20
        spacing: 2

        Loader {
            active: preview.hasPicture && preview.large && (preview.source?.mediaAbove ?? false)
            visible: active
            sourceComponent: wide
        }

        Row {
            spacing: 4
            visible: site.text !== ""

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: preview.ink
                name: "flash"
                size: 12
                visible: preview.source?.instant ?? false
            }

            PlainText {
                id: site
                color: preview.ink
                elide: Text.ElideRight
                font.pixelSize: Theme.fontSection
                font.weight: Font.DemiBold
                maximumLineCount: 1
                text: preview.source?.site ?? ""
                width: Math.min(implicitWidth, column.room - (preview.source?.instant ? 16 : 0))
            }
        }

        PlainText {
            id: title
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            font.weight: Font.DemiBold
            maximumLineCount: 2
            text: preview.source?.title ?? ""
            visible: text !== ""
            width: column.room
            wrapMode: Text.Wrap
        }

        PlainText {
            id: words
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            maximumLineCount: preview.large ? 4 : 3
            text: preview.source?.text ?? ""
            visible: text !== ""
            width: column.room
            wrapMode: Text.Wrap
        }

        PlainText {
            id: note
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            maximumLineCount: 1
            text: preview.source?.note ?? ""
            visible: text !== ""
            width: column.room
        }

        // The small picture may be taller than the words beside it.
        Item {
            width: 1
            height: Math.max(0, 58 - (site.height + (title.visible ? title.height : 0) + (words.visible ? words.height : 0)))
            visible: beside.active && height > 0
        }

        Loader {
            active: preview.hasPicture && preview.large && !(preview.source?.mediaAbove ?? false)
            visible: active
            sourceComponent: wide
        }
    }

    TapHandler {
        onTapped: preview.opened()
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
