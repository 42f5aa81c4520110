import QtQuick
import Heliograph
import Controls

// The way from a page of one account to another account; there only beside others.
IconButton {
    id: back

    required property ApplicationView application
    readonly property AccountsView accounts: application.accounts as AccountsView

    anchors.left: parent?.left
    anchors.margins: 12
    anchors.top: parent?.top
    iconName: "back"
    label: back.accounts?.wayBack ?? ""
    shortcut: "Alt+Left"
    visible: label !== ""
    onClicked: back.accounts.goBack()

    Shortcut {
        enabled: back.visible
        sequences: [StandardKey.Back]
        onActivated: back.accounts.goBack()
    }
}
