import QtQuick
import Heliograph
import Theme
import Controls

// Attach, write, send.
FocusScope {
    id: line

    required property Composer composer
    property real maximumHeight: 300
    signal attachAsked
    signal scrollAsked(bool toNewest)

    function takeFocus() {
        input.field.forceActiveFocus();
    }

    implicitHeight: Math.max(Theme.composerHeight, input.implicitHeight)
    width: parent?.width ?? 0

    IconButton {
        id: attach
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        x: 8
        iconName: "attach"
        label: qsTr("Attach files")
        size: 22
        onClicked: line.attachAsked()
    }

    ComposerField {
        id: input
        anchors.left: attach.right
        anchors.leftMargin: 4
        anchors.right: counter.left
        anchors.rightMargin: 4
        height: line.height
        composer: line.composer
        focus: true
        maximumHeight: line.maximumHeight
        onScrollAsked: toNewest => line.scrollAsked(toNewest)
    }

    PlainText {
        id: counter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        anchors.right: send.left
        anchors.rightMargin: text === "" ? 0 : 6
        color: line.composer?.tooLong ? Theme.danger : Theme.textSecondary
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontCaption
        text: line.composer?.counter ?? ""
        Accessible.ignored: text === ""
        Accessible.name: qsTr("%1 characters left").arg(text)
    }

    IconButton {
        id: send
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        anchors.right: parent.right
        anchors.rightMargin: 8
        color: Theme.accent
        enabled: line.composer?.canSend ?? false
        hoverColor: Theme.accentHover
        iconName: line.composer?.mode === "edit" ? "check" : "send"
        label: line.composer?.mode === "edit" ? qsTr("Save") : qsTr("Send")
        shortcut: "Enter"
        size: 22
        onClicked: line.composer.send()
    }
}
