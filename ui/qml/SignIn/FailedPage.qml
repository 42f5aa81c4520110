pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// Why Heliograph can't start, and the ways on.
StepColumn {
    id: page

    required property ApplicationView application
    required property Failure failure

    columnWidth: 440
    iconName: "warning"
    title: failure.title
    text: failure.text
    Component.onCompleted: retry.forceActiveFocus()

    Rectangle {
        width: parent?.width
        height: details.implicitHeight + 24
        color: Theme.field
        radius: Theme.radiusButton
        visible: page.failure.details !== ""

        TextEdit {
            id: details
            anchors.fill: parent
            anchors.margins: 12
            color: Theme.textSecondary
            font.family: Theme.fontMonospace
            font.pixelSize: Theme.fontCaption
            readOnly: true
            selectByMouse: true
            selectedTextColor: Theme.accentInk
            selectionColor: Theme.accent
            text: page.failure.details
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.WrapAnywhere
            Accessible.name: qsTr("Details")
            Accessible.role: Accessible.EditableText
            Accessible.readOnly: true
        }
    }

    Button {
        id: retry
        width: parent?.width
        text: qsTr("Try again")
        onClicked: page.failure.retry()
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        text: qsTr("Quit")
        onClicked: page.failure.quit()
    }

    WayBack {
        application: page.application
        parent: page
    }
}
