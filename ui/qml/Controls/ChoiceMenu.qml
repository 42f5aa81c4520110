pragma ComponentBehavior: Bound
import QtQuick

// A menu of which one entry is chosen.
Menu {
    id: menu

    required property var choices
    required property int current
    signal chosen(int index)

    Instantiator {
        model: menu.choices
        onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)

        MenuItem {
            required property int index
            required property string modelData

            iconName: menu.current === index ? "check" : ""
            text: modelData
            onTriggered: menu.chosen(index)
        }
    }
}
