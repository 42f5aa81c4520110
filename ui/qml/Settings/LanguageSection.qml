pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

Section {
    id: section

    required property Preferences preferences

    title: qsTr("Language")

    Choice {
        width: parent.width
        detail: on && section.preferences.languageWaits ? qsTr("From the next start on") : ""
        on: section.preferences.language === "system"
        text: qsTr("That of the system")
        onClicked: section.preferences.speak("system")
    }

    Repeater {
        model: section.preferences.languages

        Choice {
            required property string modelData

            width: section.width
            detail: on && section.preferences.languageWaits ? qsTr("From the next start on") : ""
            on: section.preferences.language === modelData
            text: section.preferences.nameOf(modelData)
            onClicked: section.preferences.speak(modelData)
        }
    }

    TextButton {
        visible: section.preferences.languageWaits && section.preferences.canStartAnew
        text: qsTr("Start anew now")
        onClicked: section.preferences.startAnew()
    }
}
