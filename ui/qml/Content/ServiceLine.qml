import QtQuick
import Heliograph
import Theme
import Controls

// Something that happened in the chat, across it.
Item {
    id: line

    required property MessageRow row
    required property int index

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    implicitHeight: pill.height + 10
    height: implicitHeight
    visible: !pooled
    ListView.onPooled: line.pooled = true
    ListView.onReused: line.pooled = false
    Accessible.ignored: line.pooled
    Accessible.role: Accessible.ListItem
    Accessible.name: row?.spoken ?? ""

    TapHandler {
        onTapped: line.row.open()
    }

    Rectangle {
        id: pill
        objectName: "pill"
        anchors.horizontalCenter: parent.horizontalCenter
        y: 7
        width: words.width + 24
        height: words.height + 8
        color: Qt.alpha(Theme.text, Theme.dark ? 0.1 : 0.07)
        radius: Math.min(13, height / 2)

        PlainText {
            id: words
            anchors.centerIn: parent
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            horizontalAlignment: Text.AlignHCenter
            text: line.row?.line ?? ""
            width: Math.min(implicitWidth, line.width - 80, 520)
            wrapMode: Text.Wrap
        }
    }
}
