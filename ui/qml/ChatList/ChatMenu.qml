pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// What can be done with a chat.
Menu {
    id: chatMenu

    property ChatRow row: null

    function ask(row: ChatRow, item: Item, place: point) {
        chatMenu.row = row;
        // It outlives the delegate, which the list may need for another chat meanwhile.
        const there = item.mapToItem(chatMenu.parent, place);
        chatMenu.popup(there.x, there.y);
    }

    MenuItem {
        iconName: "external"
        shortcut: qsTr("Ctrl+Enter")
        text: qsTr("Open in a new window")
        onTriggered: chatMenu.row?.openWindow()
    }

    MenuItem {
        iconName: chatMenu.row?.pinned ? "unpin" : "pin"
        text: chatMenu.row?.pinned ? qsTr("Unpin") : qsTr("Pin")
        onTriggered: chatMenu.row?.togglePin()
    }

    MenuItem {
        iconName: chatMenu.row?.hasUnread ? "check-double" : "unread"
        shortcut: "Ctrl+R"
        text: chatMenu.row?.hasUnread ? qsTr("Mark as read") : qsTr("Mark as unread")
        onTriggered: chatMenu.row?.toggleRead()
    }

    MenuItem {
        iconName: chatMenu.row?.muted ? "bell" : "bell-off"
        text: chatMenu.row?.muted ? qsTr("Unmute") : qsTr("Mute")
        onTriggered: chatMenu.row?.mute(chatMenu.row.muted ? 0 : -1)
    }

    MenuItem {
        height: implicitHeight
        iconName: "timer"
        text: qsTr("Mute for an hour")
        visible: !(chatMenu.row?.muted ?? false)
        onTriggered: chatMenu.row?.mute(3600)
    }

    MenuItem {
        height: implicitHeight
        iconName: "timer"
        text: qsTr("Mute for eight hours")
        visible: !(chatMenu.row?.muted ?? false)
        onTriggered: chatMenu.row?.mute(8 * 3600)
    }

    MenuItem {
        height: implicitHeight
        iconName: chatMenu.row?.archived ? "unarchive" : "archive"
        text: chatMenu.row?.archived ? qsTr("Move out of the archive") : qsTr("Archive")
        visible: !(chatMenu.row?.saved ?? false)
        onTriggered: chatMenu.row?.toggleArchive()
    }

    MenuSeparator {}

    MenuItem {
        danger: true
        iconName: "erase"
        text: qsTr("Delete all messages…")
        visible: chatMenu.row?.canClear ?? false
        height: implicitHeight
        onTriggered: chatMenu.row?.clearHistory()
    }

    MenuItem {
        danger: true
        height: implicitHeight
        iconName: "warning"
        text: qsTr("Report…")
        visible: chatMenu.row?.canReport ?? false
        onTriggered: chatMenu.row?.report()
    }

    MenuItem {
        danger: true
        height: implicitHeight
        iconName: "block"
        text: qsTr("Block…")
        visible: chatMenu.row?.canBlock ?? false
        onTriggered: chatMenu.row?.block()
    }

    MenuItem {
        danger: true
        iconName: chatMenu.row?.leaves ? "log-out" : "delete"
        text: chatMenu.row?.deleteOrLeaveText ?? ""
        onTriggered: chatMenu.row?.deleteOrLeave()
    }
}
