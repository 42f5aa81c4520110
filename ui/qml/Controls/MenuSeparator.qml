import QtQuick
import QtQuick.Templates as T
import Theme

// Space and a hairline between groups of verbs.
T.MenuSeparator {
    implicitWidth: 100
    implicitHeight: visible ? 9 : 0
    verticalPadding: 4

    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.separator
    }
}
