pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A question and its answers to choose from, or how they were chosen.
Bubble {
    id: message

    readonly property PollContent poll: row?.content as PollContent
    readonly property var answers: poll?.answers ?? []
    readonly property bool sends: (poll?.several ?? false) && (poll?.canVote ?? false)
    readonly property bool retracts: poll?.canRetract ?? false

    metaPlace: "corner"
    wantedWidth: 320

    Column {
        width: message.innerWidth
        spacing: 6

        Loader {
            active: message.row?.hasText ?? false
            visible: active
            width: parent.width

            sourceComponent: MessageText {
                maximumWidth: message.maximumContent
                row: message.row
                width: message.innerWidth
            }
        }

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
            wrapMode: Text.Wrap
        }

        Kept {
            wanted: message.answers.length

            PollOption {
                required property int index
                answer: message.answers[index] ?? null
                canChoose: message.poll?.canVote ?? false
                several: message.poll?.several ?? false
                showsResults: message.poll?.showsResults ?? false
                visible: answer !== null
                width: message.innerWidth
            }
        }

        Loader {
            active: (message.poll?.explanation ?? "") !== ""
            visible: active
            width: parent.width

            sourceComponent: Rectangle {
                implicitHeight: words.height + 12
                color: Qt.alpha(Theme.accent, 0.1)
                radius: Theme.radiusJoined

                PlainText {
                    id: words
                    x: 10
                    y: 6
                    width: parent.width - 20
                    font.pixelSize: Theme.fontSection
                    text: message.poll?.explanation ?? ""
                    wrapMode: Text.Wrap
                }
            }
        }

        Loader {
            active: message.sends || message.retracts
            visible: active
            width: parent.width

            sourceComponent: BubbleButton {
                enabled: message.retracts || (message.poll?.canSend ?? false)
                opacity: enabled ? 1 : 0.5
                text: message.retracts ? qsTr("Take the vote back") : qsTr("Vote")
                onClicked: message.retracts ? message.poll.retract() : message.poll.send()
            }
        }

        PlainText {
            width: parent.width - message.metaWidth - 8
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            text: message.poll?.voters ?? ""
        }
    }
}
