pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// A line that is on or off. It shows what `on` says and asks for the other by `wanted`; it never turns by itself.
T.AbstractButton {
    id: line

    property bool on: false
    property string detail: ""
    signal wanted(bool on)

    implicitWidth: 320
    implicitHeight: Math.max(44, words.implicitHeight + 16)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.CheckBox
    Accessible.onToggleAction: line.wanted(!line.on)
    Keys.onReturnPressed: line.click()
    Keys.onEnterPressed: line.click()
    onClicked: wanted(!on)

    contentItem: Item {
        Column {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.right: track.left
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            PlainText {
                width: parent.width
                color: line.enabled ? Theme.text : Theme.textDisabled
                text: line.text
                wrapMode: Text.Wrap
            }

            PlainText {
                width: parent.width
                color: line.enabled ? Theme.textSecondary : Theme.textDisabled
                font.pixelSize: Theme.fontSection
                text: line.detail
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }

        Rectangle {
            id: track
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 38
            height: 22
            border.color: line.on ? color : line.enabled ? Theme.outline : Theme.textDisabled
            border.width: 2
            color: !line.on ? "transparent" : line.enabled ? Theme.accent : Theme.textDisabled
            radius: height / 2

            Rectangle {
                x: line.on ? parent.width - width - 4 : 4
                anchors.verticalCenter: parent.verticalCenter
                width: 14
                height: width
                color: line.on ? Theme.accentInk : track.border.color
                radius: width / 2

                Behavior on x {
                    NumberAnimation { duration: Theme.durationFast }
                }
            }
        }
    }

    background: Rectangle {
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusButton

        FocusRing { shown: line.visualFocus }
    }
}
