pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// A verb shown as an icon; `label` names it for screen readers and in the tooltip.
T.Button {
    id: button

    required property string iconName
    required property string label
    property color color: Theme.textSecondary
    property color hoverColor: Theme.text
    property int size: 20
    property string shortcut: ""

    // A press has understood the button; what it opens is not to be covered.
    property bool understood: false

    implicitWidth: 36
    implicitHeight: 36
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: label
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    onHoveredChanged: if (!hovered) understood = false
    onPressed: understood = true

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            color: !button.enabled ? Theme.textDisabled : button.hovered ? button.hoverColor : button.color
            name: button.iconName
            size: button.size
        }
    }

    background: Rectangle {
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusButton

        FocusRing { shown: button.visualFocus }
    }

    Loader {
        active: button.hovered && !button.understood
        sourceComponent: Tooltip {
            text: button.shortcut === "" ? button.label : button.label + "  " + button.shortcut
            target: button
        }
    }
}
