import QtQuick
import Controls
import Theme

// How far the last message sent from here has come.
Icon {
    required property string ticks

    color: ticks === "failed" ? Theme.danger : ticks === "pending" ? Theme.outline : Theme.accent
    name: ticks === "pending" ? "clock" : ticks === "sent" ? "check" : ticks === "read" ? "check-double" : ticks === "failed" ? "failed" : ""
    size: ticks === "pending" ? 14 : 16
    visible: ticks !== ""
}
