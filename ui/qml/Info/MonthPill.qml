import QtQuick
import Heliograph
import Theme
import Controls

// From when the messages in view are, while the list moves.
Item {
    id: pill

    required property Flickable view
    required property SharedMedia media
    required property int first

    parent: view
    anchors.horizontalCenter: parent?.horizontalCenter
    y: 8
    z: 1
    width: words.implicitWidth + 24
    height: 28
    opacity: moving.running && words.text !== "" ? 1 : 0
    visible: opacity > 0
    Accessible.ignored: true

    Shadow { depth: 2; radius: 14 }

    Rectangle {
        anchors.fill: parent
        color: Theme.surfaceRaised
        radius: 14
    }

    PlainText {
        id: words
        anchors.centerIn: parent
        color: Theme.textSecondary
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
    }

    Behavior on opacity {
        NumberAnimation { duration: Theme.durationFast }
    }

    Timer {
        id: moving
        interval: 1200
    }

    Connections {
        target: pill.view

        function onContentYChanged() {
            words.text = pill.media.month(pill.first);
            if (!pill.view.atYBeginning)
                moving.restart();
        }
    }
}
