pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// One of several choices. It shows what `on` says and asks by `clicked`; it never turns by itself.
T.AbstractButton {
    id: line

    property bool on: false
    property string detail: ""

    implicitWidth: 320
    implicitHeight: detail === "" ? 40 : 52
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.RadioButton
    Keys.onReturnPressed: line.click()
    Keys.onEnterPressed: line.click()

    contentItem: Item {
        Rectangle {
            id: ring
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 20
            height: width
            border.color: !line.enabled ? Theme.textDisabled : line.on ? Theme.accent : Theme.outline
            border.width: 2
            color: "transparent"
            radius: width / 2

            Rectangle {
                anchors.centerIn: parent
                width: 10
                height: width
                color: ring.border.color
                radius: width / 2
                visible: line.on
            }
        }

        Column {
            anchors.left: ring.right
            anchors.leftMargin: 12
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            PlainText {
                width: parent.width
                color: line.enabled ? Theme.text : Theme.textDisabled
                elide: Text.ElideRight
                text: line.text
            }

            PlainText {
                width: parent.width
                color: line.enabled ? Theme.textSecondary : Theme.textDisabled
                elide: Text.ElideRight
                font.pixelSize: Theme.fontSection
                text: line.detail
                visible: text !== ""
            }
        }
    }

    background: Rectangle {
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusButton

        FocusRing { shown: line.visualFocus }
    }
}
