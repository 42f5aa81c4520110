pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// What can be done with the message under the pointer.
Menu {
    id: messageMenu

    required property MessageActions actions
    readonly property MessageMenu offers: actions?.menu ?? null

    Row {
        height: visible ? 44 : 0
        leftPadding: 8
        rightPadding: 8
        visible: messageMenu.offers?.canReact ?? false

        Repeater {
            model: ["👍", "❤️", "🔥", "😂", "😮", "😢"]

            T.Button {
                id: emoji
                required property string modelData

                width: 38
                height: 40
                hoverEnabled: true
                Accessible.name: qsTr("React with %1").arg(emoji.modelData)
                onClicked: {
                    messageMenu.actions.reactToIt(emoji.modelData);
                    messageMenu.close();
                }

                background: Rectangle {
                    color: emoji.hovered ? Theme.hover : "transparent"
                    radius: Theme.radiusButton
                }

                contentItem: PlainText {
                    font.pixelSize: Theme.fontHeading
                    horizontalAlignment: Text.AlignHCenter
                    text: emoji.modelData
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "refresh"
        text: qsTr("Send again")
        visible: messageMenu.offers?.canResend ?? false
        onTriggered: messageMenu.actions.resendIt()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "edit"
        text: qsTr("Put text into the composer")
        visible: messageMenu.offers?.failed ?? false
        onTriggered: messageMenu.actions.takeItBack()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "reply"
        text: qsTr("Reply")
        visible: messageMenu.offers?.canReply ?? false
        onTriggered: messageMenu.actions.replyToIt()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "edit"
        text: qsTr("Edit")
        visible: messageMenu.offers?.canEdit ?? false
        onTriggered: messageMenu.actions.editIt()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "copy"
        text: qsTr("Copy text")
        visible: messageMenu.offers?.canCopy ?? false
        onTriggered: messageMenu.actions.copyIt()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "link"
        text: qsTr("Copy link")
        visible: messageMenu.offers?.canCopyLink ?? false
        onTriggered: messageMenu.actions.copyLinkOfIt()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "forward"
        text: qsTr("Forward…")
        visible: messageMenu.offers?.canForward ?? false
        onTriggered: messageMenu.actions.forwardIt()
    }

    MenuItem {
        iconName: "select"
        text: qsTr("Select")
        onTriggered: messageMenu.actions.selectIt()
    }

    MenuItem {
        danger: true
        height: visible ? implicitHeight : 0
        iconName: "delete"
        text: qsTr("Delete…")
        visible: messageMenu.offers?.canDelete ?? false
        onTriggered: messageMenu.actions.deleteIt()
    }
}
