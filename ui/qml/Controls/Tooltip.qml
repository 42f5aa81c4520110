import QtQuick
import QtQuick.Templates as T
import Theme

// A few words beside the pointer's target, after it has rested there.
T.ToolTip {
    id: tooltip

    required property Item target

    parent: target
    visible: true
    delay: 600
    timeout: 6000
    x: Math.round((target.width - implicitWidth) / 2)
    y: target.height + 6
    margins: 6
    padding: 6
    leftPadding: 10
    rightPadding: 10
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: PlainText {
        color: Theme.surface
        font.pixelSize: Theme.fontCaption
        text: tooltip.text
    }

    background: Rectangle {
        color: Theme.text
        radius: Theme.radiusJoined
    }
}
