pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A new account: a name, and the terms.
StepColumn {
    id: page

    required property RegistrationView view

    iconName: "person-add"
    title: qsTr("Welcome")
    text: qsTr("This phone number has no account yet. What is your name?")
    Component.onCompleted: first.forceActiveFocus()
    Keys.onEscapePressed: page.view.back()

    TextField {
        id: first
        width: parent?.width
        enabled: !page.view.busy
        invalid: page.view.error !== ""
        label: qsTr("First name")
        maximumLength: 64
        placeholderText: label
        text: page.view.firstName
        onAccepted: last.forceActiveFocus()
        onTextEdited: page.view.type(first.text, last.text)
    }

    TextField {
        id: last
        width: parent?.width
        enabled: !page.view.busy
        label: qsTr("Last name (optional)")
        maximumLength: 64
        placeholderText: label
        text: page.view.lastName
        onAccepted: page.view.submit(first.text, last.text)
        onTextEdited: page.view.type(first.text, last.text)
    }

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    Button {
        width: parent?.width
        busy: page.view.busy
        enabled: !page.view.busy
        text: qsTr("Sign up")
        onClicked: page.view.submit(first.text, last.text)
    }

    PlainText {
        width: parent?.width
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Theme.lineHeight
        text: page.view.consent
        wrapMode: Text.Wrap
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        text: qsTr("Read the terms of service")
        visible: page.view.terms !== ""
        onClicked: terms.open()

        Dialog {
            id: terms
            rejectText: ""
            text: page.view.terms
            title: qsTr("Terms of service")
        }
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("Use another phone number")
        onClicked: page.view.back()
    }
}
