import QtQuick
import Heliograph

// The row in the middle of the view: where rows below it get higher, for somebody reacts or edits, the view goes along
// with it, so that what is read stays where it is.
QtObject {
    id: place

    required property MessageList messages
    property Item item: null
    property MessageRow row: null
    property real y: 0

    function take() {
        const index = messages.indexAt(messages.width / 2, messages.contentY + messages.height / 2);
        place.item = index < 0 ? null : messages.itemAtIndex(index);
        place.row = messages.rowOf(place.item);
        place.y = place.item?.y ?? 0;
    }

    function leave() {
        place.item = null;
        place.row = null;
    }

    function keep() {
        if (place.item === null || place.row === null)
            return;
        // The delegate may show another row by now.
        if (messages.rowOf(place.item) !== place.row) {
            place.leave();
            return;
        }
        const moved = place.item.y - place.y;
        place.y = place.item.y;
        if (moved !== 0 && !messages.moving && !messages.follows && !messages.placing)
            messages.contentY += moved;
    }
}
