pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls
import Content

// The buttons of a bot under the field; they can be folded away.
Rectangle {
    id: area

    required property ReplyKeyboard keyboard
    property real maximumHeight: 240
    readonly property bool folded: keyboard?.folded ?? true
    readonly property real rowHeight: 40

    implicitHeight: !(keyboard?.available ?? false) ? 0 : folded ? 34 : Math.min(maximumHeight, scroll.contentHeight + 12) + 28
    clip: true
    color: Theme.surface
    visible: keyboard?.available ?? false

    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 12
        width: 32
        height: 28
        iconName: area.folded ? "chevron-up" : "chevron-down"
        label: area.folded ? qsTr("Show the bot's buttons") : qsTr("Hide the bot's buttons")
        size: 16
        onClicked: area.keyboard.fold()
    }

    PlainText {
        x: 16
        y: 5
        color: Theme.textSecondary
        font.pixelSize: Theme.fontCaption
        text: qsTr("Buttons of the bot")
    }

    Flickable {
        id: scroll
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 10
        anchors.left: parent.left
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.top: parent.top
        anchors.topMargin: 28
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: (area.keyboard?.rows ?? 0) * area.rowHeight - 4
        visible: !area.folded

        Repeater {
            model: area.keyboard?.keys ?? []

            BubbleButton {
                id: key
                required property KeyboardKey modelData
                readonly property real step: (scroll.width + 4) / (modelData?.columns ?? 1)

                x: Math.round((modelData?.column ?? 0) * step)
                y: (modelData?.row ?? 0) * area.rowHeight
                width: Math.round(((modelData?.column ?? 0) + 1) * step) - 4 - x
                iconName: modelData?.icon ?? ""
                text: modelData?.text ?? ""
                tone: modelData?.style ?? ""
                onClicked: key.modelData.press()
            }
        }
    }
}
