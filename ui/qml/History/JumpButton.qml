import QtQuick
import QtQuick.Templates as T
import Theme
import Controls

// Goes to a message, and says how many of its kind wait there.
T.Button {
    id: button

    property string count: ""
    property string iconName: "chevron-down"
    required property string label

    implicitWidth: 44
    implicitHeight: 44
    hoverEnabled: true
    Accessible.name: count === "" ? label : qsTr("%1, %2 unread").arg(label).arg(count)
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.click()

    background: Item {
        Shadow { depth: 4; radius: 22 }

        Rectangle {
            anchors.fill: parent
            color: button.down ? Theme.pressed : button.hovered ? Theme.hover : Theme.surfaceRaised
            radius: 22

            FocusRing { shown: button.visualFocus; radius: 25 }
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            size: 22
        }

        Badge {
            anchors.horizontalCenter: parent.horizontalCenter
            y: -10
            text: button.count
        }
    }
}
