import QtQuick
import Heliograph
import Theme
import Controls

// A message that was found in the open chat, with what was looked for in bold.
Item {
    id: delegate

    required property SearchRow row
    readonly property bool current: ListView.isCurrentItem
    property bool pooled: false
    signal chosen

    width: ListView.view?.width ?? 0
    height: 60
    ListView.onPooled: delegate.pooled = true
    ListView.onReused: delegate.pooled = false
    Accessible.focusable: true
    Accessible.ignored: delegate.pooled
    Accessible.name: row?.spoken ?? ""
    Accessible.role: Accessible.ListItem
    Accessible.selected: current
    Accessible.onPressAction: row.open()

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 8
        anchors.rightMargin: 8
        border.color: Theme.accent
        border.width: delegate.current && (delegate.ListView.view?.activeFocus ?? false) ? Theme.focusRing : 0
        color: delegate.current ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusCard
    }

    Avatar {
        id: avatar
        anchors.verticalCenter: parent.verticalCenter
        x: 16
        size: 40
        source: delegate.row?.avatar ?? null
    }

    PlainText {
        anchors.left: avatar.right
        anchors.leftMargin: 10
        anchors.right: time.left
        anchors.rightMargin: 6
        y: 10
        elide: Text.ElideRight
        font.pixelSize: Theme.fontPreview
        font.weight: Font.DemiBold
        maximumLineCount: 1
        text: delegate.row?.title ?? ""
    }

    PlainText {
        id: time
        anchors.right: parent.right
        anchors.rightMargin: 18
        y: 12
        color: Theme.textSecondary
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontCaption
        text: delegate.row?.time ?? ""
    }

    Text {
        anchors.left: avatar.right
        anchors.leftMargin: 10
        anchors.right: parent.right
        anchors.rightMargin: 18
        y: 31
        color: Theme.textSecondary
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        maximumLineCount: 1
        text: delegate.row?.markup ?? ""
        textFormat: Text.StyledText
        Accessible.ignored: true
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        onTapped: {
            delegate.row.open();
            delegate.chosen();
        }
    }
}
