pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// The one thing a screen is for. `busy` keeps its place while the answer is awaited; `danger` marks what cannot be undone.
T.Button {
    id: button

    property bool busy: false
    property bool danger: false
    readonly property color fill: danger ? Theme.danger : Theme.accent
    readonly property color fillHover: danger ? Theme.dangerHover : Theme.accentHover
    readonly property color ink: danger ? Theme.dangerInk : Theme.accentInk

    implicitWidth: Math.max(96, label.implicitWidth + leftPadding + rightPadding)
    implicitHeight: 44
    leftPadding: 20
    rightPadding: 20
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.fontTitle
    font.weight: Font.DemiBold
    Accessible.name: text
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    contentItem: Item {
        PlainText {
            id: label
            anchors.fill: parent
            color: button.enabled || button.busy ? button.ink : Theme.textDisabled
            elide: Text.ElideRight
            font: button.font
            horizontalAlignment: Text.AlignHCenter
            opacity: button.busy ? 0 : 1
            text: button.text
            verticalAlignment: Text.AlignVCenter
        }

        Loader {
            active: button.busy
            anchors.centerIn: parent
            sourceComponent: ProgressRing {
                color: button.ink
                size: 20
            }
        }
    }

    background: Rectangle {
        color: !button.enabled && !button.busy ? Theme.pressed : button.down ? Theme.accentPressed : button.hovered ? button.fillHover : button.fill
        radius: Theme.radiusButton

        Behavior on color {
            ColorAnimation { duration: Theme.durationFast }
        }

        FocusRing { shown: button.visualFocus }
    }
}
