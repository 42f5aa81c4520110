pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// The search box above the chats; in the archive its name and the way back.
Item {
    id: header

    required property ChatList list
    property bool narrow: false
    property string menuBadge: ""
    signal menuAsked(Item button)
    signal down
    signal accepted
    // The person has had enough of the search.
    signal leaving
    readonly property alias fieldFocused: field.activeFocus

    // All chats are searched, so the archive gives way to the field.
    function showField() {
        if (header.list.inArchive)
            header.list.leaveArchive();
    }

    function focusSearch() {
        header.showField();
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    function type(text: string) {
        header.showField();
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.insert(field.length, text);
    }

    implicitHeight: Theme.headerHeight

    IconButton {
        id: menu
        anchors.left: parent.left
        anchors.leftMargin: header.narrow ? Math.round((header.width - width) / 2) : 12
        anchors.verticalCenter: parent.verticalCenter
        iconName: header.list.inArchive ? "back" : "menu"
        label: header.list.inArchive ? qsTr("Back to all chats") : qsTr("Menu")
        Accessible.description: badge.visible ? qsTr("Unread in other accounts: %1").arg(header.menuBadge) : ""
        onClicked: header.list.inArchive ? header.list.leaveArchive() : header.menuAsked(menu)

        Badge {
            id: badge
            anchors.right: parent.right
            anchors.rightMargin: -6
            anchors.top: parent.top
            anchors.topMargin: -4
            height: 18
            text: header.list.inArchive ? "" : header.menuBadge
        }
    }

    PlainText {
        anchors.left: menu.right
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.fontTitle
        font.weight: Font.DemiBold
        text: qsTr("Archive")
        visible: header.list.inArchive && !header.narrow
    }

    TextField {
        id: field
        anchors.left: menu.right
        anchors.leftMargin: 8
        anchors.right: filter.left
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.fontPreview
        implicitHeight: 36
        label: qsTr("Search chats and messages")
        leftPadding: 36
        placeholderText: qsTr("Search")
        rightPadding: clear.visible ? 36 : 14
        text: header.list.search.query
        visible: !header.list.inArchive && !header.narrow
        onActiveFocusChanged: if (activeFocus) header.list.search.before.begin()
        onTextEdited: header.list.search.find(text)
        Keys.onDownPressed: header.down()
        Keys.onReturnPressed: header.accepted()
        Keys.onEnterPressed: header.accepted()
        Keys.onEscapePressed: event => {
            event.accepted = text !== "" || header.list.search.before.shown;
            if (text === "")
                header.leaving();
            field.clear();
            header.list.search.clear();
        }

        background: Rectangle {
            border.color: Theme.accent
            border.width: field.activeFocus ? Theme.focusRing : 0
            color: Theme.field
            radius: height / 2
        }

        Icon {
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            size: 16
        }

        IconButton {
            id: clear
            anchors.right: parent.right
            anchors.rightMargin: 2
            anchors.verticalCenter: parent.verticalCenter
            iconName: "close"
            implicitHeight: 32
            implicitWidth: 32
            label: qsTr("End the search")
            size: 16
            visible: field.length > 0
            onClicked: {
                field.clear();
                header.list.search.clear();
                field.forceActiveFocus();
            }
        }
    }

    IconButton {
        id: filter
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        color: header.list.arrangement.active ? Theme.accent : Theme.textSecondary
        hoverColor: header.list.arrangement.active ? Theme.accentHover : Theme.text
        iconName: "filter"
        label: qsTr("Order and filter")
        visible: !header.narrow
        Accessible.description: header.list.arrangement.active ? qsTr("Not all is as usual") : ""
        onClicked: arrangementMenu.popup(filter, filter.width - arrangementMenu.width, filter.height)

        background: Rectangle {
            color: filter.down ? Theme.pressed : header.list.arrangement.active ? Theme.accentSoft : filter.hovered ? Theme.hover : "transparent"
            radius: Theme.radiusButton

            FocusRing { shown: filter.visualFocus }
        }
    }

    ArrangementMenu {
        id: arrangementMenu
        arrangement: header.list.arrangement
    }
}
