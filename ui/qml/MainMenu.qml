pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// What belongs to the programme and the account rather than to a chat.
Menu {
    id: mainMenu

    required property ApplicationView application
    readonly property AccountsView accounts: application.accounts as AccountsView

    Instantiator {
        model: mainMenu.accounts?.rows ?? null
        onObjectAdded: (index, item) => mainMenu.insertItem(index, item as AccountItem)
        onObjectRemoved: (index, item) => mainMenu.removeItem(item as AccountItem)

        AccountItem {
            severalAccounts: (mainMenu.accounts?.rows.count ?? 0) > 1
        }
    }

    MenuItem {
        iconName: "plus"
        text: qsTr("Add account")
        onTriggered: mainMenu.accounts?.add()
    }

    MenuSeparator {}

    MenuItem {
        iconName: "settings"
        shortcut: "Ctrl+,"
        text: qsTr("Settings")
        onTriggered: mainMenu.application.openSettings()
    }

    MenuSeparator {}

    MenuItem {
        iconName: "close"
        shortcut: "Ctrl+Q"
        text: qsTr("Quit")
        onTriggered: mainMenu.application.quit()
    }

    MenuSeparator {}

    MenuItem {
        danger: true
        iconName: "log-out"
        text: qsTr("Log out…")
        onTriggered: mainMenu.question.open()
    }

    readonly property Dialog question: Dialog {
        acceptText: qsTr("Log out")
        destructive: true
        text: qsTr("Your chats stay at Telegram. What this computer keeps of them is removed.")
        title: qsTr("Log out of this account?")
        onAccepted: mainMenu.application.logOut()
    }
}
