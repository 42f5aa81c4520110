import QtQuick
import Theme
import Controls

// The mark: a mirror, and the flash of sun it sends.
Item {
    id: mark

    property int size: 72
    property color ground: Theme.surface

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Rectangle {
        x: 0
        y: mark.size * 0.14
        width: mark.size * 0.86
        height: width
        color: Theme.accent
        radius: width / 2

        Rectangle {
            anchors.fill: parent
            anchors.margins: mark.size * 0.075
            border.color: mark.ground
            border.width: Math.max(1, mark.size * 0.03)
            color: "transparent"
            radius: width / 2
        }
    }

    Icon {
        x: mark.size * 0.36
        y: -mark.size * 0.1
        color: mark.ground
        name: "flash"
        size: mark.size * 0.78
    }

    Icon {
        x: mark.size * 0.43
        y: -mark.size * 0.03
        color: Theme.flash
        name: "flash"
        size: mark.size * 0.64
    }
}
