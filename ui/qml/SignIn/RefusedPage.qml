pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// Where the sign-in can't go on: why, and the way back.
StepColumn {
    id: page

    required property RefusedView view

    iconName: "information"
    title: qsTr("This way is closed")
    text: view.text
    Component.onCompleted: again.forceActiveFocus()
    Keys.onEscapePressed: page.view.back()

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    Button {
        id: again
        width: parent?.width
        busy: page.view.busy
        enabled: !page.view.busy
        text: qsTr("Start again")
        onClicked: page.view.back()
    }
}
