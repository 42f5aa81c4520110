import QtQuick
import QtQuick.Templates as T
import Theme

// A quieter verb: words alone, with a surface under the pointer.
T.Button {
    id: button

    property bool danger: false
    readonly property color ink: !enabled ? Theme.textDisabled : danger ? Theme.danger : Theme.accent

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: 36
    leftPadding: 12
    rightPadding: 12
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.fontPreview
    font.weight: Font.DemiBold
    Accessible.name: text
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    contentItem: PlainText {
        color: button.ink
        elide: Text.ElideRight
        font: button.font
        horizontalAlignment: Text.AlignHCenter
        text: button.text
        verticalAlignment: Text.AlignVCenter
    }

    background: Rectangle {
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : "transparent"
        radius: Theme.radiusButton

        FocusRing { shown: button.visualFocus }
    }
}
