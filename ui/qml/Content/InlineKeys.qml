pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// The buttons of a bot, in the rows it wants.
Item {
    id: keys

    required property InlineKeyboard keyboard
    readonly property real gap: 4

    objectName: "keyboard"
    implicitHeight: (keyboard?.rows ?? 0) * (36 + gap) - gap

    Repeater {
        model: keys.keyboard?.keys ?? []

        BubbleButton {
            id: key
            required property KeyboardKey modelData
            readonly property real step: (keys.width + keys.gap) / (modelData?.columns ?? 1)

            x: Math.round((modelData?.column ?? 0) * step)
            y: (modelData?.row ?? 0) * (36 + keys.gap)
            width: Math.round(((modelData?.column ?? 0) + 1) * step) - keys.gap - x
            iconName: modelData?.icon ?? ""
            text: modelData?.text ?? ""
            tone: modelData?.style ?? ""
            onClicked: key.modelData.press()
        }
    }
}
