import QtQuick
import QtQuick.Templates as T
import Theme

// A thin thumb that widens under the pointer.
T.ScrollBar {
    id: bar

    implicitWidth: orientation === Qt.Vertical ? 10 : 40
    implicitHeight: orientation === Qt.Vertical ? 40 : 10
    padding: 2
    minimumSize: 0.06
    hoverEnabled: true
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        color: bar.pressed ? Theme.textSecondary : Theme.outline
        opacity: bar.pressed || bar.hovered ? 0.9 : bar.active ? 0.55 : 0
        radius: 3

        Behavior on opacity {
            NumberAnimation { duration: Theme.durationPanel }
        }
    }
}
