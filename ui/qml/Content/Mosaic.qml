pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// Pictures side by side, each at its place; the corners of the whole are those of `radii`.
Item {
    id: mosaic

    required property AlbumContent album
    property var radii: [0, 0, 0, 0]
    property real gap: 2

    implicitHeight: Math.max((album?.price ?? "") === "" ? 0 : 60, Math.round(width * (album?.height ?? 0)))

    Repeater {
        model: mosaic.album?.items ?? []

        Picture {
            id: picture
            required property AlbumItem modelData
            required property int index
            readonly property bool atLeft: (modelData?.left ?? 0) < 0.001
            readonly property bool atTop: (modelData?.top ?? 0) < 0.001
            readonly property bool atRight: (modelData?.left ?? 0) + (modelData?.width ?? 0) > 0.999
            readonly property bool atBottom: (modelData?.top ?? 0) + (modelData?.height ?? 0) > (mosaic.album?.height ?? 0) - 0.001
            readonly property real leftEdge: Math.round(mosaic.width * (modelData?.left ?? 0)) + (atLeft ? 0 : mosaic.gap / 2)
            readonly property real topEdge: Math.round(mosaic.width * (modelData?.top ?? 0)) + (atTop ? 0 : mosaic.gap / 2)

            x: leftEdge
            y: topEdge
            width: Math.max(1, Math.round(mosaic.width * ((modelData?.left ?? 0) + (modelData?.width ?? 0))) - leftEdge - (atRight ? 0 : mosaic.gap / 2))
            height: Math.max(1, Math.round(mosaic.width * ((modelData?.top ?? 0) + (modelData?.height ?? 0))) - topEdge - (atBottom ? 0 : mosaic.gap / 2))
            radii: [
                atTop && atLeft ? mosaic.radii[0] : 0,
                atTop && atRight ? mosaic.radii[1] : 0,
                atBottom && atRight ? mosaic.radii[2] : 0,
                atBottom && atLeft ? mosaic.radii[3] : 0
            ]
            source: modelData?.content as PictureContent
            onOpened: picture.modelData.open()

            Accessible.role: Accessible.Button
            Accessible.name: (source?.plays ? qsTr("Video %1 of %2") : qsTr("Picture %1 of %2")).arg(index + 1).arg(mosaic.album?.items.length ?? 0)
            Accessible.onPressAction: picture.opened()
        }
    }
}
