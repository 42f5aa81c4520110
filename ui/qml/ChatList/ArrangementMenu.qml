pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// How the chats are ordered, and which are shown.
Menu {
    id: arrangementMenu

    required property Arrangement arrangement

    MenuItem {
        iconName: arrangementMenu.arrangement.unreadFirst ? "check" : ""
        text: qsTr("Unread first")
        Accessible.checkable: true
        Accessible.checked: arrangementMenu.arrangement.unreadFirst
        onTriggered: arrangementMenu.arrangement.putUnreadFirst(!arrangementMenu.arrangement.unreadFirst)
    }

    MenuItem {
        iconName: arrangementMenu.arrangement.unansweredOnly ? "check" : ""
        text: qsTr("Only unanswered")
        Accessible.checkable: true
        Accessible.checked: arrangementMenu.arrangement.unansweredOnly
        onTriggered: arrangementMenu.arrangement.showUnansweredOnly(!arrangementMenu.arrangement.unansweredOnly)
    }

    MenuSeparator {}

    MenuItem {
        enabled: arrangementMenu.arrangement.active
        iconName: "close"
        text: qsTr("As usual")
        onTriggered: arrangementMenu.arrangement.clear()
    }
}
