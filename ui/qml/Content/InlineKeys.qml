pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// The buttons of a bot, in the rows it wants.
Item {
    id: keys

    required property InlineKeyboard keyboard
    readonly property var shown: keyboard?.keys ?? []
    readonly property real gap: 4

    objectName: "keyboard"
    implicitHeight: (keyboard?.rows ?? 0) * (36 + gap) - gap

    Kept {
        wanted: keys.shown.length

        BubbleButton {
            id: key
            required property int index
            readonly property KeyboardKey what: keys.shown[index] ?? null
            readonly property real step: (keys.width + keys.gap) / (what?.columns ?? 1)

            x: Math.round((what?.column ?? 0) * step)
            y: (what?.row ?? 0) * (36 + keys.gap)
            width: Math.round(((what?.column ?? 0) + 1) * step) - keys.gap - x
            iconName: what?.icon ?? ""
            text: what?.text ?? ""
            tone: what?.style ?? ""
            visible: what !== null
            onClicked: key.what.press()
        }
    }
}
