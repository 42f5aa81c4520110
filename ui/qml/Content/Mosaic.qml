pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// Pictures side by side, each at its place; the corners of the whole are those of `radii`.
Item {
    id: mosaic

    required property AlbumContent album
    readonly property var items: album?.items ?? []
    property var radii: [0, 0, 0, 0]
    property real gap: 2

    implicitHeight: Math.max((album?.price ?? "") === "" ? 0 : 60, Math.round(width * (album?.height ?? 0)))

    Kept {
        wanted: mosaic.items.length

        Picture {
            id: picture
            required property int index
            readonly property AlbumItem piece: mosaic.items[index] ?? null
            readonly property bool atLeft: (piece?.left ?? 0) < 0.001
            readonly property bool atTop: (piece?.top ?? 0) < 0.001
            readonly property bool atRight: (piece?.left ?? 0) + (piece?.width ?? 0) > 0.999
            readonly property bool atBottom: (piece?.top ?? 0) + (piece?.height ?? 0) > (mosaic.album?.height ?? 0) - 0.001
            readonly property real leftEdge: Math.round(mosaic.width * (piece?.left ?? 0)) + (atLeft ? 0 : mosaic.gap / 2)
            readonly property real topEdge: Math.round(mosaic.width * (piece?.top ?? 0)) + (atTop ? 0 : mosaic.gap / 2)

            x: leftEdge
            y: topEdge
            width: Math.max(1, Math.round(mosaic.width * ((piece?.left ?? 0) + (piece?.width ?? 0))) - leftEdge - (atRight ? 0 : mosaic.gap / 2))
            height: Math.max(1, Math.round(mosaic.width * ((piece?.top ?? 0) + (piece?.height ?? 0))) - topEdge - (atBottom ? 0 : mosaic.gap / 2))
            radii: [
                atTop && atLeft ? mosaic.radii[0] : 0,
                atTop && atRight ? mosaic.radii[1] : 0,
                atBottom && atRight ? mosaic.radii[2] : 0,
                atBottom && atLeft ? mosaic.radii[3] : 0
            ]
            part: piece?.isMessage ? piece : null
            source: piece?.content as PictureContent
            visible: piece !== null
            onOpened: picture.piece.open()

            Accessible.role: Accessible.Button
            Accessible.name: (source?.plays ? qsTr("Video %1 of %2") : qsTr("Picture %1 of %2")).arg(index + 1).arg(mosaic.items.length)
            Accessible.onPressAction: picture.opened()
        }
    }
}
