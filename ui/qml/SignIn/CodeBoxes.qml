pragma ComponentBehavior: Bound
import QtQuick
import Theme
import Controls

// A code of known length, one box a digit; says `completed` when the last is typed. One text field to screen readers.
FocusScope {
    id: boxes

    required property int length
    property bool invalid: false
    property alias text: input.text
    signal completed(code: string)
    signal edited

    implicitWidth: length * 48 + (length - 1) * 8
    implicitHeight: 56

    TextInput {
        id: input
        anchors.fill: parent
        color: "transparent"
        cursorDelegate: Item {}
        enabled: boxes.enabled
        focus: true
        font.pixelSize: Theme.fontMessage
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: boxes.length
        selectionColor: "transparent"
        validator: RegularExpressionValidator { regularExpression: /[0-9]*/ }
        Accessible.name: qsTr("Code of %1 digits").arg(boxes.length)
        Accessible.role: Accessible.EditableText
        onTextEdited: {
            boxes.edited();
            if (length === boxes.length)
                boxes.completed(text);
        }
    }

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 8

        Repeater {
            model: boxes.length

            Rectangle {
                id: box

                required property int index
                readonly property bool current: input.activeFocus && index === Math.min(input.length, boxes.length - 1)

                width: Math.min(48, (boxes.width - 8 * (boxes.length - 1)) / boxes.length)
                height: 56
                border.color: boxes.invalid ? Theme.danger : current ? Theme.accent : Theme.outline
                border.width: current || boxes.invalid ? Theme.focusRing : 1
                color: Theme.field
                radius: Theme.radiusButton

                PlainText {
                    anchors.centerIn: parent
                    color: boxes.enabled ? Theme.text : Theme.textDisabled
                    font.pixelSize: Theme.fontCode
                    font.weight: Font.DemiBold
                    text: input.text.charAt(box.index)
                }
            }
        }
    }
}
