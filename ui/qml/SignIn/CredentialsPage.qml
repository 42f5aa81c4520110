pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The first page of a copy without api_id: where to get one, and the fields that take it.
StepColumn {
    id: page

    required property ApplicationView application
    required property Credentials credentials

    columnWidth: 440
    Component.onCompleted: {
        id.forceActiveFocus();
        id.selectAll();
    }

    Mark {
        anchors.horizontalCenter: parent?.horizontalCenter
        size: 64
    }

    PlainText {
        width: parent?.width
        font.pixelSize: Theme.fontHeading
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("One thing before you start")
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    PlainText {
        width: parent?.width
        color: Theme.textSecondary
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Theme.lineHeight
        text: qsTr("Heliograph is an unofficial app that uses the Telegram API. Telegram gives everyone an own key to it, for free: sign in at my.telegram.org, open “API development tools”, fill in any title and short name, and copy the two values.")
        wrapMode: Text.Wrap
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        text: qsTr("Open my.telegram.org")
        onClicked: Qt.openUrlExternally("https://my.telegram.org/apps")
    }

    TextField {
        id: id
        width: parent?.width
        inputMethodHints: Qt.ImhDigitsOnly
        invalid: page.credentials.idError !== ""
        label: "api_id"
        placeholderText: label
        text: page.credentials.apiId
        onAccepted: hash.forceActiveFocus()
        onTextEdited: page.credentials.edited()
    }

    ErrorText {
        width: parent?.width
        text: page.credentials.idError
    }

    PasswordField {
        id: hash
        width: parent?.width
        invalid: page.credentials.hashError !== ""
        label: "api_hash"
        secret: label
        placeholderText: label
        onAccepted: page.credentials.submit(id.text, text)
        onTextEdited: page.credentials.edited()
    }

    ErrorText {
        width: parent?.width
        text: page.credentials.hashError
    }

    Button {
        width: parent?.width
        text: qsTr("Continue")
        onClicked: page.credentials.submit(id.text, hash.text)
    }

    WayBack {
        application: page.application
        parent: page
    }
}
