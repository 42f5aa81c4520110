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
    property UnreadJumps jumps: null
    property JumpCalendar calendar: null
    property Advertisement advertisement: null
    readonly property alias messages: list
    // The keyboard goes back to the composer.
    signal leaving

    function place() {
        menu.place = view.mapFromItem(list.cursor, Qt.point(24, Math.min(list.cursor.height, list.height)));
    }

    function tell(title: string, text: string) {
        answer.title = title;
        answer.text = text;
        answer.open();
    }

    Backdrop { anchors.fill: parent }

    MessageList {
        id: list
        anchors.fill: parent
        actions: view.actions
        advertisement: view.advertisement
        history: view.history
    }

    PlainText {
        anchors.centerIn: parent
        color: Theme.textSecondary
        text: qsTr("No messages here yet")
        visible: view.history?.empty ?? false
    }

    Column {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: 18
        spacing: 14

        JumpButton {
            count: view.jumps?.reactions ?? ""
            iconName: "heart"
            label: qsTr("Go to the next reaction")
            visible: count !== ""
            onClicked: view.jumps.nextReaction()
        }

        JumpButton {
            count: view.jumps?.mentions ?? ""
            iconName: "mention"
            label: qsTr("Go to the next mention")
            visible: count !== ""
            onClicked: view.jumps.nextMention()
        }

        JumpButton {
            objectName: "jump"
            count: view.history?.unreadBelow ?? ""
            label: qsTr("Go to the newest message")
            opacity: list.atNewest ? 0 : 1
            visible: opacity > 0
            onClicked: view.history.jumpToNewest()

            Behavior on opacity {
                NumberAnimation { duration: Theme.durationFast }
            }
        }
    }

    FloatingDate {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 8
        messages: list
        onClicked: view.calendar.startAt(list.topmost)
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: eventPoint => {
            menu.place = view.mapFromItem(null, eventPoint.scenePosition);
            const place = view.mapToItem(list, eventPoint.position);
            list.showMenu(list.rowAt(place), list.partAt(place));
        }
    }

    // A tap selects while messages are selected, and two in a row answer.
    TapHandler {
        property bool selecting: (view.actions?.selection.count ?? 0) > 0
        acceptedButtons: Qt.LeftButton
        gesturePolicy: TapHandler.DragThreshold
        onTapped: (eventPoint, button) => {
            const place = view.mapToItem(list, eventPoint.position);
            const row = list.rowAt(place);
            marking.clear();
            if (row === null)
                return;
            if (selecting)
                list.toggle(row, list.partAt(place));
            else if (tapCount === 2)
                row.reply();
        }
    }

    DragHandler {
        target: null
        acceptedButtons: Qt.LeftButton
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        grabPermissions: PointerHandler.CanTakeOverFromHandlersOfDifferentType | PointerHandler.ApprovesTakeOverByAnything
        onActiveChanged: active ? marking.begin(centroid.scenePressPosition) : marking.end()
        onCentroidChanged: if (active) marking.reach(centroid.scenePosition)
    }

    Marking {
        id: marking
        actions: view.actions
        messages: list
    }

    HoverHandler {
        id: pointer
    }

    MessageContextMenu {
        id: menu
        property point place: Qt.point(-1, -1)
        actions: view.actions
        passage: marking
    }

    QuestionDialog {
        question: view.actions?.asking.question ?? null
    }

    Dialog {
        id: answer
        rejectText: ""
    }

    Loader {
        active: (view.actions?.batch.forwarding ?? null) !== null

        sourceComponent: ForwardDialog {
            forwarding: view.actions.batch.forwarding
        }
    }

    Loader {
        active: (view.actions?.batch.reporting ?? null) !== null

        sourceComponent: ReportDialog {
            reporting: view.actions.batch.reporting
        }
    }

    Loader {
        active: (view.advertisement?.reporting ?? null) !== null

        sourceComponent: ReportDialog {
            reporting: view.advertisement.reporting
        }
    }

    Loader {
        active: (view.actions?.details ?? null) !== null

        sourceComponent: DetailsDialog {
            details: view.actions.details
        }
    }

    Loader {
        active: view.calendar?.open ?? false

        sourceComponent: CalendarDialog {
            calendar: view.calendar
        }
    }

    PictureViewer {
        viewer: view.actions?.viewer ?? null
    }

    Connections {
        target: list.cursor

        function onLeaving() {
            view.leaving();
        }

        function onMenuAsked(message: MessageRow, part: AlbumItem) {
            view.place();
            list.showMenu(message, part);
        }
    }

    Connections {
        target: view.advertisement

        function onTold(title: string, text: string) {
            view.tell(title, text);
        }
    }

    Connections {
        target: view.actions

        function onMarkAsked(index: int) {
            marking.beginIn(index);
        }

        function onMenuReady() {
            menu.popup(view, menu.place.x >= 0 ? menu.place : pointer.point.position);
            menu.place = Qt.point(-1, -1);
        }

        function onTold(title: string, text: string) {
            view.tell(title, text);
        }
    }
}
