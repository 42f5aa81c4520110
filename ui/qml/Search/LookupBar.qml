pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// Stands over the chat's title while one looks for something in it: words, author, kind, day, and the steps through results.
FocusScope {
    id: bar

    required property Lookup lookup
    // Where the results have no place beside the messages, a button lays them over them.
    property bool listed: false
    property bool besides: true
    signal calendarAsked

    function choose(menu: Loader, button: Item) {
        menu.active = true;
        (menu.item as ChoiceMenu)?.popup(button, 0, button.height);
    }

    implicitHeight: Theme.headerHeight

    Connections {
        target: bar.lookup

        function onAsked() {
            field.forceActiveFocus(Qt.ShortcutFocusReason);
            field.selectAll();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    IconButton {
        id: close
        anchors.verticalCenter: parent.verticalCenter
        x: 12
        iconName: "back"
        label: qsTr("End the search")
        shortcut: "Esc"
        onClicked: bar.lookup.close()
    }

    TextField {
        id: field
        anchors.left: close.right
        anchors.leftMargin: 6
        anchors.right: count.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        focus: true
        font.pixelSize: Theme.fontPreview
        implicitHeight: 36
        label: qsTr("Search in this chat")
        placeholderText: qsTr("Search in this chat")
        text: bar.lookup?.query ?? ""
        onTextEdited: bar.lookup.find(text)
        Keys.onReturnPressed: event => bar.lookup.step(event.modifiers & Qt.ShiftModifier ? -1 : 1)
        Keys.onEnterPressed: event => bar.lookup.step(event.modifiers & Qt.ShiftModifier ? -1 : 1)
        Keys.onUpPressed: bar.lookup.step(1)
        Keys.onDownPressed: bar.lookup.step(-1)
    }

    PlainText {
        id: count
        anchors.right: buttons.left
        anchors.rightMargin: text === "" ? 0 : 6
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.textSecondary
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontCaption
        text: bar.lookup?.count ?? ""
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            enabled: bar.lookup?.count !== ""
            iconName: "chevron-up"
            label: qsTr("The result before, which is older")
            onClicked: bar.lookup.step(1)
        }

        IconButton {
            enabled: (bar.lookup?.current ?? 0) > 0
            iconName: "chevron-down"
            label: qsTr("The next result, which is newer")
            onClicked: bar.lookup.step(-1)
        }

        IconButton {
            color: bar.listed ? Theme.accent : Theme.textSecondary
            iconName: "menu"
            label: qsTr("All results")
            visible: !bar.besides && bar.lookup?.count !== ""
            onClicked: bar.listed = !bar.listed
        }

        IconButton {
            id: kind
            color: (bar.lookup?.kind ?? 0) > 0 ? Theme.accent : Theme.textSecondary
            iconName: "image"
            label: qsTr("Kind: %1").arg(bar.lookup?.kinds[bar.lookup.kind] ?? "")
            onClicked: bar.choose(kinds, kind)
        }

        IconButton {
            id: author
            color: bar.lookup?.author ? Theme.accent : Theme.textSecondary
            iconName: "person"
            label: bar.lookup?.author ? qsTr("By %1").arg(bar.lookup.author) : qsTr("By anybody")
            visible: (bar.lookup?.people.length ?? 0) > 0
            onClicked: bar.choose(people, author)
        }

        IconButton {
            color: bar.lookup?.day ? Theme.accent : Theme.textSecondary
            iconName: "clock"
            label: bar.lookup?.day ? bar.lookup.day : qsTr("Until a day")
            onClicked: bar.lookup.day ? bar.lookup.forgetDay() : bar.calendarAsked()
        }
    }

    // Made when they are asked for first.
    Loader {
        id: kinds
        active: false

        sourceComponent: ChoiceMenu {
            choices: bar.lookup.kinds
            current: bar.lookup.kind
            onChosen: index => bar.lookup.choose(index)
        }
    }

    Loader {
        id: people
        active: false

        sourceComponent: ChoiceMenu {
            choices: [qsTr("Anybody"), ...bar.lookup.people]
            current: Math.max(0, choices.indexOf(bar.lookup.author))
            onChosen: index => bar.lookup.by(index - 1)
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.separator
    }
}
