import QtQuick
import Theme
import Controls

// The shape of every step: what it is about, its fields, what is wrong, what can be done. Scrolls where the window is low.
Flickable {
    id: step

    property string iconName: ""
    property string title: ""
    property string text: ""
    property string error: ""
    property real columnWidth: 360
    default property alias content: fields.data

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: Math.max(height, column.implicitHeight + 96)

    Column {
        id: column
        anchors.centerIn: parent
        width: Math.min(step.columnWidth, step.width - 48)
        spacing: 20

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 64
            height: 64
            color: Theme.accentSoft
            radius: 32
            visible: step.iconName !== ""

            Icon {
                anchors.centerIn: parent
                color: Theme.accent
                name: step.iconName
                size: 30
            }
        }

        Column {
            width: parent.width
            spacing: 8
            visible: step.title !== ""

            PlainText {
                width: parent.width
                font.pixelSize: Theme.fontHeading
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                text: step.title
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            PlainText {
                width: parent.width
                color: Theme.textSecondary
                font.pixelSize: Theme.fontMessage
                horizontalAlignment: Text.AlignHCenter
                lineHeight: Theme.lineHeight
                text: step.text
                visible: text !== ""
                wrapMode: Text.Wrap
            }
        }

        Column {
            id: fields
            width: parent.width
            spacing: 12
        }
    }

    ScrollBar {
        id: bar
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        orientation: Qt.Vertical
        policy: step.contentHeight > step.height + 1 ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff
        position: step.visibleArea.yPosition
        size: step.visibleArea.heightRatio
        onPositionChanged: {
            if (pressed)
                step.contentY = position * step.contentHeight;
        }
    }
}
