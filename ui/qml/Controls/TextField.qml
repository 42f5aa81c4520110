import QtQuick
import QtQuick.Templates as T
import Theme

// One line of text with its label above; `error` is a sentence that stands below the field.
T.TextField {
    id: field

    property string label: ""
    property string error: ""
    property bool invalid: error !== ""

    implicitWidth: 280
    implicitHeight: 46
    leftPadding: 14
    rightPadding: 14
    color: enabled ? Theme.text : Theme.textDisabled
    font.pixelSize: Theme.fontMessage
    placeholderTextColor: Theme.textSecondary
    selectByMouse: true
    selectedTextColor: Theme.accentInk
    selectionColor: Theme.accent
    verticalAlignment: TextInput.AlignVCenter
    Accessible.description: error
    Accessible.name: label === "" ? placeholderText : label
    Accessible.role: Accessible.EditableText

    PlainText {
        anchors.left: parent.left
        anchors.leftMargin: field.leftPadding
        anchors.right: parent.right
        anchors.rightMargin: field.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        color: field.placeholderTextColor
        elide: Text.ElideRight
        font: field.font
        horizontalAlignment: field.horizontalAlignment
        text: field.placeholderText
        visible: field.length === 0 && field.preeditText === ""
        Accessible.ignored: true
    }

    background: Rectangle {
        border.color: field.invalid ? Theme.danger : field.activeFocus ? Theme.accent : Theme.outline
        border.width: field.activeFocus || field.invalid ? Theme.focusRing : 1
        color: Theme.field
        radius: Theme.radiusButton
    }
}
