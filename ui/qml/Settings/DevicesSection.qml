pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

Section {
    id: section

    required property SettingsView settings

    title: qsTr("Devices of this account")

    PlainText {
        color: Theme.textSecondary
        leftPadding: 12
        text: qsTr("Asking Telegram…")
        visible: devices.count === 0
    }

    Repeater {
        id: devices
        model: section.settings.devices

        delegate: Item {
            id: device

            required property DeviceRow row

            width: section.width
            height: Math.max(48, words.implicitHeight + 12)

            Column {
                id: words
                anchors.left: parent.left
                anchors.leftMargin: 12
                anchors.right: end.visible ? end.left : parent.right
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                PlainText {
                    width: parent.width
                    elide: Text.ElideRight
                    text: device.row?.name ?? ""
                }

                PlainText {
                    width: parent.width
                    color: Theme.textSecondary
                    elide: Text.ElideRight
                    font.pixelSize: Theme.fontSection
                    text: device.row?.details ?? ""
                }
            }

            TextButton {
                id: end
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                danger: true
                text: qsTr("Sign out")
                visible: device.row !== null && !device.row.isThisOne
                Accessible.description: device.row?.name ?? ""
                onClicked: device.row.end()
            }
        }
    }

    TextButton {
        danger: true
        text: qsTr("Sign all other devices out…")
        visible: section.settings.hasOtherDevices
        onClicked: question.open()
    }

    Dialog {
        id: question
        acceptText: qsTr("Sign out")
        destructive: true
        text: qsTr("Everybody who uses this account on another device has to sign in again there.")
        title: qsTr("Sign all other devices out?")
        onAccepted: section.settings.endOtherDevices()
    }
}
