pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls
import SignIn

// In place of the window: the one that is there already does not answer.
Window {
    id: window

    required property Unresponsive unresponsive

    width: 520
    height: 460
    minimumWidth: 360
    minimumHeight: 360
    color: Theme.surface
    title: "Heliograph"
    visible: true
    onClosing: unresponsive.leave()

    Binding { target: Theme; property: "dark"; value: window.unresponsive.appearance.dark }
    Binding { target: Theme; property: "highContrast"; value: window.unresponsive.appearance.highContrast }

    StepColumn {
        anchors.fill: parent
        columnWidth: 440
        focus: true
        iconName: "warning"
        text: window.unresponsive.text
        title: window.unresponsive.title
        Component.onCompleted: leave.forceActiveFocus()
        Keys.onEscapePressed: window.unresponsive.leave()

        ProgressRing {
            anchors.horizontalCenter: parent?.horizontalCenter
            size: 28
        }

        TextButton {
            id: leave
            anchors.horizontalCenter: parent?.horizontalCenter
            text: qsTr("Don't start")
            onClicked: window.unresponsive.leave()
        }

        TextButton {
            anchors.horizontalCenter: parent?.horizontalCenter
            danger: true
            enabled: !window.unresponsive.ending
            text: qsTr("End it and start anew")
            onClicked: window.unresponsive.end()
        }
    }
}
