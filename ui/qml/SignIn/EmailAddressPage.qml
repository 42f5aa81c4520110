pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// The e-mail address that codes go to.
StepColumn {
    id: page

    required property EmailAddressView view

    iconName: "mail"
    title: qsTr("Your e-mail address")
    text: qsTr("Telegram asks for an address that it can send sign-in codes to.")
    Component.onCompleted: address.forceActiveFocus()
    Keys.onEscapePressed: page.view.back()

    TextField {
        id: address
        width: parent?.width
        enabled: !page.view.busy
        inputMethodHints: Qt.ImhEmailCharactersOnly
        invalid: page.view.error !== ""
        label: qsTr("E-mail address")
        placeholderText: label
        text: page.view.address
        onAccepted: page.view.submit(text)
        onTextEdited: page.view.type(text)
    }

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    Button {
        width: parent?.width
        busy: page.view.busy
        enabled: !page.view.busy && address.length > 0
        text: qsTr("Continue")
        onClicked: page.view.submit(address.text)
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("Use another phone number")
        onClicked: page.view.back()
    }
}
