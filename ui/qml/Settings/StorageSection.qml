import QtQuick
import Heliograph
import Theme
import Controls

Section {
    id: section

    required property SettingsView settings

    title: qsTr("Storage")

    PlainText {
        width: parent.width
        leftPadding: 12
        rightPadding: 12
        text: section.settings.kept === "" ? qsTr("Counting…") : section.settings.kept
        wrapMode: Text.Wrap
    }

    PlainText {
        width: parent.width
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        leftPadding: 12
        rightPadding: 12
        text: section.settings.place
        wrapMode: Text.WrapAnywhere
    }

    TextButton {
        enabled: section.settings.kept !== ""
        text: section.settings.clearing ? qsTr("Deleting…") : qsTr("Delete downloaded files…")
        onClicked: if (!section.settings.clearing) question.open()
    }

    Dialog {
        id: question
        acceptText: qsTr("Delete")
        destructive: true
        text: qsTr("They stay at Telegram and are downloaded again when you look at them. Messages stay here, and so does what came in secret chats.")
        title: qsTr("Delete downloaded files?")
        onAccepted: section.settings.clear()
    }
}
