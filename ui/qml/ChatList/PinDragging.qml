pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme

// A pinned chat on its way to another place among the pinned ones, and the line where it would go. Esc leaves it.
Item {
    id: dragging

    required property ChatList list
    required property ListView view
    // The row that is dragged, and where it stands; null and -1 for none.
    property Item item: null
    property int index: -1
    property real offset: 0
    property int count: 0
    // The press that was called off goes on until its button is let go.
    property bool calledOff: false
    // The edge that goes ahead has to pass the middle of a row to stand beyond it.
    readonly property int gap: Math.round(index + (offset > 0 ? 1 : 0) + offset / Theme.rowHeight)
    readonly property bool moves: index >= 0 && gap !== index && gap !== index + 1

    function lift(item: Item, offset: real) {
        if (dragging.calledOff)
            return;
        if (dragging.item === null) {
            dragging.count = dragging.list.pinCount();
            dragging.index = dragging.view.indexAt(1, item.y + 1);
            dragging.item = item;
        }
        const most = (dragging.count - 1 - dragging.index) * Theme.rowHeight;
        dragging.offset = Math.max(-dragging.index * Theme.rowHeight, Math.min(offset, most));
    }

    function settle() {
        dragging.item = null;
        dragging.index = -1;
    }

    function drop() {
        const from = dragging.index, to = dragging.gap, moves = dragging.moves;
        dragging.calledOff = false;
        dragging.settle();
        if (moves)
            dragging.list.dropPin(from, to);
    }

    Shortcut {
        enabled: dragging.index >= 0
        sequence: "Esc"
        onActivated: {
            dragging.calledOff = true;
            dragging.settle();
        }
    }

    Rectangle {
        id: line

        readonly property Item above: dragging.moves && dragging.gap > 0 ? dragging.view.itemAtIndex(dragging.gap - 1) : null
        readonly property Item below: dragging.moves && dragging.gap === 0 ? dragging.view.itemAtIndex(0) : null

        parent: dragging.view.contentItem
        x: 8
        y: (above !== null ? above.y + above.height : below?.y ?? 0) - 1.5
        z: 3
        width: dragging.view.width - 16
        height: 3
        color: Theme.accent
        radius: 1.5
        visible: dragging.moves
        Accessible.ignored: true
    }
}
