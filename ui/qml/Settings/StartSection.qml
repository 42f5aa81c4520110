import QtQuick
import Heliograph
import Controls

Section {
    id: section

    required property Preferences preferences
    required property SettingsView settings

    title: qsTr("Start and window")

    Switch {
        width: parent.width
        detail: qsTr("Where the desktop has a tray. Otherwise closing the window quits.")
        on: section.preferences.closeToTray
        text: qsTr("Go on in the tray when the window is closed")
        onWanted: on => section.preferences.hideInTray(on)
    }

    Switch {
        width: parent.width
        enabled: section.settings.canStartWithDesktop
        on: section.settings.startsWithDesktop
        text: qsTr("Start with the desktop")
        onWanted: on => section.settings.startWithDesktop(on)
    }

    Switch {
        width: parent.width
        enabled: section.settings.startsWithDesktop
        on: section.settings.startsHidden
        text: qsTr("Without opening the window")
        onWanted: on => section.settings.startHidden(on)
    }
}
