import QtQuick
import QtQuick.Templates as T
import Theme
import Controls

// A fact about somebody; a click copies it.
T.Button {
    id: line

    required property var fact
    signal copied(string text)

    implicitHeight: words.implicitHeight + 34
    hoverEnabled: true
    Accessible.name: fact.name + ": " + fact.text
    Accessible.description: qsTr("Press to copy")
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: line.click()
    Keys.onEnterPressed: line.click()
    onClicked: line.copied(fact.text)

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 8
        anchors.rightMargin: 8
        border.color: Theme.accent
        border.width: line.visualFocus ? Theme.focusRing : 0
        color: line.down ? Theme.pressed : line.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusButton
    }

    contentItem: Item {
        Icon {
            x: 22
            y: 12
            name: line.fact.icon
            size: 20
        }

        PlainText {
            id: words
            x: 58
            y: 8
            width: parent.width - 80
            font.pixelSize: Theme.fontPreview
            lineHeight: Theme.lineHeight
            text: line.fact.text
            wrapMode: Text.Wrap
        }

        PlainText {
            x: 58
            y: words.y + words.implicitHeight + 1
            color: Theme.textSecondary
            font.pixelSize: Theme.fontCaption
            text: line.fact.name
        }
    }
}
