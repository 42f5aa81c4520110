import QtQuick
import Heliograph
import Theme
import Content

// Marks by dragging: the words of one message, or messages from the one to the other. One field serves all texts: it takes
// the place of the text that is marked.
TextEdit {
    id: marking

    required property MessageList messages
    required property MessageActions actions
    property FormattedText paragraph: null
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
        marking.paragraph = found;
        marking.anchor = marking.position(scene);
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
    Accessible.ignored: true
    onParagraphChanged: if (paragraph !== null) paragraph.opacity = 0
    Keys.onPressed: event => {
        event.accepted = event.matches(StandardKey.Copy) && marking.words !== "";
        if (event.accepted)
            marking.actions.copyWords(marking.words);
        else if (event.key === Qt.Key_Escape)
            marking.clear();
    }

    Connections {
        target: marking.paragraph

        function onTextChanged() {
            marking.clear();
        }
    }
}
