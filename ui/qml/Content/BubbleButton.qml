import QtQuick
import QtQuick.Templates as T
import Theme
import Controls

// A button in or under a bubble: words in the middle, a small sign of what it does in the corner.
T.Button {
    id: button

    property string iconName: ""
    property string tone: ""
    readonly property color ink: tone === "danger" ? Theme.danger : tone === "success" ? Theme.success : Theme.accent
    readonly property color ground: Theme.bubbleIn

    implicitHeight: 36
    implicitWidth: words.implicitWidth + 32
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: Qt.tint(button.ground, Qt.alpha(button.ink, button.down ? 0.3 : button.hovered ? 0.22 : 0.14))
        radius: Theme.radiusButton

        FocusRing { shown: button.visualFocus }
    }

    contentItem: Item {
        PlainText {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            x: 10
            width: parent.width - 20
            color: button.ink
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 1
            text: button.text
        }

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 4
            y: 4
            color: button.ink
            name: button.iconName
            size: 11
            visible: name !== ""
        }
    }
}
