pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// When, how often seen, and how far it has come.
Row {
    id: meta

    required property MessageRow row
    property bool overPicture: false
    readonly property color ink: overPicture ? Theme.scrimInk : Theme.textSecondary
    readonly property string sending: row?.state ?? ""

    height: 16
    spacing: 3

    Loader {
        active: (meta.row?.views ?? "") !== ""
        anchors.verticalCenter: parent.verticalCenter
        visible: active

        sourceComponent: Row {
            spacing: 3

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
                text: meta.row?.views ?? ""
            }
        }
    }

    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        color: meta.ink
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontCaption
        text: meta.row ? (meta.row.edited ? qsTr("edited") + " " : "") + meta.row.time : ""
        Accessible.ignored: true
    }

    Loader {
        active: meta.sending !== ""
        anchors.verticalCenter: parent.verticalCenter
        visible: active

        sourceComponent: Icon {
            color: meta.sending === "failed" ? Theme.danger : meta.overPicture ? Theme.scrimInk : Theme.accent
            name: meta.sending === "failed" ? "failed" : meta.sending === "pending" ? "clock" : meta.sending === "read" ? "check-double" : "check"
            size: meta.sending === "pending" ? 12 : 15
        }
    }
}
