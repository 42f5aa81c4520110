pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Every pinned message, newest first; Enter shows one, Delete unpins it.
Dialog {
    id: dialog

    required property Pins pins

    acceptText: pins?.canUnpin ? qsTr("Unpin all…") : ""
    contentHeight: Math.min(360, list.contentHeight)
    rejectText: qsTr("Close")
    title: qsTr("Pinned messages")
    onAccepted: dialog.pins.unpinAll()
    onOpened: list.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ListView {
        id: list

        function show(index: int) {
            dialog.close();
            dialog.pins.jumpTo(index);
        }

        activeFocusOnTab: true
        clip: true
        keyNavigationEnabled: true
        model: dialog.pins?.lines ?? []
        Accessible.name: dialog.title
        Accessible.role: Accessible.List
        Keys.onReturnPressed: list.show(currentIndex)
        Keys.onEnterPressed: list.show(currentIndex)
        Keys.onDeletePressed: if (dialog.pins.canUnpin) dialog.pins.unpin(currentIndex)
        onCountChanged: if (count === 0) dialog.close()

        delegate: T.ItemDelegate {
            id: line
            required property var modelData
            required property int index

            width: ListView.view.width
            height: 40
            focusPolicy: Qt.NoFocus
            hoverEnabled: true
            Accessible.name: line.modelData.text + ", " + line.modelData.time
            Accessible.role: Accessible.ListItem
            onClicked: list.show(line.index)

            background: Rectangle {
                border.color: Theme.accent
                border.width: line.ListView.isCurrentItem && list.activeFocus ? Theme.focusRing : 0
                color: line.hovered ? Theme.hover : "transparent"
                radius: Theme.radiusButton
            }

            contentItem: Item {
                PlainText {
                    anchors.left: parent.left
                    anchors.leftMargin: 10
                    anchors.right: time.left
                    anchors.rightMargin: 8
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideRight
                    font.pixelSize: Theme.fontPreview
                    maximumLineCount: 1
                    text: line.modelData.text
                }

                PlainText {
                    id: time
                    anchors.right: unpin.left
                    anchors.rightMargin: 4
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.textSecondary
                    font.pixelSize: Theme.fontCaption
                    text: line.modelData.time
                }

                IconButton {
                    id: unpin
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    focusPolicy: Qt.NoFocus
                    iconName: "unpin"
                    label: qsTr("Unpin")
                    size: 16
                    visible: dialog.pins?.canUnpin ?? false
                    onClicked: dialog.pins.unpin(line.index)
                }
            }
        }
    }
}
