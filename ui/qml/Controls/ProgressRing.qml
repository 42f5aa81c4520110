import QtQuick
import QtQuick.Shapes
import Theme

// How far something is: a ring filled to `value` (0–1), or turning where `value` is negative.
Item {
    id: ring

    property real value: -1
    property color color: Theme.accent
    property int size: 24
    property real strokeWidth: Math.max(2, size / 12)

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.ProgressBar
    Accessible.name: value < 0 ? qsTr("In progress") : qsTr("%1 percent").arg(Math.round(value * 100))

    Shape {
        id: shape
        anchors.fill: parent
        rotation: -90

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: ring.color
            strokeWidth: ring.strokeWidth

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.strokeWidth) / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: ring.value < 0 ? 260 : Math.max(4, 360 * Math.min(1, ring.value))
            }
        }

        RotationAnimation on rotation {
            running: ring.visible && !Theme.reducedMotion
            duration: 1400
            from: -90
            loops: Animation.Infinite
            to: 270
        }
    }
}
