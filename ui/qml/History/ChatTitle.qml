import QtQuick
import Heliograph
import Theme
import Controls
import Content

// The line over the messages: who it is, and whether they are there.
Rectangle {
    id: title

    required property ChatHeader header
    property bool narrow: false
    signal back
    signal searchAsked
    signal infoAsked

    implicitHeight: Theme.headerHeight
    color: Theme.surface

    IconButton {
        id: backButton
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        iconName: "back"
        label: qsTr("Back to the chats")
        shortcut: "Esc"
        visible: title.narrow
        onClicked: title.back()
    }

    TapHandler {
        onTapped: title.infoAsked()
    }

    IconButton {
        id: about
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        iconName: "information"
        label: qsTr("About this chat")
        onClicked: title.infoAsked()
    }

    IconButton {
        id: search
        anchors.right: about.left
        anchors.verticalCenter: parent.verticalCenter
        iconName: "search"
        label: qsTr("Search in this chat")
        shortcut: "Ctrl+F"
        onClicked: title.searchAsked()
    }

    Avatar {
        id: picture
        x: title.narrow ? 48 : 16
        anchors.verticalCenter: parent.verticalCenter
        online: title.header?.online ?? false
        size: 38
        source: title.header?.avatar ?? null
    }

    Row {
        id: nameLine
        anchors.left: picture.right
        anchors.leftMargin: 12
        anchors.right: search.left
        anchors.rightMargin: 8
        spacing: 5
        y: title.header?.subtitle === "" ? 18 : 8

        PlainText {
            elide: Text.ElideRight
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            text: title.header?.title ?? ""
            width: Math.min(implicitWidth, nameLine.width - 44 - (chosen.visible ? 23 : 0))
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Image {
            id: chosen
            readonly property string address: title.header?.status ?? ""
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            source: address === "" ? "" : TextStyle.picture(address, Math.ceil(width * Screen.devicePixelRatio), Theme.accent)
            visible: address !== ""
            Accessible.ignored: true
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: title.header?.mark === "verified" ? Theme.accent : Theme.danger
            name: title.header?.mark === "verified" ? "verified" : title.header?.mark ? "warning" : ""
            size: 15
            visible: name !== ""
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "bell-off"
            size: 14
            visible: title.header?.muted ?? false
        }
    }

    PlainText {
        anchors.left: picture.right
        anchors.leftMargin: 12
        anchors.right: search.left
        anchors.rightMargin: 8
        y: 29
        color: title.header?.busy || title.header?.online ? Theme.accent : Theme.textSecondary
        elide: Text.ElideRight
        font.pixelSize: Theme.fontSection
        text: title.header?.subtitle ?? ""
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.separator
    }
}
