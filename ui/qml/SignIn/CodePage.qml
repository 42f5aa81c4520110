pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The code that Telegram sent; goes off by itself when it is complete.
StepColumn {
    id: page

    required property CodeView view
    readonly property bool boxed: view.length > 0 && view.length <= 8 && !view.letters

    iconName: view.icon
    title: view.title
    text: view.text
    Component.onCompleted: (boxed ? boxes : word).forceActiveFocus()
    Keys.onEscapePressed: page.view.back()

    Connections {
        target: page.view

        // A refused code is taken away, so that the next one can be typed at once.
        function onChanged() {
            if (page.view.error === "" || page.view.busy)
                return;
            boxes.text = "";
            (page.boxed ? boxes : word).forceActiveFocus();
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
        onCompleted: code => page.view.submit(code)
        onEdited: page.view.edited()
    }

    TextField {
        id: word
        width: parent?.width
        enabled: !page.view.busy
        inputMethodHints: page.view.letters ? Qt.ImhNoPredictiveText : Qt.ImhDigitsOnly
        invalid: page.view.error !== ""
        label: page.view.title
        placeholderText: page.view.letters ? qsTr("Word or phrase") : qsTr("Code")
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
        enabled: !page.view.busy && (page.boxed ? boxes.text.length === page.view.length : word.length > 0)
        text: qsTr("Continue")
        onClicked: page.view.submit(page.boxed ? boxes.text : word.text)
    }

    PlainText {
        width: parent?.width
        color: Theme.textSecondary
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontSection
        horizontalAlignment: Text.AlignHCenter
        text: page.view.wait
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        text: qsTr("Open Fragment")
        visible: page.view.link !== ""
        onClicked: Qt.openUrlExternally(page.view.link)
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: page.view.nextWay
        visible: text !== ""
        onClicked: page.view.resend()
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        enabled: !page.view.busy
        text: qsTr("Use another phone number")
        onClicked: page.view.back()
    }
}
