pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// All about the person, group or channel: facts, then members and what was shared, in tabs.
FocusScope {
    id: panel

    required property ChatInfo info
    required property ChatHeader header
    // Members have the first tab, where there are any.
    readonly property int shift: info?.hasMembers ? 1 : 0
    readonly property var tabs: [...(shift ? [{ "name": qsTr("Members"), "count": "" }] : []), ...(info?.media.tabs ?? [])]
    property bool membersChosen: true
    readonly property bool showsMembers: shift === 1 && membersChosen
    signal closed

    function choose(index: int) {
        panel.membersChosen = index < panel.shift;
        if (!panel.membersChosen)
            panel.info.media.choose(index - panel.shift);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface

        Rectangle {
            width: 1
            height: parent.height
            color: Theme.separator
        }
    }

    IconButton {
        id: close
        anchors.right: parent.right
        anchors.rightMargin: 12
        y: 10
        focus: true
        iconName: "close"
        label: qsTr("Close")
        shortcut: "Esc"
        onClicked: panel.closed()
    }

    IconButton {
        anchors.right: close.left
        y: 10
        iconName: panel.info?.muted ? "bell-off" : "bell"
        label: panel.info?.muted ? qsTr("Unmute") : qsTr("Mute")
        onClicked: panel.info.toggleMute()
    }

    Avatar {
        id: picture
        anchors.horizontalCenter: parent.horizontalCenter
        y: 24
        size: 96
        source: panel.header?.avatar ?? null
    }

    PlainText {
        id: title
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: picture.bottom
        anchors.topMargin: 12
        width: parent.width - 48
        elide: Text.ElideRight
        font.pixelSize: Theme.fontDialog
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 2
        text: panel.header?.title ?? ""
        wrapMode: Text.Wrap
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    PlainText {
        id: subtitle
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: title.bottom
        anchors.topMargin: 2
        color: panel.header?.online ? Theme.accent : Theme.textSecondary
        font.pixelSize: Theme.fontSection
        text: panel.header?.subtitle ?? ""
    }

    Column {
        id: facts
        anchors.top: subtitle.bottom
        anchors.topMargin: 12
        width: parent.width

        Repeater {
            model: panel.info?.facts ?? []

            FactLine {
                required property var modelData
                fact: modelData
                width: facts.width
                onCopied: text => panel.info.copy(text)
            }
        }
    }

    ListView {
        id: strip
        anchors.top: facts.bottom
        anchors.topMargin: 8
        width: parent.width
        height: count > 0 ? 40 : 0
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: panel.showsMembers ? 0 : (panel.info?.media.current ?? -1) + panel.shift
        leftMargin: 12
        model: panel.tabs
        orientation: ListView.Horizontal
        rightMargin: 12
        Accessible.name: qsTr("Members and media")
        Accessible.role: Accessible.PageTabList
        Keys.onLeftPressed: panel.choose(Math.max(0, currentIndex - 1))
        Keys.onRightPressed: panel.choose(Math.min(count - 1, currentIndex + 1))

        delegate: Item {
            id: tab
            required property var modelData
            required property int index
            readonly property bool chosen: ListView.isCurrentItem

            width: words.implicitWidth + 20
            height: 40
            Accessible.name: `${modelData.name} ${modelData.count}`.trim()
            Accessible.role: Accessible.PageTab
            Accessible.selected: chosen
            Accessible.onPressAction: panel.choose(tab.index)

            PlainText {
                id: words
                anchors.centerIn: parent
                color: tab.chosen ? Theme.accent : Theme.textSecondary
                font.pixelSize: Theme.fontSection
                font.weight: Font.DemiBold
                text: tab.modelData.name + (tab.modelData.count === "" ? "" : " " + tab.modelData.count)
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: tab.chosen && strip.activeFocus ? 4 : 3
                color: Theme.accent
                radius: 1.5
                visible: tab.chosen
            }

            TapHandler {
                onTapped: panel.choose(tab.index)
            }
        }
    }

    Rectangle {
        anchors.top: strip.bottom
        width: parent.width
        height: 1
        color: Theme.separator
        visible: strip.count > 0
    }

    Loader {
        anchors.bottom: parent.bottom
        anchors.top: strip.bottom
        anchors.topMargin: 1
        width: parent.width
        sourceComponent: panel.showsMembers ? members : panel.info === null || panel.info.media.current < 0 ? null : panel.info.media.inGrid ? pictures : lines

        Component {
            id: members

            MembersList {
                info: panel.info
            }
        }

        Component {
            id: pictures

            MediaGrid {
                media: panel.info.media
            }
        }

        Component {
            id: lines

            MediaList {
                media: panel.info.media
            }
        }
    }
}
