pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Theme

// A QR code on a white card, dark on light in every theme so that every camera reads it; the mark lies in its middle.
Rectangle {
    id: card

    required property int count
    required property string path
    readonly property int shownCount: count > 0 ? count : 41
    readonly property int module: Math.floor(228 / shownCount)
    readonly property int quiet: (width - shownCount * module) / 2

    implicitWidth: 268
    implicitHeight: 268
    color: Theme.codeLight
    radius: Theme.radiusBubble
    Accessible.role: Accessible.Graphic
    Accessible.name: count > 0 ? qsTr("QR code to sign in with another device") : qsTr("The QR code is being prepared")

    Shape {
        id: shape
        x: card.quiet
        y: card.quiet
        width: card.count
        height: card.count
        scale: card.module
        transformOrigin: Item.TopLeft
        visible: card.count > 0

        ShapePath {
            fillColor: Theme.codeDark
            fillRule: ShapePath.WindingFill
            strokeColor: "transparent"
            strokeWidth: -1

            PathSvg { path: card.path }
        }
    }

    Mark {
        anchors.centerIn: parent
        ground: Theme.codeLight
        size: 7 * card.module
        visible: card.count > 0
    }

    // The shape of what comes: three corners of a code.
    Repeater {
        model: card.count > 0 ? [] : [Qt.point(0, 0), Qt.point(1, 0), Qt.point(0, 1)]

        Rectangle {
            required property point modelData

            x: card.quiet + modelData.x * (card.width - 2 * card.quiet - width)
            y: card.quiet + modelData.y * (card.height - 2 * card.quiet - height)
            width: 7 * card.module
            height: width
            border.color: Theme.codeDark
            border.width: card.module
            color: "transparent"
            opacity: 0.12
            radius: card.module
        }
    }
}
