import QtQuick
import Heliograph
import Theme
import Controls

// Code in its own letters, with its language and a way to copy it.
Rectangle {
    id: code

    required property TextBlock block
    property real maximumWidth: 400
    property alias number: body.number
    property bool outgoing: false
    signal copied

    implicitWidth: Math.min(maximumWidth, Math.max(body.implicitWidth + 20, 140))
    implicitHeight: body.y + body.height + 8
    color: Qt.alpha(Theme.text, Theme.dark ? 0.16 : 0.06)
    radius: Theme.radiusJoined

    PlainText {
        id: language
        x: 10
        y: 5
        color: Theme.textSecondary
        elide: Text.ElideRight
        font.pixelSize: Theme.fontCaption
        font.weight: Font.DemiBold
        text: code.block?.language || qsTr("code")
        width: parent.width - 50
    }

    IconButton {
        focusPolicy: Qt.NoFocus
        anchors.right: parent.right
        anchors.rightMargin: 2
        y: 1
        height: 24
        width: 28
        iconName: "copy"
        label: qsTr("Copy code")
        size: 14
        onClicked: code.copied()
    }

    FormattedText {
        id: body
        x: 10
        y: 26
        width: parent.width - 20
        font.family: Theme.fontMonospace
        font.pixelSize: Theme.fontPreview
        horizontalAlignment: Text.AlignLeft
        markup: code.block?.markup ?? ""
        rich: code.block?.rich ?? false
        wrapMode: Text.WrapAnywhere
    }
}
