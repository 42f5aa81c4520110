pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// A question over the window. The safe answer has the focus; Esc means no; `accepted()` means yes.
T.Dialog {
    id: dialog

    property string text: ""
    property string acceptText: qsTr("OK")
    property string rejectText: qsTr("Cancel")
    property bool destructive: false
    property bool acceptEnabled: true
    // What has the keyboard once the dialogue stands.
    property Item beginning: destructive || !acceptEnabled ? reject : accept

    // Title, buttons and a margin: a long text leaves room for them.
    readonly property real outside: implicitHeaderHeight + implicitFooterHeight + topPadding + bottomPadding + 32

    // Moves a long text by some lines.
    function scroll(down: bool) {
        const step = (down ? 1 : -1) * 3 * Theme.fontPreview;
        scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height, scroller.contentY + step));
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(400, parent ? parent.width - 32 : 400)
    implicitHeight: implicitHeaderHeight + implicitFooterHeight + contentHeight + topPadding + bottomPadding
    contentHeight: message.visible ? Math.min(message.implicitHeight, (parent?.height ?? 0) - outside) : 0
    padding: 24
    topPadding: 10
    bottomPadding: 8
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: beginning.forceActiveFocus(Qt.TabFocusReason)

    header: PlainText {
        leftPadding: 24
        rightPadding: 24
        topPadding: 22
        font.pixelSize: Theme.fontDialog
        font.weight: Font.DemiBold
        text: dialog.title
        wrapMode: Text.Wrap
    }

    contentItem: Flickable {
        id: scroller
        objectName: "dialogText"
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: message.implicitHeight
        contentWidth: width
        interactive: contentHeight > height
        T.ScrollBar.vertical: ScrollBar {
            visible: scroller.interactive
        }

        PlainText {
            id: message
            width: scroller.width
            color: Theme.textSecondary
            font.pixelSize: Theme.fontPreview
            lineHeight: Theme.lineHeight
            text: dialog.text
            visible: dialog.text !== ""
            wrapMode: Text.Wrap
        }
    }

    footer: Item {
        implicitHeight: 68
        Keys.onUpPressed: dialog.scroll(false)
        Keys.onDownPressed: dialog.scroll(true)

        Row {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 14
            anchors.right: parent.right
            anchors.rightMargin: 16
            spacing: 8

            TextButton {
                id: reject
                text: dialog.rejectText
                visible: dialog.rejectText !== ""
                onClicked: dialog.reject()
            }

            TextButton {
                id: accept
                danger: dialog.destructive
                enabled: dialog.acceptEnabled
                text: dialog.acceptText
                onClicked: dialog.accept()
            }
        }
    }

    background: Item {
        Shadow { depth: 16 }

        Rectangle {
            anchors.fill: parent
            color: Theme.surfaceRaised
            radius: Theme.radiusCard + 4
        }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.durationPanel }
    }

    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.durationFast }
    }
}
