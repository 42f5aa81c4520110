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
    readonly property var reactions: row?.reactions ?? []
    property real naturalWidth: 0

    function measure() {
        let width = 0;
        for (let index = 0; index < Math.min(chips.wanted, chips.count); ++index)
            width += (chips.itemAt(index)?.implicitWidth ?? 0) + flow.spacing;
        flow.naturalWidth = width;
    }

    // One line is as high at once as it is to be; more are known when they have been laid out.
    height: naturalWidth - spacing <= width ? 26 : implicitHeight
    spacing: 4

    Kept {
        id: chips
        wanted: flow.reactions.length
        onItemAdded: flow.measure()
        onWantedChanged: flow.measure()

        T.Button {
            id: chip
            required property int index
            readonly property var reaction: flow.reactions[index] ?? null
            readonly property string picture: chip.reaction?.picture ?? ""
            readonly property color ink: chip.reaction?.chosen ? Theme.accentInk : Theme.accent

            implicitWidth: words.x + words.implicitWidth + 9
            implicitHeight: 26
            focusPolicy: Qt.NoFocus
            hoverEnabled: true
            visible: reaction !== null
            Accessible.name: chip.reaction?.spoken ?? ""
            onClicked: flow.row.react(chip.reaction.sign)
            onImplicitWidthChanged: flow.measure()

            background: Rectangle {
                color: chip.reaction?.chosen ? Theme.accent : Qt.alpha(Theme.accent, chip.hovered ? 0.22 : 0.13)
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
                    x: chip.picture !== "" ? 31 : 9
                    color: chip.ink
                    font.pixelSize: Theme.fontSection
                    font.weight: Font.DemiBold
                    text: chip.reaction === null ? "" : chip.picture !== "" ? chip.reaction.count : chip.reaction.emoji + " " + chip.reaction.count
                }
            }
        }
    }
}
