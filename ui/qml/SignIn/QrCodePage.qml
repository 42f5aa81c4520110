pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The first screen: another device scans the code.
StepColumn {
    id: page

    required property QrCodeView view

    columnWidth: 420
    Component.onCompleted: other.forceActiveFocus()

    Item {
        anchors.horizontalCenter: parent?.horizontalCenter
        width: code.width
        height: code.height

        Shadow {
            radius: code.radius
            visible: !Theme.dark
        }

        QrCode {
            id: code
            count: page.view.count
            path: page.view.path
        }
    }

    Item { width: 1; height: 2 }

    PlainText {
        width: parent?.width
        font.pixelSize: Theme.fontHeading
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Sign in with your phone")
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Repeater {
        model: [
            qsTr("Open Telegram on your phone"),
            qsTr("Go to Settings → Devices → Link Desktop Device"),
            qsTr("Point the phone at this code")
        ]

        Row {
            id: instruction

            required property int index
            required property string modelData

            anchors.horizontalCenter: parent?.horizontalCenter
            width: Math.min(380, parent?.width ?? 380)
            spacing: 12

            Rectangle {
                id: number
                width: 22
                height: 22
                color: Theme.accentSoft
                radius: 11

                PlainText {
                    anchors.centerIn: parent
                    color: Theme.accent
                    font.pixelSize: Theme.fontCaption
                    font.weight: Font.DemiBold
                    text: instruction.index + 1
                }
            }

            PlainText {
                width: instruction.width - number.width - instruction.spacing
                y: (number.height - baselineHeight) / 2
                readonly property real baselineHeight: implicitHeight / lineCount
                text: instruction.modelData
                wrapMode: Text.Wrap
            }
        }
    }

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    TextButton {
        id: other
        anchors.horizontalCenter: parent?.horizontalCenter
        text: qsTr("Sign in by phone number")
        onClicked: page.view.usePhoneNumber()
    }
}
