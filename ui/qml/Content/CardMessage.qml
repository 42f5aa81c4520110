import QtQuick
import Heliograph
import Theme
import Controls

// A place, a contact, a call or a throw in two lines.
Bubble {
    id: message

    readonly property CardContent card: row?.content as CardContent

    metaPlace: "corner"
    wantedWidth: Math.max(180, title.implicitWidth + 56, line.implicitWidth + 70 + metaWidth)

    Item {
        width: message.innerWidth
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
            text: message.card?.text ?? ""
        }

        TapHandler {
            onTapped: message.row.open()
        }
    }
}
