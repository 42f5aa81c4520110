import QtQuick
import Heliograph
import Controls

Section {
    id: section

    required property Preferences preferences

    title: qsTr("Notifications")

    Switch {
        width: parent.width
        detail: qsTr("On this computer alone. What is muted in a chat stays silent everywhere.")
        on: section.preferences.notifications
        text: qsTr("Tell me of new messages")
        onWanted: on => section.preferences.notify(on)
    }

    Switch {
        width: parent.width
        enabled: section.preferences.notifications
        on: section.preferences.notificationSound
        text: qsTr("With a sound")
        onWanted: on => section.preferences.sound(on)
    }

    Choice {
        width: parent.width
        enabled: section.preferences.notifications
        on: section.preferences.notificationPreview === "text"
        text: qsTr("Show the name and the text")
        onClicked: section.preferences.tell("text")
    }

    Choice {
        width: parent.width
        enabled: section.preferences.notifications
        on: section.preferences.notificationPreview === "name"
        text: qsTr("Show the name alone")
        onClicked: section.preferences.tell("name")
    }

    Choice {
        width: parent.width
        enabled: section.preferences.notifications
        on: section.preferences.notificationPreview === "nothing"
        text: qsTr("Show neither")
        onClicked: section.preferences.tell("nothing")
    }
}
