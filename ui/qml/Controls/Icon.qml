import QtQuick
import Theme

// An icon of resources/icons, tinted; drawn by the image provider `icon` at the screen's own resolution.
Image {
    id: icon

    required property string name
    property color color: Theme.textSecondary
    property int size: 20

    width: size
    height: size
    source: name === "" ? "" : "image://icon/" + name + "/" + String(color).substring(1)
    sourceSize: Qt.size(size, size)
    Accessible.ignored: true
}
