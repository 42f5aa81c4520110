pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The session ends. Where Telegram can't be told, this computer can be cleaned without it.
StepColumn {
    id: page

    required property ApplicationView application
    required property LoggingOut loggingOut
    readonly property bool unreachable: page.loggingOut?.connection.text !== "" && page.loggingOut?.unreachable !== "" && !patience.running

    columnWidth: 440
    iconName: "log-out"
    title: page.loggingOut?.text ?? ""
    text: page.unreachable ? page.loggingOut.unreachable : ""
    onUnreachableChanged: if (page.unreachable) remove.forceActiveFocus()

    Timer {
        id: patience
        interval: Theme.patience
        running: true
    }

    Button {
        id: remove
        width: parent?.width
        text: qsTr("Remove from this computer now")
        visible: page.unreachable
        onClicked: page.loggingOut.removeNow()
    }

    WayBack {
        application: page.application
        parent: page
    }
}
