import QtQuick
import Theme
import Controls

// A heading and the lines below it.
Column {
    id: section

    required property string title

    spacing: 2
    Accessible.name: title
    Accessible.role: Accessible.Grouping

    PlainText {
        bottomPadding: 4
        color: Theme.accent
        font.pixelSize: Theme.fontSection
        font.weight: Font.DemiBold
        leftPadding: 12
        text: section.title
        topPadding: 14
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }
}
