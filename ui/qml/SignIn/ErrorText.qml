import QtQuick
import Theme
import Controls

// What is wrong with the field above, in the place where it can be put right.
Row {
    id: line

    required property string text

    spacing: 8
    visible: text !== ""

    Icon {
        id: icon
        y: 1
        color: Theme.danger
        name: "failed"
        size: 16
    }

    PlainText {
        width: line.width - icon.width - line.spacing
        color: Theme.danger
        font.pixelSize: Theme.fontSection
        lineHeight: Theme.lineHeight
        text: line.text
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
