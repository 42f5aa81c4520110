import QtQuick
import Heliograph
import Theme
import Controls

// Words of somebody else inside a message; a long one may begin folded.
Rectangle {
    id: quote

    required property TextBlock block
    property real maximumWidth: 400
    property alias number: body.number
    property bool folded: block?.collapsible ?? false
    signal followed(string reference)

    implicitWidth: Math.min(maximumWidth, body.implicitWidth + 34)
    implicitHeight: Math.ceil(body.height) + 10
    color: Qt.alpha(Theme.accent, 0.1)
    radius: Theme.radiusJoined

    Rectangle {
        width: 3
        height: parent.height
        color: Theme.accent
        radius: 1.5
    }

    FormattedText {
        id: body
        x: 12
        y: 5
        width: parent.width - 34
        clip: quote.folded
        font.pixelSize: Theme.fontPreview
        height: quote.folded ? Math.min(implicitHeight, 3 * 20) : implicitHeight
        horizontalAlignment: quote.block?.rightToLeft ? Text.AlignRight : Text.AlignLeft
        markup: quote.block?.markup ?? ""
        rich: quote.block?.rich ?? false
        onFollowed: reference => quote.followed(reference)
    }

    Icon {
        anchors.right: parent.right
        anchors.rightMargin: 5
        y: 6
        color: Theme.accent
        name: "quote"
        size: 12
        visible: !folding.visible
    }

    IconButton {
        id: folding
        focusPolicy: Qt.NoFocus
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: 24
        height: 24
        color: Theme.accent
        iconName: quote.folded ? "chevron-down" : "chevron-up"
        label: quote.folded ? qsTr("Show the whole quote") : qsTr("Fold the quote")
        size: 14
        visible: (quote.block?.collapsible ?? false) && body.implicitHeight > 60
        onClicked: quote.folded = !quote.folded
    }
}
