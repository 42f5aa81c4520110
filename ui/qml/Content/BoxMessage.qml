pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A game, a bill, a story or a giveaway: what it is, its picture, its title, the facts, what can be done.
Bubble {
    id: message

    readonly property CardContent card: row?.content as CardContent
    readonly property PictureContent picture: card?.picture ?? null

    metaPlace: "below"
    wantedWidth: Math.max(260, picture === null ? Math.min(340, Math.max(title.implicitWidth, words.implicitWidth)) + 12 : 340)

    Rectangle {
        width: message.innerWidth
        height: column.height + 16
        color: Qt.alpha(Theme.accent, 0.08)
        radius: Theme.radiusJoined

        Rectangle {
            width: 3
            height: parent.height
            color: Theme.accent
            radius: 1.5
        }

        Column {
            id: column
            x: 12
            y: 8
            width: parent.width - 20
            spacing: 4

            Row {
                spacing: 5
                visible: kicker.text !== ""

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.accent
                    name: message.card?.icon ?? ""
                    size: 14
                    visible: name !== ""
                }

                PlainText {
                    id: kicker
                    color: Theme.accent
                    font.pixelSize: Theme.fontSection
                    font.weight: Font.DemiBold
                    text: message.card?.kicker ?? ""
                }
            }

            PlainText {
                id: title
                width: parent.width
                elide: Text.ElideRight
                font.weight: Font.DemiBold
                maximumLineCount: 3
                text: message.card?.title || (message.row?.line ?? "")
                wrapMode: Text.Wrap
            }

            PlainText {
                id: words
                width: parent.width
                elide: Text.ElideRight
                font.pixelSize: Theme.fontPreview
                maximumLineCount: 8
                text: message.card?.text ?? ""
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            PlainText {
                width: parent.width
                color: Theme.textSecondary
                elide: Text.ElideRight
                font.pixelSize: Theme.fontSection
                maximumLineCount: 8
                text: message.card?.facts ?? ""
                visible: text !== ""
                wrapMode: Text.Wrap
            }

            Loader {
                active: message.picture !== null
                visible: active

                sourceComponent: Picture {
                    width: column.width
                    height: Math.max(60, Math.min(220, Math.round(width * (source?.naturalHeight ?? 1) / (source?.naturalWidth ?? 1))))
                    radii: [6, 6, 6, 6]
                    source: message.picture
                    onOpened: message.row.open()
                }
            }

            Loader {
                active: (message.card?.verbs.length ?? 0) > 0
                visible: active
                width: parent.width

                sourceComponent: CardVerbs {
                    card: message.card
                }
            }
        }

        TapHandler {
            onTapped: message.row.open()
        }
    }
}
