pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Tasks with boxes to tick, who ticked them, and how many are done.
Bubble {
    id: message

    readonly property ChecklistContent list: row?.content as ChecklistContent

    metaPlace: "corner"
    wantedWidth: 320

    Column {
        width: message.innerWidth
        spacing: 4

        PlainText {
            width: parent.width
            font.weight: Font.DemiBold
            text: message.list?.title ?? ""
            wrapMode: Text.Wrap
        }

        PlainText {
            width: parent.width
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            text: message.list?.kicker ?? ""
        }

        Repeater {
            model: message.list?.items ?? []

            T.CheckBox {
                id: task
                required property ChecklistItem modelData

                width: message.innerWidth
                implicitHeight: words.height + (who.visible ? who.height : 0) + 12
                checked: modelData?.done ?? false
                enabled: modelData?.canTick ?? false
                focusPolicy: Qt.TabFocus
                hoverEnabled: true
                Accessible.name: words.text
                Accessible.role: Accessible.CheckBox
                onToggled: {
                    task.checked = Qt.binding(() => task.modelData?.done ?? false);
                    task.modelData.toggle();
                }

                indicator: Rectangle {
                    y: 7
                    width: 20
                    height: 20
                    border.color: task.checked ? Theme.accent : Theme.outline
                    border.width: 2
                    color: task.checked ? Theme.accent : "transparent"
                    radius: 10

                    Icon {
                        anchors.centerIn: parent
                        color: Theme.accentInk
                        name: "check"
                        size: 13
                        visible: task.checked
                    }

                    FocusRing { shown: task.visualFocus }
                }

                contentItem: Item {
                    PlainText {
                        id: words
                        x: 32
                        y: 6
                        width: parent.width - 32
                        color: task.checked ? Theme.textSecondary : Theme.text
                        font.pixelSize: Theme.fontPreview
                        font.strikeout: task.checked
                        text: task.modelData?.text ?? ""
                        wrapMode: Text.Wrap
                    }

                    PlainText {
                        id: who
                        x: 32
                        y: words.y + words.height
                        width: parent.width - 32
                        color: Theme.textSecondary
                        elide: Text.ElideRight
                        font.pixelSize: Theme.fontCaption
                        text: task.modelData?.who ?? ""
                        visible: text !== ""
                    }
                }
            }
        }

        PlainText {
            color: Theme.textSecondary
            elide: Text.ElideRight
            font.pixelSize: Theme.fontSection
            text: message.list?.note ?? ""
            width: parent.width - message.metaWidth - 8
        }
    }
}
