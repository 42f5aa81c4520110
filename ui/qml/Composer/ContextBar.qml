import QtQuick
import Heliograph
import Theme
import Controls

// What is answered or edited, over the field.
Item {
    id: bar

    required property Composer composer
    readonly property bool shown: (composer?.mode ?? "") !== ""

    implicitHeight: shown ? 46 : 0
    clip: true
    visible: height > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: (composer?.contextTitle ?? "") + ": " + (composer?.contextText ?? "")

    Behavior on implicitHeight {
        NumberAnimation { duration: Theme.durationFast; easing.type: Easing.OutCubic }
    }

    Icon {
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        name: bar.composer?.mode || "reply"
    }

    Rectangle {
        x: 48
        y: 7
        width: 2
        height: 34
        color: Theme.accent
        radius: 1
    }

    PlainText {
        x: 58
        y: 5
        width: parent.width - 104
        color: Theme.accent
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        text: bar.composer?.contextTitle ?? ""
    }

    PlainText {
        x: 58
        y: 23
        width: parent.width - 104
        color: Theme.textSecondary
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        maximumLineCount: 1
        text: bar.composer?.contextText ?? ""
    }

    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        iconName: "close"
        label: bar.composer?.mode === "edit" ? qsTr("Stop editing") : qsTr("Don't reply")
        shortcut: "Esc"
        size: 18
        onClicked: bar.composer.leaveContext()
    }
}
