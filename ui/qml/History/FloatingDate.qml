import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// The day of the topmost message while the list moves, and the way to another day.
T.Button {
    id: pill

    required property MessageList messages
    readonly property MessageRow topmost: messages.topmost
    // The first look at the list is no movement.
    property bool seen: false

    implicitWidth: words.implicitWidth + 24
    implicitHeight: 28
    enabled: opacity > 0
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    opacity: topmost !== null && (moving.running || pill.hovered) ? 1 : 0
    visible: opacity > 0
    Accessible.ignored: true

    background: Item {
        Shadow { depth: 2; radius: 14 }

        Rectangle {
            anchors.fill: parent
            color: pill.hovered ? Theme.hover : Theme.surfaceRaised
            radius: 14
        }
    }

    contentItem: Item {
        PlainText {
            id: words
            anchors.centerIn: parent
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            font.weight: Font.DemiBold
            text: pill.topmost?.day ?? ""
        }
    }

    Behavior on opacity {
        NumberAnimation { duration: Theme.durationFast }
    }

    Timer {
        id: moving
        interval: 1200
    }

    Connections {
        target: pill.messages

        function onTopmostChanged() {
            if (pill.seen)
                moving.restart();
            pill.seen = true;
        }
    }
}
