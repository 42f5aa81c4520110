pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// The emoji others put under a message; a click adds or takes back one's own.
Flow {
    id: flow

    required property MessageRow row
    property real naturalWidth: 0

    function measure() {
        let width = 0;
        for (let index = 0; index < chips.count; ++index)
            width += (chips.itemAt(index)?.implicitWidth ?? 0) + flow.spacing;
        flow.naturalWidth = width;
    }

    spacing: 4

    Repeater {
        id: chips
        onItemAdded: flow.measure()
        onItemRemoved: flow.measure()
        model: flow.row?.reactions ?? []

        T.Button {
            id: chip
            required property var modelData

            implicitWidth: words.implicitWidth + 18
            implicitHeight: 26
            focusPolicy: Qt.NoFocus
            hoverEnabled: true
            Accessible.name: chip.modelData.spoken
            onClicked: flow.row.react(chip.modelData.emoji)

            background: Rectangle {
                color: chip.modelData.chosen ? Theme.accent : Qt.alpha(Theme.accent, chip.hovered ? 0.22 : 0.13)
                radius: height / 2

                FocusRing { shown: chip.visualFocus }
            }

            contentItem: Item {
                PlainText {
                    id: words
                    anchors.centerIn: parent
                    color: chip.modelData.chosen ? Theme.accentInk : Theme.accent
                    font.pixelSize: Theme.fontSection
                    font.weight: Font.DemiBold
                    text: chip.modelData.emoji + " " + chip.modelData.count
                }
            }
        }
    }
}
