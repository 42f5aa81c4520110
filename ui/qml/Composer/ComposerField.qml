pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// The field: grows with its lines up to a share of the window, then scrolls. Enter sends, Shift or Ctrl with it breaks.
Flickable {
    id: scroller

    required property Composer composer
    property real maximumHeight: 200
    readonly property alias field: area
    // Home and End, which an empty field has no use for.
    signal scrollAsked(bool toNewest)

    function wrap(mark: string) {
        const start = area.selectionStart;
        const end = area.selectionEnd;
        const words = area.text.substring(start, end);
        area.remove(start, end);
        area.insert(start, mark + words + mark);
        if (words === "")
            area.cursorPosition = start + mark.length;
        else
            area.select(start + mark.length, start + mark.length + words.length);
    }

    implicitHeight: Math.min(maximumHeight, area.implicitHeight)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: area.implicitHeight
    contentWidth: width
    flickableDirection: Flickable.VerticalFlick
    T.ScrollBar.vertical: ScrollBar {
        visible: scroller.contentHeight > scroller.height
    }

    T.TextArea {
        id: area
        objectName: "composerField"

        width: scroller.width
        height: Math.max(implicitHeight, scroller.height)
        implicitHeight: contentHeight + topPadding + bottomPadding
        bottomPadding: 15
        color: Theme.text
        focus: true
        font.pixelSize: Theme.fontMessage
        leftPadding: 4
        placeholderText: scroller.composer?.placeholder ?? ""
        rightPadding: 4
        selectByMouse: true
        selectedTextColor: Theme.accentInk
        selectionColor: Theme.accent
        textFormat: TextEdit.PlainText
        topPadding: 15
        wrapMode: TextEdit.Wrap
        Accessible.name: placeholderText
        Accessible.multiLine: true
        Accessible.role: Accessible.EditableText
        Component.onCompleted: {
            text = scroller.composer?.text ?? "";
            cursorPosition = length;
        }
        onTextChanged: scroller.composer?.typed(text)
        onCursorRectangleChanged: {
            if (cursorRectangle.y < scroller.contentY)
                scroller.contentY = Math.max(0, cursorRectangle.y - topPadding);
            else if (cursorRectangle.y + cursorRectangle.height + bottomPadding > scroller.contentY + scroller.height)
                scroller.contentY = Math.max(0, cursorRectangle.y + cursorRectangle.height + bottomPadding - scroller.height);
        }

        // Tab leads on as everywhere: nobody who has no mouse is caught in the field.
        Keys.onTabPressed: area.nextItemInFocusChain(true)?.forceActiveFocus(Qt.TabFocusReason)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
                if (event.modifiers & (Qt.ShiftModifier | Qt.ControlModifier))
                    area.insert(area.cursorPosition, "\n");
                else
                    scroller.composer.send();
                event.accepted = true;
            } else if (event.key === Qt.Key_Up && event.modifiers === Qt.NoModifier && area.length === 0) {
                event.accepted = scroller.composer.editLast();
            } else if (event.modifiers === Qt.ControlModifier && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
                event.accepted = scroller.composer.stepReply(event.key === Qt.Key_Up ? -1 : 1);
            } else if ((event.key === Qt.Key_Home || event.key === Qt.Key_End) && area.length === 0) {
                scroller.scrollAsked(event.key === Qt.Key_End);
                event.accepted = true;
            } else if (event.matches(StandardKey.Paste)) {
                event.accepted = !area.canPaste && scroller.composer.pastePicture();
            } else if (event.modifiers === Qt.ControlModifier && event.key === Qt.Key_B) {
                scroller.wrap("**");
                event.accepted = true;
            } else if (event.modifiers === Qt.ControlModifier && event.key === Qt.Key_I) {
                scroller.wrap("__");
                event.accepted = true;
            } else if (event.modifiers === (Qt.ControlModifier | Qt.ShiftModifier) && event.key === Qt.Key_M) {
                scroller.wrap("`");
                event.accepted = true;
            } else if (event.modifiers === (Qt.ControlModifier | Qt.ShiftModifier) && event.key === Qt.Key_X) {
                scroller.wrap("~~");
                event.accepted = true;
            } else if (event.modifiers === (Qt.ControlModifier | Qt.ShiftModifier) && event.key === Qt.Key_P) {
                scroller.wrap("||");
                event.accepted = true;
            }
        }

        PlainText {
            x: area.leftPadding
            y: area.topPadding
            width: parent.width - 8
            color: Theme.textSecondary
            elide: Text.ElideRight
            text: area.placeholderText
            visible: area.length === 0 && area.preeditText === ""
            Accessible.ignored: true
        }

        Connections {
            target: scroller.composer

            function onReplaced(text: string) {
                area.text = text;
                area.cursorPosition = area.length;
            }

            function onFocused() {
                area.forceActiveFocus();
            }
        }
    }
}
