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

            readonly property string picture: chip.modelData.picture
            readonly property color ink: chip.modelData.chosen ? Theme.accentInk : Theme.accent

            implicitWidth: words.x + words.implicitWidth + 9
            implicitHeight: 26
            focusPolicy: Qt.NoFocus
            hoverEnabled: true
            Accessible.name: chip.modelData.spoken
            onClicked: flow.row.react(chip.modelData.sign)

            background: Rectangle {
                color: chip.modelData.chosen ? Theme.accent : Qt.alpha(Theme.accent, chip.hovered ? 0.22 : 0.13)
                radius: height / 2

                FocusRing { shown: chip.visualFocus }
            }

            contentItem: Item {
                Image {
                    id: shown
                    anchors.verticalCenter: parent.verticalCenter
                    x: 9
                    width: 18
                    height: 18
                    source: chip.picture === "" ? "" : TextStyle.picture(chip.picture, Math.ceil(width * Screen.devicePixelRatio), chip.ink)
                    visible: chip.picture !== ""
                }

                PlainText {
                    id: words
                    anchors.verticalCenter: parent.verticalCenter
                    x: shown.visible ? 31 : 9
                    color: chip.ink
                    font.pixelSize: Theme.fontSection
                    font.weight: Font.DemiBold
                    text: shown.visible ? chip.modelData.count : chip.modelData.emoji + " " + chip.modelData.count
                }
            }
        }
    }
}
