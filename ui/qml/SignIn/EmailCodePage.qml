pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// The code from the e-mail.
StepColumn {
    id: page

    required property EmailCodeView view
    readonly property bool boxed: view.length > 0 && view.length <= 8

    iconName: "mail"
    title: qsTr("Check your e-mail")
    text: view.text
    Component.onCompleted: (boxed ? boxes : code).forceActiveFocus()
    Keys.onEscapePressed: page.view.back()

    Connections {
        target: page.view

        function onChanged() {
            if (page.view.error === "" || page.view.busy)
                return;
            boxes.text = "";
            (page.boxed ? boxes : code).forceActiveFocus();
        }
    }

    CodeBoxes {
        id: boxes
        anchors.horizontalCenter: parent?.horizontalCenter
        width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
        enabled: !page.view.busy
        invalid: page.view.error !== ""
        length: page.view.length
        visible: page.boxed
        onCompleted: text => page.view.submit(text)
        onEdited: page.view.edited()
    }

    TextField {
        id: code
        width: parent?.width
        enabled: !page.view.busy
        inputMethodHints: Qt.ImhDigitsOnly
        invalid: page.view.error !== ""
        label: qsTr("Code")
        placeholderText: label
        visible: !page.boxed
        onAccepted: page.view.submit(text)
        onTextEdited: page.view.edited()
    }

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    Button {
        width: parent?.width
        busy: page.view.busy
        enabled: !page.view.busy && (page.boxed ? boxes.text.length === page.view.length : code.length > 0)
        text: qsTr("Continue")
        onClicked: page.view.submit(page.boxed ? boxes.text : code.text)
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("Send the code again")
        onClicked: page.view.resend()
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("I can't read this e-mail")
        visible: page.view.canReset
        onClicked: page.view.reset()
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("Use another phone number")
        onClicked: page.view.back()
    }
}
