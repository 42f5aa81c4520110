pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The open chat's messages, the button to the newest, and what asks about them.
Item {
    id: view

    required property History history
    required property MessageActions actions
    readonly property alias messages: list

    Backdrop { anchors.fill: parent }

    MessageList {
        id: list
        anchors.fill: parent
        history: view.history
    }

    PlainText {
        anchors.centerIn: parent
        color: Theme.textSecondary
        text: qsTr("No messages here yet")
        visible: view.history?.empty ?? false
    }

    JumpButton {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: 18
        count: view.history?.unreadBelow ?? ""
        opacity: list.atNewest ? 0 : 1
        visible: opacity > 0
        onClicked: view.history.jumpToNewest()

        Behavior on opacity {
            NumberAnimation { duration: Theme.durationFast }
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: eventPoint => {
            menu.place = view.mapFromItem(null, eventPoint.scenePosition);
            const row = list.rowAt(view.mapToItem(list, eventPoint.position));
            if (row !== null)
                row.showMenu();
        }
    }

    // A tap selects while messages are selected, and two in a row answer.
    TapHandler {
        property bool selecting: (view.actions?.selectedCount ?? 0) > 0
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.DragThreshold
        onTapped: (eventPoint, button) => {
            const row = list.rowAt(view.mapToItem(list, eventPoint.position));
            if (row === null)
                return;
            if (selecting)
                row.toggleSelected();
            else if (tapCount === 2)
                row.reply();
        }
    }

    HoverHandler {
        id: pointer
    }

    MessageContextMenu {
        id: menu
        property point place: Qt.point(-1, -1)
        actions: view.actions
    }

    Dialog {
        id: question
        onAccepted: view.actions.confirm()
    }

    Loader {
        active: (view.actions?.forwarding ?? null) !== null

        sourceComponent: ForwardDialog {
            forwarding: view.actions.forwarding
        }
    }

    PictureViewer {
        viewer: view.actions?.viewer ?? null
    }

    Connections {
        target: view.actions

        function onMenuReady() {
            menu.popup(view, menu.place.x >= 0 ? menu.place : pointer.point.position);
            menu.place = Qt.point(-1, -1);
        }

        function onAsked(title: string, text: string, yes: string, destructive: bool) {
            question.title = title;
            question.text = text;
            question.destructive = destructive;
            question.acceptText = yes;
            question.open();
        }
    }
}
