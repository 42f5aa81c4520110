import QtQuick
import Theme

// A sentence that appears over the foot of the window and leaves by itself.
Item {
    id: toast

    property string text: ""

    function show(sentence: string) {
        toast.text = sentence;
        away.restart();
    }

    implicitWidth: Math.min(label.implicitWidth + 40, parent ? parent.width - 32 : 400)
    implicitHeight: label.implicitHeight + 24
    opacity: text === "" ? 0 : 1
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation { duration: Theme.durationPanel }
    }

    Timer {
        id: away
        interval: 4000 + 40 * toast.text.length
        onTriggered: toast.text = ""
    }

    Shadow {}

    Rectangle {
        anchors.fill: parent
        color: Theme.text
        radius: Theme.radiusCard

        PlainText {
            id: label
            anchors.centerIn: parent
            color: Theme.surface
            font.pixelSize: Theme.fontPreview
            horizontalAlignment: Text.AlignHCenter
            text: toast.text
            width: Math.min(implicitWidth, toast.parent ? toast.parent.width - 72 : 400)
            wrapMode: Text.Wrap
        }
    }

    TapHandler {
        onTapped: toast.text = ""
    }
}
