pragma ComponentBehavior: Bound
import QtQuick
import Theme

// A line over the content that says what state things are in, such as "Connecting…"; gone when it has no text.
Rectangle {
    id: banner

    property string text: ""
    property string iconName: ""
    property string actionText: ""
    property bool busy: false
    signal action

    implicitHeight: text === "" ? 0 : 36
    clip: true
    color: Theme.accentSoft
    visible: height > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Behavior on implicitHeight {
        NumberAnimation { duration: Theme.durationPanel; easing.type: Easing.OutCubic }
    }

    Row {
        anchors.centerIn: parent
        height: 36
        spacing: 8

        Loader {
            active: banner.busy && banner.text !== ""
            anchors.verticalCenter: parent.verticalCenter
            visible: active
            sourceComponent: ProgressRing { size: 14 }
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: banner.iconName
            size: 16
            visible: name !== ""
        }

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.fontSection
            text: banner.text
        }

        TextButton {
            anchors.verticalCenter: parent.verticalCenter
            text: banner.actionText
            visible: text !== ""
            onClicked: banner.action()
        }
    }
}
