pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// A verb in a menu: icon, words, and the key that does the same.
T.MenuItem {
    id: item

    property string iconName: ""
    property string shortcut: ""
    property bool danger: false
    readonly property color ink: !enabled ? Theme.textDisabled : danger ? Theme.danger : Theme.text

    implicitWidth: 28 + 24 + label.implicitWidth + (shortcut === "" ? 0 : key.implicitWidth + 24)
    implicitHeight: visible ? 36 : 0
    hoverEnabled: true
    Accessible.name: text
    Accessible.role: Accessible.MenuItem

    contentItem: Item {
        Icon {
            id: icon
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            color: item.danger || !item.enabled ? item.ink : Theme.textSecondary
            name: item.iconName
            size: 18
        }

        PlainText {
            id: label
            anchors.left: icon.right
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            color: item.ink
            font.pixelSize: Theme.fontPreview
            text: item.text
        }

        PlainText {
            id: key
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.textSecondary
            font.pixelSize: Theme.fontCaption
            text: item.shortcut
        }
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 4
        anchors.rightMargin: 4
        color: item.down ? Theme.pressed : item.highlighted || item.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusJoined
        border.color: Theme.accent
        border.width: item.visualFocus ? Theme.focusRing : 0
    }
}
