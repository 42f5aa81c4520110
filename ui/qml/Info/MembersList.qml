pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// Who is in a group, owners and administrators first; what is typed above finds names.
Item {
    id: members

    required property ChatInfo info

    TextField {
        id: field
        x: 16
        y: 8
        width: parent.width - 32
        font.pixelSize: Theme.fontPreview
        implicitHeight: 36
        label: qsTr("Search members")
        placeholderText: qsTr("Search members")
        onTextEdited: members.info.findMembers(text)
        Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
    }

    ListView {
        id: list
        anchors.bottom: parent.bottom
        anchors.top: field.bottom
        anchors.topMargin: 8
        width: parent.width
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        keyNavigationEnabled: true
        model: members.info?.members ?? null
        Accessible.name: qsTr("Members")
        Accessible.role: Accessible.List
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: (currentItem as Member)?.row.open()
        Keys.onEnterPressed: (currentItem as Member)?.row.open()

        delegate: Member {}
    }

    component Member: Item {
        id: member

        required property MemberRow row

        width: ListView.view?.width ?? 0
        height: 56
        Accessible.name: row?.spoken ?? ""
        Accessible.role: Accessible.ListItem
        Accessible.onPressAction: row.open()

        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: 8
            anchors.rightMargin: 8
            border.color: Theme.accent
            border.width: member.ListView.isCurrentItem && list.activeFocus ? Theme.focusRing : 0
            color: hover.hovered ? Theme.hover : "transparent"
            radius: Theme.radiusButton
        }

        Avatar {
            id: avatar
            anchors.verticalCenter: parent.verticalCenter
            x: 18
            size: 38
            source: member.row?.avatar ?? null
        }

        PlainText {
            anchors.left: avatar.right
            anchors.leftMargin: 10
            anchors.right: role.left
            anchors.rightMargin: 8
            y: 9
            elide: Text.ElideRight
            font.pixelSize: Theme.fontPreview
            font.weight: Font.DemiBold
            maximumLineCount: 1
            text: member.row?.name ?? ""
        }

        PlainText {
            anchors.left: avatar.right
            anchors.leftMargin: 10
            y: 30
            color: Theme.textSecondary
            font.pixelSize: Theme.fontCaption
            text: member.row?.about ?? ""
        }

        PlainText {
            id: role
            anchors.right: parent.right
            anchors.rightMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            font.pixelSize: Theme.fontCaption
            text: member.row?.role ?? ""
        }

        HoverHandler {
            id: hover
        }

        TapHandler {
            onTapped: member.row.open()
        }
    }
}
