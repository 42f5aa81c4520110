import QtQuick
import Theme

// Text that is never read as markup, in the theme's colour and size.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontMessage
    textFormat: Text.PlainText
}
