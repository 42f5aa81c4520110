import QtQuick
import Heliograph
import Theme
import Controls

// The day that begins here.
Item {
    id: line

    required property LineRow row
    required property int index

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    height: 48
    visible: !pooled
    ListView.onPooled: line.pooled = true
    ListView.onReused: line.pooled = false
    Accessible.ignored: line.pooled
    Accessible.role: Accessible.Heading
    Accessible.name: row?.text ?? ""

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 14
        width: words.implicitWidth + 24
        height: 26
        color: Qt.alpha(Theme.text, Theme.dark ? 0.1 : 0.07)
        radius: 13

        PlainText {
            id: words
            anchors.centerIn: parent
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            font.weight: Font.DemiBold
            text: line.row?.text ?? ""
        }
    }
}
