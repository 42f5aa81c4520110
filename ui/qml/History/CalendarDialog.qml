pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A month to choose a day from: arrows go through days and weeks, Page Up and Down through months.
Dialog {
    id: dialog

    required property JumpCalendar calendar

    acceptText: ""
    contentHeight: 330
    title: qsTr("Go to a day")
    visible: calendar?.open ?? false
    width: Math.min(360, parent ? parent.width - 32 : 360)
    onOpened: grid.forceActiveFocus(Qt.TabFocusReason)
    onRejected: dialog.calendar.close()

    contentItem: Item {
        IconButton {
            id: back
            enabled: dialog.calendar?.hasPrevious ?? false
            iconName: "chevron-left"
            label: qsTr("The month before")
            onClicked: dialog.calendar.step(-1)
        }

        PlainText {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.verticalCenter: back.verticalCenter
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            text: dialog.calendar?.title ?? ""
        }

        IconButton {
            anchors.right: parent.right
            enabled: dialog.calendar?.hasNext ?? false
            iconName: "chevron-right"
            label: qsTr("The next month")
            onClicked: dialog.calendar.step(1)
        }

        Row {
            id: names
            y: 44

            Repeater {
                model: dialog.calendar?.weekdays ?? []

                PlainText {
                    required property string modelData
                    width: grid.cell
                    color: Theme.textSecondary
                    font.pixelSize: Theme.fontCaption
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                }
            }
        }

        Grid {
            id: grid
            readonly property real cell: Math.floor(parent.width / 7)
            readonly property var days: dialog.calendar?.days ?? []
            readonly property int hovered: hover.hovered ? grid.at(hover.point.position) : -1

            function at(place: point): int {
                return Math.min(6, Math.floor(place.x / grid.cell)) + 7 * Math.floor(place.y / 42);
            }


            y: 68
            columns: 7
            activeFocusOnTab: true
            Accessible.focusable: true
            Accessible.name: grid.days[dialog.calendar?.current ?? 0]?.spoken ?? ""
            Accessible.role: Accessible.Cell
            Keys.onLeftPressed: dialog.calendar.move(-1)
            Keys.onRightPressed: dialog.calendar.move(1)
            Keys.onUpPressed: dialog.calendar.move(-7)
            Keys.onDownPressed: dialog.calendar.move(7)
            Keys.onReturnPressed: dialog.calendar.choose(dialog.calendar.current)
            Keys.onEnterPressed: dialog.calendar.choose(dialog.calendar.current)
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
                if (event.accepted)
                    dialog.calendar.step(event.key === Qt.Key_PageUp ? -1 : 1);
            }

            HoverHandler {
                id: hover
            }

            TapHandler {
                onTapped: eventPoint => dialog.calendar.choose(grid.at(eventPoint.position))
            }

            Repeater {
                model: 42

                Item {
                    id: day
                    required property int index
                    readonly property var facts: grid.days[index] ?? null
                    readonly property bool isCurrent: dialog.calendar?.current === index

                    width: grid.cell
                    height: 42
                    Accessible.name: facts?.spoken ?? ""
                    Accessible.role: Accessible.Button
                    Accessible.onPressAction: dialog.calendar.choose(day.index)

                    Rectangle {
                        anchors.centerIn: parent
                        width: 36
                        height: 36
                        border.color: Theme.accent
                        border.width: day.isCurrent && grid.activeFocus ? Theme.focusRing : 0
                        color: day.facts?.today ? Theme.selected : grid.hovered === day.index && day.facts?.enabled ? Theme.hover : "transparent"
                        radius: 18
                    }

                    PlainText {
                        anchors.centerIn: parent
                        color: day.facts?.enabled && day.facts?.inMonth ? Theme.text : Theme.textDisabled
                        font.features: { "tnum": 1 }
                        font.pixelSize: Theme.fontPreview
                        text: day.facts?.number ?? ""
                    }

                    Rectangle {
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: 6
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: 4
                        height: 4
                        color: Theme.accent
                        radius: 2
                        visible: day.facts?.marked ?? false
                    }
                }
            }
        }
    }
}
