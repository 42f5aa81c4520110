pragma ComponentBehavior: Bound
import QtQuick
import Controls
import Theme

// What stands behind a name: verified, premium, a warning, no sound.
Row {
    id: marks

    required property string mark
    property bool premium: false
    property bool muted: false
    readonly property bool warning: mark === "scam" || mark === "fake"

    spacing: 4

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        name: marks.mark === "verified" ? "verified" : marks.premium ? "star" : ""
        size: 15
        visible: name !== ""
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.danger
        border.width: 1
        color: "transparent"
        height: 16
        radius: 4
        visible: marks.warning
        width: warning.implicitWidth + 8

        PlainText {
            id: warning
            anchors.centerIn: parent
            color: Theme.danger
            font.capitalization: Font.AllUppercase
            font.pixelSize: Theme.fontCaption - 2
            font.weight: Font.DemiBold
            text: marks.mark === "fake" ? qsTr("Fake") : qsTr("Scam")
        }
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.outline
        name: "bell-off"
        size: 14
        visible: marks.muted
    }
}
