pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// Somebody who is written to often: a picture over a first name.
Item {
    id: delegate

    required property FrequentRow row
    required property int index
    readonly property bool focused: ListView.isCurrentItem && (ListView.view?.activeFocus ?? false)
    signal menuAsked(point place)

    width: 72
    height: 88
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.name: row.name
    Accessible.role: Accessible.ListItem
    Accessible.onPressAction: row.open()

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        border.color: Theme.accent
        border.width: delegate.focused ? Theme.focusRing : 0
        color: tap.pressed ? Theme.pressed : hover.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusButton
    }

    Avatar {
        id: picture
        anchors.horizontalCenter: parent.horizontalCenter
        source: delegate.row.avatar
        y: 8
    }

    PlainText {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: picture.bottom
        anchors.topMargin: 4
        elide: Text.ElideRight
        font.pixelSize: Theme.fontCaption
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 1
        text: delegate.row.name
        width: parent.width - 8
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: delegate.row.open()
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: eventPoint => delegate.menuAsked(eventPoint.position)
    }
}
