pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The sign-in: one step at a time. Beside another account there is a way back to it.
Item {
    id: page

    required property ApplicationView application
    required property SignIn signIn
    readonly property AccountsView accounts: application.accounts as AccountsView

    // A page keeps the view it was made for; a binding would hand it the next step's view before it is gone.
    function show() {
        step.setSource(page.signIn.page + ".qml", { "view": page.signIn.view });
    }

    Component.onCompleted: show()

    Connections {
        target: page.signIn

        function onStepChanged() {
            page.show();
        }
    }

    Loader {
        id: step
        anchors.fill: parent
        focus: true
        onLoaded: entrance.restart()

        transform: Translate { id: shift }

        ParallelAnimation {
            id: entrance

            NumberAnimation { target: step; property: "opacity"; from: 0; to: 1; duration: Theme.durationPanel; easing.type: Easing.OutCubic }
            NumberAnimation { target: shift; property: "y"; from: 8; to: 0; duration: Theme.durationPanel; easing.type: Easing.OutCubic }
        }
    }

    Banner {
        id: connection
        width: parent.width
        actionText: page.signIn?.connection.late ? qsTr("Proxy…") : ""
        busy: true
        text: patience.running ? "" : page.signIn?.connection.text ?? ""
        onAction: page.application.askForProxy()
    }

    Timer {
        id: patience
        interval: Theme.patience
        running: true
    }

    WayBack {
        anchors.top: connection.bottom
        application: page.application
    }

    IconButton {
        id: settings
        anchors.margins: 12
        anchors.right: parent.right
        anchors.top: connection.bottom
        iconName: "settings"
        label: qsTr("Settings")
        shortcut: "Ctrl+,"
        onClicked: page.application.openSettings()
    }

    TextButton {
        anchors.margins: 12
        anchors.right: settings.left
        anchors.top: connection.bottom
        text: qsTr("Remove this account")
        visible: page.accounts?.removable ?? false
        onClicked: question.open()
    }

    Dialog {
        id: question
        acceptText: qsTr("Remove")
        destructive: true
        text: qsTr("What was typed here and not sent is deleted. Your chats stay at Telegram.")
        title: qsTr("Remove this account from the list?")
        onAccepted: page.accounts.remove()
    }
}
