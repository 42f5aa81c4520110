pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

Section {
    id: section

    required property SettingsView settings
    property bool showsLicences: false

    title: qsTr("About")

    PlainText {
        width: parent.width
        leftPadding: 12
        lineHeight: Theme.lineHeight
        rightPadding: 12
        text: section.settings.versions
        wrapMode: Text.Wrap
    }

    PlainText {
        width: parent.width
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        leftPadding: 12
        rightPadding: 12
        text: qsTr("An unofficial client: it uses the Telegram API, and is not made or approved by Telegram.")
        topPadding: 4
        wrapMode: Text.Wrap
    }

    TextButton {
        text: section.showsLicences ? qsTr("Hide the licences") : qsTr("Licences of everything inside")
        onClicked: section.showsLicences = !section.showsLicences
    }

    Repeater {
        model: section.showsLicences ? section.settings.licences : []

        PlainText {
            required property string modelData

            width: section.width
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            leftPadding: 12
            rightPadding: 12
            text: modelData
            wrapMode: Text.Wrap
        }
    }
}
