pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// The keys that work anywhere in the window: search, the next chat, folders.
Item {
    id: keys

    required property ChatList list
    // Ctrl+F looks within the chat that is open.
    readonly property bool chatOpen: list.chatOpen

    Shortcut {
        sequences: keys.chatOpen ? ["Ctrl+K", "Ctrl+Shift+F"] : ["Ctrl+K", "Ctrl+Shift+F", "Ctrl+F"]
        onActivated: keys.list.askSearch()
    }

    Shortcut {
        sequences: ["Alt+Down", "Ctrl+Tab", "Ctrl+PgDown"]
        onActivated: keys.list.step(1)
    }

    Shortcut {
        sequences: ["Alt+Up", "Ctrl+Shift+Tab", "Ctrl+PgUp"]
        onActivated: keys.list.step(-1)
    }

    Shortcut {
        sequence: "Ctrl+Shift+Down"
        onActivated: keys.list.folders.step(1)
    }

    Shortcut {
        sequence: "Ctrl+Shift+Up"
        onActivated: keys.list.folders.step(-1)
    }

    Instantiator {
        model: 8

        Shortcut {
            required property int index

            sequence: "Ctrl+" + (index + 1)
            onActivated: keys.list.chooseAt(index)
        }
    }
}
