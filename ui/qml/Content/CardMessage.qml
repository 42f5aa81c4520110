pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A contact, a call or a throw in two lines.
Bubble {
    id: message

    readonly property CardContent card: row?.content as CardContent
    readonly property bool acts: (card?.verbs.length ?? 0) > 0

    metaPlace: acts ? "below" : "corner"
    widens: true
    wantedWidth: Math.max(180, title.implicitWidth + 56, line.implicitWidth + 70 + (acts ? 0 : metaWidth))

    Column {
        width: message.innerWidth
        spacing: 6

        Item {
            width: parent.width
            height: 46

            Rectangle {
                y: 1
                width: 44
                height: 44
                color: Qt.alpha(Theme.accent, 0.14)
                radius: 22
                visible: (message.card?.icon ?? "") !== ""

                Icon {
                    anchors.centerIn: parent
                    color: Theme.accent
                    name: message.card?.icon ?? ""
                    size: 22
                }
            }

            PlainText {
                font.pixelSize: Theme.fontEmoji
                maximumLineCount: 1
                text: message.card?.emoji ?? ""
            }

            PlainText {
                id: title
                x: 54
                y: line.text === "" ? 14 : 4
                width: parent.width - 54
                elide: Text.ElideRight
                font.pixelSize: Theme.fontPreview
                font.weight: Font.DemiBold
                maximumLineCount: 1
                text: message.card?.title ?? ""
            }

            PlainText {
                id: line
                x: 54
                y: 25
                width: parent.width - 54
                color: Theme.textSecondary
                elide: Text.ElideRight
                font.pixelSize: Theme.fontSection
                maximumLineCount: 1
                text: message.card?.text ?? ""
            }

            TapHandler {
                onTapped: message.row.open()
            }
        }

        Loader {
            active: message.acts
            visible: active
            width: parent.width

            sourceComponent: CardVerbs {
                card: message.card
            }
        }
    }
}
