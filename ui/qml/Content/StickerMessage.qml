import QtQuick
import Heliograph
import Theme
import Controls

// A sticker without a bubble; its emoji where it can't be drawn.
Bubble {
    id: message

    readonly property PictureContent sticker: row?.content as PictureContent
    readonly property real scaling: Math.min(1, 200 / Math.max(sticker?.naturalWidth ?? 1, sticker?.naturalHeight ?? 1))
    readonly property string key: sticker?.picture?.key ?? ""

    bare: true
    metaPlace: "over"
    wantedWidth: Math.max(90, Math.round((sticker?.naturalWidth ?? 200) * scaling))
    onStickerChanged: sticker?.wanted()
    Component.onCompleted: sticker?.wanted()

    Item {
        id: place
        width: message.wantedWidth
        height: Math.max(90, Math.round((message.sticker?.naturalHeight ?? 200) * message.scaling))

        Image {
            anchors.fill: parent
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: message.key === "" ? "" : "image://picture/file/" + Math.round(width) + "x" + Math.round(height) + "/0-0-0-0/" + message.key
            sourceSize: Qt.size(width, height)
        }

        PlainText {
            anchors.centerIn: parent
            // A line may be nearly twice as high as its font.
            font.pixelSize: Math.min(Theme.fontEmoji * 2, Math.round(Math.min(place.width, place.height) * 0.5))
            text: message.sticker?.emoji ?? ""
            visible: message.key === ""
        }
    }
}
