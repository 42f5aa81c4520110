import QtQuick
import Theme

// A paragraph of a message: plain characters, or our own markup where `rich`.
Text {
    id: paragraph

    required property string markup
    required property bool rich
    property string reserved: ""
    // Which block of the message's text it is.
    property int number: 0
    // As much as a line has room for.
    readonly property int pictureSide: Math.round(font.pixelSize * 1.3)
    signal followed(string reference)

    color: Theme.text
    font.pixelSize: Theme.fontMessage
    text: rich ? TextStyle.sheetFor(markup) + TextStyle.pictured(markup, pictureSide, Math.ceil(pictureSide * Screen.devicePixelRatio), color) + reserved.replace(/\u00a0/g, "&nbsp;") : markup + reserved
    textFormat: rich ? Text.RichText : Text.PlainText
    wrapMode: Text.Wrap
    onLinkActivated: link => paragraph.followed(link)
    Accessible.ignored: true

    HoverHandler {
        cursorShape: paragraph.hoveredLink === "" ? Qt.ArrowCursor : Qt.PointingHandCursor
        enabled: paragraph.rich
    }
}
