import QtQuick
import Controls
import Theme

// One sentence in place of an empty list, and what one can do about it.
Column {
    id: empty

    required property string text
    property string actionText: ""
    signal action

    spacing: 12
    visible: text !== ""

    PlainText {
        color: Theme.textSecondary
        font.pixelSize: Theme.fontPreview
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Theme.lineHeight
        text: empty.text
        width: parent.width
        wrapMode: Text.Wrap
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    TextButton {
        anchors.horizontalCenter: parent.horizontalCenter
        text: empty.actionText
        visible: text !== ""
        onClicked: empty.action()
    }
}
