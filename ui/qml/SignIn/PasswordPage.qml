pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The password of the two-step verification, and its recovery by a code from an e-mail.
StepColumn {
    id: page

    required property PasswordView view

    iconName: view.recovering ? "mail" : "lock"
    title: view.recovering ? qsTr("Set a new password") : qsTr("Your password")
    text: view.recovering ? view.recoveryText : qsTr("This account is protected by an additional password.")
    Component.onCompleted: focusField()
    Keys.onEscapePressed: page.view.recovering ? page.view.remember() : page.view.back()

    function focusField() {
        (view.recovering ? code : password).forceActiveFocus();
    }

    Connections {
        target: page.view

        function onRecoveryChanged() {
            page.focusField();
        }

        function onChanged() {
            if (page.view.error === "" || page.view.busy || page.view.recovering)
                return;
            password.selectAll();
            password.forceActiveFocus();
        }
    }

    PasswordField {
        id: password
        width: parent?.width
        enabled: !page.view.busy
        invalid: page.view.error !== ""
        label: qsTr("Password")
        placeholderText: qsTr("Password")
        visible: !page.view.recovering
        onAccepted: page.view.submit(text)
        onTextEdited: page.view.edited()
    }

    PlainText {
        width: parent?.width
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        text: page.view.hint
        visible: text !== "" && !page.view.recovering
        wrapMode: Text.Wrap
    }

    TextField {
        id: code
        width: parent?.width
        enabled: !page.view.busy
        inputMethodHints: Qt.ImhDigitsOnly
        label: qsTr("Code from the e-mail")
        placeholderText: label
        visible: page.view.recovering
        onAccepted: fresh.forceActiveFocus()
        onTextEdited: page.view.edited()
    }

    PasswordField {
        id: fresh
        width: parent?.width
        enabled: !page.view.busy
        label: qsTr("New password; empty for none")
        placeholderText: label
        visible: page.view.recovering
        onAccepted: repeated.forceActiveFocus()
        onTextEdited: page.view.edited()
    }

    PasswordField {
        id: repeated
        width: parent?.width
        enabled: !page.view.busy
        label: qsTr("New password again")
        placeholderText: label
        visible: page.view.recovering
        onAccepted: page.view.recover(code.text, fresh.text, text)
        onTextEdited: page.view.edited()
    }

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    Button {
        width: parent?.width
        busy: page.view.busy
        enabled: !page.view.busy && (page.view.recovering ? code.length > 0 : password.length > 0)
        text: page.view.recovering ? qsTr("Set and sign in") : qsTr("Sign in")
        onClicked: {
            if (page.view.recovering)
                page.view.recover(code.text, fresh.text, repeated.text);
            else
                page.view.submit(password.text);
        }
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: page.view.recovering ? qsTr("I remember my password") : qsTr("Forgot password?")
        onClicked: page.view.recovering ? page.view.remember() : page.view.forgot()
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("Use another phone number")
        onClicked: page.view.back()
    }
}
