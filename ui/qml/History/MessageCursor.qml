import QtQuick
import Heliograph
import Theme

// The row that the keys mean: a ring around it, and what each key does with it.
Rectangle {
    id: cursor

    required property MessageList messages
    required property MessageActions actions
    readonly property Item row: messages.currentItem
    // Leads one step out: to the composer.
    signal leaving
    signal menuAsked(MessageRow message, AlbumItem part)

    parent: messages.contentItem
    x: Math.max(2, Math.round((messages.width - Theme.messageColumn) / 2) - 10)
    y: (row?.y ?? 0) + 2
    z: 2
    width: messages.width - 2 * x
    height: (row?.height ?? 0) + 2
    border.color: Theme.accent
    border.width: Theme.focusRing
    color: "transparent"
    radius: Theme.radiusButton
    visible: row !== null && messages.activeFocus
    Accessible.ignored: true

    function at(y: real): int {
        return messages.indexAt(messages.width / 2, messages.contentY + y);
    }

    // Begins at the newest message on the screen, unless the keyboard is somewhere inside a row.
    function enter() {
        if (messages.currentIndex < 0 && cursor.Window.activeFocusItem === messages)
            messages.currentIndex = Math.max(0, cursor.at(messages.height - 14));
    }

    function show() {
        messages.stay();
        messages.positionViewAtIndex(messages.currentIndex, ListView.Contain);
        messages.forceLayout();
        messages.positionViewAtIndex(messages.currentIndex, ListView.Contain);
    }

    // A row that is higher than the view is read before the cursor goes on.
    function step(older: bool) {
        const hidden = cursor.row === null ? 0 : older ? messages.contentY - cursor.row.y
            : cursor.row.y + cursor.row.height - messages.contentY - messages.height;
        if (hidden > 1) {
            messages.turnPage(older ? -1 : 1);
            return;
        }
        if (!older && messages.currentIndex <= 0 && messages.sponsored?.card) {
            messages.positionViewAtBeginning();
            messages.sponsored.card.forceActiveFocus(Qt.TabFocusReason);
            return;
        }
        messages.currentIndex = Math.max(0, Math.min(messages.count - 1, messages.currentIndex + (older ? 1 : -1)));
        cursor.show();
    }

    function turn(older: bool) {
        messages.turnPage(older ? -1 : 1);
        const found = cursor.at(older ? 14 : messages.height - 14);
        messages.currentIndex = found >= 0 ? found : older ? messages.count - 1 : 0;
    }

    function end(older: bool) {
        if (older)
            messages.showOldest();
        else
            messages.history.jumpToNewest();
        messages.currentIndex = older ? messages.count - 1 : 0;
    }

    function mark(older: bool) {
        if (cursor.actions.selection.count === 0)
            cursor.actions.selection.begin(messages.currentIndex);
        cursor.step(older);
        cursor.actions.selection.reach(messages.currentIndex);
    }

    // The message of an album that has the keyboard within the row.
    function part(): AlbumItem {
        return messages.partOf(cursor.Window.activeFocusItem);
    }

    // Leads from one message of an album to the next; past the ends, back to the row.
    function stepPart(by: int): bool {
        const parts = messages.currentItem === null ? [] : messages.partsIn(messages.currentItem);
        if (parts.length === 0)
            return false;
        const from = parts.indexOf(cursor.Window.activeFocusItem);
        const next = from < 0 && by < 0 ? parts.length - 1 : from + by;
        (parts[next] ?? messages.currentItem).forceActiveFocus(Qt.TabFocusReason);
        return true;
    }

    function leavePart(): bool {
        const had = cursor.part() !== null;
        if (had)
            messages.currentItem.forceActiveFocus(Qt.BacktabFocusReason);
        return had;
    }

    function askMenu() {
        const message = messages.rowOf(messages.currentItem);
        if (message !== null)
            cursor.menuAsked(message, cursor.part());
    }

    function perform(verb: string) {
        const message = messages.rowOf(messages.currentItem);
        if (cursor.actions.selection.count > 0 && ["copy", "forward", "delete"].includes(verb)) {
            const selection = cursor.actions.selection;
            verb === "copy" ? selection.copy() : verb === "forward" ? selection.forward() : selection.deleteAll();
        } else if (cursor.part() !== null) {
            cursor.actions.performWith(cursor.part(), verb);
        } else if (message !== null) {
            cursor.actions.perform(message, verb);
        }
    }

    function pressed(event: KeyEvent) {
        event.accepted = true;
        if (event.matches(StandardKey.Copy))
            cursor.perform("copy");
        else if (event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier)
            cursor.askMenu();
        else if (event.modifiers === Qt.ShiftModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down))
            cursor.mark(event.key === Qt.Key_Up);
        else if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier | Qt.ShiftModifier))
            event.accepted = false;
        else
            event.accepted = cursor.plain(event.key);
    }

    function plain(key: int): bool {
        if ([Qt.Key_Up, Qt.Key_Down, Qt.Key_PageUp, Qt.Key_PageDown, Qt.Key_Home, Qt.Key_End].includes(key))
            cursor.leavePart();
        switch (key) {
        case Qt.Key_Left:
        case Qt.Key_Right:
            return cursor.stepPart(key === Qt.Key_Left ? -1 : 1);
        case Qt.Key_Up:
        case Qt.Key_Down:
            cursor.step(key === Qt.Key_Up);
            return true;
        case Qt.Key_PageUp:
        case Qt.Key_PageDown:
            cursor.turn(key === Qt.Key_PageUp);
            return true;
        case Qt.Key_Home:
        case Qt.Key_End:
            cursor.end(key === Qt.Key_Home);
            return true;
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Menu:
            cursor.askMenu();
            return true;
        case Qt.Key_Space:
            messages.toggle(messages.rowOf(messages.currentItem), cursor.part());
            return true;
        case Qt.Key_Q:
        case Qt.Key_R:
        case Qt.Key_E:
        case Qt.Key_F:
        case Qt.Key_O:
        case Qt.Key_P:
        case Qt.Key_I:
        case Qt.Key_T:
            cursor.perform({
                [Qt.Key_Q]: "quote", [Qt.Key_R]: "reply", [Qt.Key_E]: "edit", [Qt.Key_F]: "forward", [Qt.Key_O]: "open", [Qt.Key_P]: "pin",
                [Qt.Key_I]: "details", [Qt.Key_T]: "translate"
            }[key]);
            return true;
        case Qt.Key_Delete:
            cursor.perform("delete");
            return true;
        case Qt.Key_Escape:
            if (!cursor.actions.selection.leave() && !cursor.leavePart())
                cursor.leaving();
            return true;
        default:
            return false;
        }
    }
}
