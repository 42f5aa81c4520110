pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// The pinned message over the messages: a click shows it and names the one before.
T.Button {
    id: bar

    required property Pins pins
    signal listAsked

    implicitHeight: pins?.shown ? 46 : 0
    clip: true
    hoverEnabled: true
    visible: height > 0
    Accessible.name: (bar.pins?.title ?? "") + ": " + (bar.pins?.text ?? "")
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: bar.click()
    Keys.onEnterPressed: bar.click()
    onClicked: bar.pins.jump()

    background: Rectangle {
        color: bar.down ? Theme.pressed : bar.hovered ? Theme.hover : Theme.surface

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.separator
        }

        FocusRing {
            anchors.margins: 2
            shown: bar.visualFocus
        }
    }

    contentItem: Item {
        // One dash a message, as far as they fit; the one that is named stands out.
        Column {
            id: dashes
            readonly property int count: Math.min(4, bar.pins?.count ?? 0)
            x: 16
            y: 7
            height: 32
            spacing: 2

            Repeater {
                model: dashes.count

                Rectangle {
                    required property int index
                    readonly property bool named: index === dashes.count - 1 - Math.min(bar.pins.position, dashes.count - 1)
                    width: 3
                    height: (32 - 2 * (dashes.count - 1)) / dashes.count
                    color: named ? Theme.accent : Theme.outline
                    opacity: named ? 1 : 0.5
                    radius: 1.5
                }
            }
        }

        PlainText {
            x: 30
            y: 5
            width: buttons.x - x - 8
            color: Theme.accent
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            font.weight: Font.DemiBold
            text: bar.pins?.title ?? ""
        }

        PlainText {
            x: 30
            y: 23
            width: buttons.x - x - 8
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            maximumLineCount: 1
            text: bar.pins?.text ?? ""
        }

        Row {
            id: buttons
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter

            IconButton {
                iconName: "unpin"
                label: qsTr("Unpin")
                size: 18
                visible: (bar.pins?.canUnpin ?? false) && (bar.pins?.count ?? 0) === 1
                onClicked: bar.pins.unpin(0)
            }

            IconButton {
                iconName: "menu"
                label: qsTr("All pinned messages")
                size: 18
                visible: (bar.pins?.count ?? 0) > 1
                onClicked: bar.listAsked()
            }

            IconButton {
                iconName: "close"
                label: qsTr("Hide the pinned message")
                size: 18
                onClicked: bar.pins.hide()
            }
        }
    }
}
