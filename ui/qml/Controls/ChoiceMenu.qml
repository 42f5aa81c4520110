pragma ComponentBehavior: Bound
import QtQuick

// A menu of which one entry is chosen.
Menu {
    id: choiceMenu

    required property var choices
    required property int current
    signal chosen(int index)

    Instantiator {
        model: choiceMenu.choices
        onObjectAdded: (index, object) => choiceMenu.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => choiceMenu.removeItem(object as MenuItem)

        MenuItem {
            required property int index
            required property string modelData

            iconName: choiceMenu.current === index ? "check" : ""
            text: modelData
            onTriggered: choiceMenu.chosen(index)
        }
    }
}
