import QtQuick
import Heliograph
import Theme
import Controls

// Takes files that are dropped on the chat.
DropArea {
    id: zone

    required property Composer composer
    readonly property bool willing: composer?.canWrite ?? false

    keys: ["text/uri-list"]
    onEntered: drag => drag.accepted = zone.willing && drag.hasUrls
    onDropped: drop => {
        zone.composer.attach(drop.urls);
        drop.acceptProposedAction();
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 16
        border.color: Theme.accent
        border.width: 2
        color: Qt.alpha(Theme.surface, 0.92)
        radius: Theme.radiusBubble
        visible: zone.containsDrag

        Column {
            anchors.centerIn: parent
            spacing: 12

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.accent
                name: "upload"
                size: 48
            }

            PlainText {
                color: Theme.accent
                font.pixelSize: Theme.fontDialog
                font.weight: Font.DemiBold
                text: qsTr("Drop files here to send them")
            }
        }
    }
}
