import QtQuick
import Theme
import Controls

// What is shown while Telegram's library starts, starts again, or closes; says what only when it takes longer than a moment.
Item {
    id: page

    property string text: ""

    Column {
        anchors.centerIn: parent
        spacing: 20

        Mark {
            anchors.horizontalCenter: parent.horizontalCenter
        }

        PlainText {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, page.width - 48)
            color: Theme.textSecondary
            horizontalAlignment: Text.AlignHCenter
            opacity: patience.running ? 0 : 1
            text: page.text
            wrapMode: Text.Wrap
        }
    }

    Timer {
        id: patience
        interval: 400
        running: true
    }
}
