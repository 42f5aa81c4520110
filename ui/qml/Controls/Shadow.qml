pragma ComponentBehavior: Bound
import QtQuick
import Theme

// A soft shadow for what floats, from layers that every renderer draws alike.
Item {
    id: shadow

    property int radius: Theme.radiusCard
    property int depth: 11

    anchors.fill: parent

    Repeater {
        model: shadow.depth

        Rectangle {
            required property int index

            anchors.fill: parent
            anchors.leftMargin: -index
            anchors.rightMargin: -index
            anchors.topMargin: 2 - index
            anchors.bottomMargin: -2 - index
            color: Theme.shadow
            radius: shadow.radius + index
        }
    }
}
