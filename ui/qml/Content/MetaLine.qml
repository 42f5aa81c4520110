pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// When, how often seen, and how far it has come; on a picture, with a ground of its own.
Rectangle {
    id: meta

    required property MessageRow row
    property bool overPicture: false
    readonly property color ink: overPicture ? Theme.scrimInk : Theme.textSecondary
    readonly property string sending: row?.state ?? ""
    readonly property string views: row?.views ?? ""
    readonly property real sidePadding: overPicture ? 6 : 0
    readonly property real spacing: 3

    width: time.x + time.width + (mark.wanted ? spacing + mark.width : 0) + sidePadding
    height: overPicture ? 20 : 16
    color: overPicture ? Theme.scrim : "transparent"
    radius: 10

    Once {
        id: seen
        anchors.verticalCenter: parent.verticalCenter
        wanted: meta.views !== ""
        x: meta.sidePadding

        sourceComponent: Row {
            spacing: meta.spacing

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: meta.ink
                name: "eye"
                size: 13
            }

            PlainText {
                color: meta.ink
                font.pixelSize: Theme.fontCaption
                rightPadding: 4
                text: meta.views
            }
        }
    }

    PlainText {
        id: time
        anchors.verticalCenter: parent.verticalCenter
        x: meta.sidePadding + (seen.wanted ? seen.width + meta.spacing : 0)
        color: meta.ink
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontCaption
        text: meta.row ? (meta.row.edited ? qsTr("edited") + " " : "") + meta.row.time : ""
        Accessible.ignored: true
    }

    Once {
        id: mark
        anchors.verticalCenter: parent.verticalCenter
        wanted: meta.sending !== ""
        x: time.x + time.width + meta.spacing

        sourceComponent: Icon {
            color: meta.sending === "failed" ? Theme.danger : meta.overPicture ? Theme.scrimInk : Theme.accent
            name: meta.sending === "failed" ? "failed" : meta.sending === "pending" ? "clock" : meta.sending === "read" ? "check-double" : "check"
            size: 15
        }
    }
}
