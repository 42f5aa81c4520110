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

    implicitHeight: text === "" ? 0 : Math.max(36, words.implicitHeight + 16)
    clip: true
    color: Theme.accentSoft
    visible: height > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Behavior on implicitHeight {
        NumberAnimation { duration: Theme.durationPanel; easing.type: Easing.OutCubic }
    }

    Row {
        id: line
        anchors.centerIn: parent
        spacing: 8

        Loader {
            id: ring
            active: banner.busy && banner.text !== ""
            anchors.verticalCenter: parent.verticalCenter
            visible: active
            sourceComponent: ProgressRing { size: 14 }
        }

        Icon {
            id: picture
            anchors.verticalCenter: parent.verticalCenter
            name: banner.iconName
            size: 16
            visible: name !== ""
        }

        PlainText {
            id: words

            readonly property real beside: (ring.visible ? ring.width + line.spacing : 0) + (picture.visible ? picture.width + line.spacing : 0) + (verb.visible ? verb.width + line.spacing : 0)

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Math.max(0, banner.width - 24 - beside))
            font.pixelSize: Theme.fontSection
            text: banner.text
            wrapMode: Text.Wrap
        }

        TextButton {
            id: verb
            anchors.verticalCenter: parent.verticalCenter
            text: banner.actionText
            visible: text !== ""
            onClicked: banner.action()
        }
    }
}
