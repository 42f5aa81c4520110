import QtQuick
import Heliograph
import Theme
import Content

// Marks by dragging: the words of one message, or messages from the one to the other; by keys, the words of one. One field
// serves all texts: it takes the place of the text that is marked.
TextEdit {
    id: marking

    required property MessageList messages
    required property MessageActions actions
    property FormattedText paragraph: null
    property MessageRow row: null
    property int start: -1
    property int anchor: 0
    readonly property string words: selectedText.replace(/\u00a0/g, " ").trim()

    function textAt(item: Item, scene: point): FormattedText {
        let found = item;
        while (found !== null && !(found instanceof FormattedText)) {
            const place = found.mapFromItem(null, scene);
            found = found.childAt(place.x, place.y);
        }
        return found as FormattedText;
    }

    function indexAt(scene: point): int {
        const place = messages.mapFromItem(null, scene);
        return messages.indexAt(messages.width / 2, Math.max(1, Math.min(messages.height - 1, place.y)) + messages.contentY);
    }

    function begin(scene: point) {
        marking.clear();
        marking.start = marking.indexAt(scene);
        const found = marking.textAt(messages.itemAtIndex(marking.start), scene);
        if (found === null) {
            actions.selection.begin(marking.start);
            return;
        }
        marking.row = messages.rowOf(messages.itemAtIndex(marking.start));
        marking.paragraph = found;
        marking.anchor = marking.position(scene);
    }

    function firstTextIn(item: Item): FormattedText {
        for (const child of item.children) {
            const found = !child.visible ? null : child instanceof FormattedText ? child : marking.firstTextIn(child);
            if (found !== null)
                return found as FormattedText;
        }
        return null;
    }

    // Lets keys mark in the row at `index`, from the first word on.
    function beginIn(index: int) {
        const item = messages.itemAtIndex(index);
        const found = item === null ? null : marking.firstTextIn(item);
        if (found === null)
            return;
        marking.clear();
        marking.row = messages.rowOf(item);
        marking.paragraph = found;
        marking.forceActiveFocus(Qt.TabFocusReason);
        marking.cursorPosition = 0;
        marking.cursorVisible = true;
    }

    function copy() {
        marking.actions.passages.copy(marking.row, marking.paragraph.number, marking.selectionStart, marking.selectionEnd);
    }

    function quote() {
        if (marking.paragraph === null)
            return;
        marking.actions.passages.quote(marking.row, marking.paragraph.number, marking.selectionStart, marking.selectionEnd);
        if (marking.words !== "")
            marking.clear();
    }

    function leave() {
        marking.clear();
        (messages.currentItem ?? messages).forceActiveFocus(Qt.TabFocusReason);
    }

    function reach(scene: point) {
        const index = marking.indexAt(scene);
        if (marking.paragraph !== null && index === marking.start) {
            marking.select(marking.anchor, marking.position(scene));
            return;
        }
        if (marking.paragraph !== null) {
            marking.clear();
            actions.selection.begin(marking.start);
        }
        if (index >= 0)
            actions.selection.reach(index);
    }

    function end() {
        if (marking.words === "")
            marking.clear();
        else
            marking.forceActiveFocus(Qt.MouseFocusReason);
    }

    function position(scene: point): int {
        const place = marking.mapFromItem(null, scene);
        return marking.positionAt(place.x, place.y);
    }

    function clear() {
        if (marking.paragraph === null)
            return;
        marking.paragraph.opacity = 1;
        marking.deselect();
        marking.paragraph = null;
    }

    parent: paragraph?.parent ?? null
    x: paragraph?.x ?? 0
    y: paragraph?.y ?? 0
    width: paragraph?.width ?? 0
    color: Theme.text
    font: paragraph?.font ?? Qt.font({ pixelSize: Theme.fontMessage })
    horizontalAlignment: paragraph?.horizontalAlignment ?? Text.AlignLeft
    persistentSelection: true
    readOnly: true
    selectByKeyboard: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    text: paragraph?.text ?? ""
    textFormat: paragraph?.textFormat ?? TextEdit.PlainText
    visible: paragraph !== null
    wrapMode: TextEdit.Wrap
    Accessible.focusable: true
    Accessible.ignored: !activeFocus
    Accessible.name: qsTr("Text of the message: mark a part of it, Enter quotes it")
    Accessible.readOnly: true
    Accessible.role: Accessible.EditableText
    onParagraphChanged: if (paragraph !== null) paragraph.opacity = 0
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.matches(StandardKey.Copy) && marking.words !== "")
            marking.copy();
        else if ([Qt.Key_Return, Qt.Key_Enter, Qt.Key_Q, Qt.Key_R].includes(event.key))
            marking.quote();
        else if (event.key === Qt.Key_Escape)
            marking.leave();
        else
            event.accepted = false;
    }

    Connections {
        target: marking.paragraph

        function onTextChanged() {
            marking.clear();
        }
    }
}
