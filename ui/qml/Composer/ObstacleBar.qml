import QtQuick
import Heliograph
import Theme
import Controls

// Stands in the field's place where nothing can be written: why, and the way on.
Item {
    id: bar

    required property Composer composer

    implicitHeight: Theme.composerHeight

    Row {
        anchors.centerIn: parent
        spacing: 12

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.textSecondary
            font.pixelSize: Theme.fontPreview
            text: bar.composer?.reason ?? ""
            width: Math.min(implicitWidth, bar.width - (way.visible ? way.width + 44 : 32))
            wrapMode: Text.Wrap
        }

        TextButton {
            id: way
            anchors.verticalCenter: parent.verticalCenter
            text: bar.composer?.wayText ?? ""
            visible: text !== ""
            onClicked: bar.composer.takeWay()
        }
    }
}
