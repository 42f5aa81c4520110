import QtQuick
import Heliograph
import Controls

Section {
    id: section

    required property ApplicationView application

    title: qsTr("Colours")

    Choice {
        width: parent.width
        on: section.application.appearance.setting === "system"
        text: qsTr("Those of the system")
        onClicked: section.application.followSystem()
    }

    Choice {
        width: parent.width
        on: section.application.appearance.setting === "light"
        text: qsTr("Light")
        onClicked: section.application.turnLight()
    }

    Choice {
        width: parent.width
        on: section.application.appearance.setting === "dark"
        text: qsTr("Dark")
        onClicked: section.application.turnDark()
    }
}
