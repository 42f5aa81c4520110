import QtQuick
import Heliograph
import Theme
import Controls

// Where what is new begins.
Item {
    id: line

    required property LineRow row
    required property int index
    readonly property real strokeWidth: Math.max(0, Math.min(line.width - 24, Theme.messageColumn) - words.width - 24) / 2

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    height: 42
    visible: !pooled
    ListView.onPooled: line.pooled = true
    ListView.onReused: line.pooled = false
    Accessible.ignored: line.pooled
    Accessible.role: Accessible.Heading
    Accessible.name: row?.text ?? ""

    component Stroke: Rectangle {
        color: Theme.flash
        height: 1
        opacity: 0.7
    }

    Stroke {
        anchors.right: words.left
        anchors.rightMargin: 12
        anchors.verticalCenter: words.verticalCenter
        width: line.strokeWidth
    }

    PlainText {
        id: words
        anchors.centerIn: parent
        anchors.verticalCenterOffset: 4
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        text: line.row?.text ?? ""
    }

    Stroke {
        anchors.left: words.right
        anchors.leftMargin: 12
        anchors.verticalCenter: words.verticalCenter
        width: line.strokeWidth
    }
}
