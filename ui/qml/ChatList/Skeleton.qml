pragma ComponentBehavior: Bound
import QtQuick
import Theme

// The shape of the rows that are on their way; shown when they take longer than a blink.
Column {
    id: skeleton

    property bool narrow: false
    property bool waiting: false
    property bool due: false

    visible: waiting && due
    onWaitingChanged: due = false
    Accessible.name: qsTr("Loading chats")
    Accessible.role: Accessible.StaticText

    Timer {
        interval: 200
        running: skeleton.waiting
        onTriggered: skeleton.due = true
    }

    Repeater {
        model: 8

        Item {
            id: shape

            required property int index

            height: Theme.rowHeight
            opacity: 1 - index * 0.11
            width: skeleton.width

            Rectangle {
                id: circle
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.hover
                height: Theme.avatarSize
                radius: height / 2
                width: height
                x: skeleton.narrow ? Math.round((shape.width - width) / 2) : 16
            }

            Rectangle {
                color: Theme.hover
                height: 12
                radius: 6
                visible: !skeleton.narrow
                width: 90 + shape.index * 53 % 70
                x: 78
                y: 17
            }

            Rectangle {
                color: Theme.hover
                height: 10
                radius: 5
                visible: !skeleton.narrow
                width: 130 + shape.index * 71 % 90
                x: 78
                y: 41
            }
        }
    }
}
