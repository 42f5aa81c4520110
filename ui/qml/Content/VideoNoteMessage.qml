import QtQuick
import Heliograph

// A round video, as its still.
Bubble {
    id: message

    bare: true
    metaPlace: "over"
    wantedWidth: 200

    Picture {
        width: 200
        height: 200
        radii: [100, 100, 100, 100]
        source: message.row?.content as PictureContent
        onOpened: message.row.open()
    }
}
