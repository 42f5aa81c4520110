pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme

// What the moderators of Telegram ask about a report: reasons to choose from, then perhaps words.
Dialog {
    id: dialog

    required property Reporting reporting
    readonly property bool asksText: reporting?.asksText ?? false

    acceptEnabled: dialog.asksText && (dialog.reporting.textOptional || words.text.trim() !== "")
    acceptText: dialog.asksText ? qsTr("Report") : ""
    // The question may come before the dialogue stands.
    beginning: dialog.asksText ? words : reasons
    contentHeight: dialog.asksText ? 52 : Math.min(360, reasons.contentHeight)
    title: reporting?.title ?? ""
    visible: true
    onAccepted: dialog.reporting.say(words.text)
    onRejected: dialog.reporting.cancel()

    contentItem: Item {
        TextField {
            id: words
            width: parent.width
            label: qsTr("What is wrong?")
            placeholderText: dialog.reporting?.textOptional ? qsTr("More, if you like") : qsTr("In a few words")
            visible: dialog.asksText
            onAccepted: if (dialog.acceptEnabled) dialog.accept()
            onVisibleChanged: if (visible) forceActiveFocus()
        }

        ListView {
            id: reasons
            anchors.fill: parent
            activeFocusOnTab: true
            clip: true
            focus: true
            keyNavigationEnabled: true
            model: dialog.reporting?.options ?? []
            visible: !dialog.asksText
            Accessible.name: dialog.title
            Accessible.role: Accessible.List
            onCountChanged: if (count > 0) forceActiveFocus(Qt.TabFocusReason)
            Keys.onReturnPressed: dialog.reporting.choose(currentIndex)
            Keys.onEnterPressed: dialog.reporting.choose(currentIndex)

            delegate: T.ItemDelegate {
                id: reason
                required property string modelData
                required property int index

                width: ListView.view.width
                height: 40
                hoverEnabled: true
                Accessible.name: reason.modelData
                onClicked: dialog.reporting.choose(reason.index)

                background: Rectangle {
                    border.color: Theme.accent
                    border.width: reason.ListView.isCurrentItem && reasons.activeFocus ? Theme.focusRing : 0
                    color: reason.hovered ? Theme.hover : "transparent"
                    radius: Theme.radiusButton
                }

                contentItem: PlainText {
                    elide: Text.ElideRight
                    font.pixelSize: Theme.fontPreview
                    leftPadding: 10
                    text: reason.modelData
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }
}
