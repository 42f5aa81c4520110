import QtQuick
import QtQuick.Templates as T
import Theme
import Controls

// Goes to the newest message and says how many are unread below.
T.Button {
    id: button

    property string count: ""

    implicitWidth: 44
    implicitHeight: 44
    hoverEnabled: true
    Accessible.name: count === "" ? qsTr("Go to the newest message") : qsTr("Go to the newest message, %1 unread").arg(count)
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
            name: "chevron-down"
            size: 22
        }

        Badge {
            anchors.horizontalCenter: parent.horizontalCenter
            y: -10
            text: button.count
        }
    }
}
