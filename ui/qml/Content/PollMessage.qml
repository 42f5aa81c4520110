pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A question and its answers.
Bubble {
    id: message

    readonly property PollContent poll: row?.content as PollContent

    metaPlace: "corner"
    wantedWidth: 320

    Column {
        width: message.innerWidth
        spacing: 8

        PlainText {
            width: parent.width
            font.weight: Font.DemiBold
            text: message.poll?.question ?? ""
            wrapMode: Text.Wrap
        }

        PlainText {
            width: parent.width
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            text: message.poll?.note ?? ""
        }

        Repeater {
            model: message.poll?.answers ?? []

            Item {
                id: answer
                required property PollAnswer modelData

                width: message.innerWidth
                implicitHeight: words.implicitHeight + 10

                PlainText {
                    id: percent
                    width: 42
                    font.features: { "tnum": 1 }
                    font.pixelSize: Theme.fontSection
                    font.weight: Font.DemiBold
                    text: message.poll?.showsResults ? answer.modelData.percent + "%" : "○"
                }

                PlainText {
                    id: words
                    x: 42
                    width: parent.width - 62
                    font.pixelSize: Theme.fontPreview
                    text: answer.modelData.text
                    wrapMode: Text.Wrap
                }

                Icon {
                    anchors.right: parent.right
                    color: Theme.accent
                    name: "check"
                    size: 16
                    visible: answer.modelData.chosen
                }

                Rectangle {
                    x: 42
                    y: parent.height - 5
                    width: message.poll?.showsResults ? Math.max(4, (parent.width - 62) * answer.modelData.percent / 100) : parent.width - 62
                    height: message.poll?.showsResults ? 4 : 1
                    color: message.poll?.showsResults ? Theme.accent : Theme.separator
                    radius: 2
                }
            }
        }

        PlainText {
            width: parent.width
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            text: message.poll?.voters ?? ""
        }
    }
}
