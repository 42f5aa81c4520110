pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls
import Theme

// The folders as a strip that scrolls sideways; an underline marks the one that is shown.
ListView {
    id: tabs

    required property FolderStrip folders

    implicitHeight: 40
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    currentIndex: folders.current
    highlightMoveDuration: Theme.durationPanel
    leftMargin: 12
    model: folders.rows
    orientation: ListView.Horizontal
    rightMargin: 12
    Accessible.name: qsTr("Folders")
    Accessible.role: Accessible.PageTabList
    Keys.onLeftPressed: folders.step(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: folders.step(LayoutMirroring.enabled ? -1 : 1)

    // A strip that goes on fades out where it is cut.
    component Fade: Rectangle {
        id: fade

        property bool atStart: false

        z: 2
        width: 36
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(Theme.surface, fade.atStart ? 1 : 0) }
            GradientStop { position: 1; color: Qt.alpha(Theme.surface, fade.atStart ? 0 : 1) }
        }
    }

    Fade {
        anchors.left: parent?.left
        atStart: true
        height: tabs.height
        parent: tabs
        visible: !tabs.atXBeginning
    }

    Fade {
        anchors.right: parent?.right
        height: tabs.height
        parent: tabs
        visible: !tabs.atXEnd
    }

    WheelHandler {
        orientation: Qt.Vertical
        target: null
        onWheel: event => {
            const wanted = tabs.contentX - event.angleDelta.y;
            const end = tabs.originX + tabs.contentWidth + tabs.rightMargin - tabs.width;
            tabs.contentX = Math.max(tabs.originX - tabs.leftMargin, Math.min(wanted, end));
        }
    }

    delegate: Item {
        id: tab

        required property FolderRow row

        width: content.implicitWidth + 20
        height: tabs.height
        Accessible.focusable: true
        Accessible.name: row.spoken
        Accessible.role: Accessible.PageTab
        Accessible.selected: row.selected
        Accessible.onPressAction: row.choose()

        Rectangle {
            anchors.fill: parent
            anchors.bottomMargin: 4
            anchors.topMargin: 4
            border.color: Theme.accent
            border.width: tab.row.selected && tabs.activeFocus ? Theme.focusRing : 0
            color: hover.hovered ? Theme.hover : "transparent"
            radius: Theme.radiusButton
        }

        Row {
            id: content
            anchors.centerIn: parent
            spacing: 6

            PlainText {
                anchors.verticalCenter: parent.verticalCenter
                color: tab.row.selected ? Theme.accent : Theme.textSecondary
                font.pixelSize: Theme.fontSection
                font.weight: Font.DemiBold
                text: tab.row.name
            }

            Badge {
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: 18
                muted: tab.row.muted
                text: tab.row.unread
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.leftMargin: 10
            anchors.right: parent.right
            anchors.rightMargin: 10
            color: Theme.accent
            height: 3
            radius: 1.5
            visible: tab.row.selected
        }

        HoverHandler {
            id: hover
        }

        TapHandler {
            onTapped: tab.row.choose()
        }
    }
}
