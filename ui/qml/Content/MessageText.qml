pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme

// The text of a message or the caption of a picture: one paragraph, or blocks below each other.
Item {
    id: words

    required property MessageRow row
    property real maximumWidth: 400
    property string reserved: ""
    readonly property int emoji: row?.emoji ?? 0

    readonly property FormattedText paragraph: one.item as FormattedText

    implicitWidth: one.active ? Math.ceil(paragraph?.contentWidth ?? 0) : many.implicitWidth
    implicitHeight: one.active ? Math.ceil(paragraph?.implicitHeight ?? 0) : many.implicitHeight

    Loader {
        id: one
        active: words.row?.plain ?? false

        sourceComponent: FormattedText {
            font.pixelSize: words.emoji === 0 ? Theme.fontMessage : Theme.fontEmoji + (words.emoji === 1 ? 12 : 0)
            horizontalAlignment: words.row?.rightToLeft ? Text.AlignRight : Text.AlignLeft
            markup: words.row?.markup ?? ""
            reserved: words.emoji > 0 || words.row?.rightToLeft ? "" : words.reserved
            rich: words.row?.rich ?? false
            width: Math.min(implicitWidth, words.maximumWidth)
            x: words.row?.rightToLeft ? Math.max(0, words.width - width) : 0
            onFollowed: reference => words.row.follow(reference)
        }
    }

    Loader {
        id: many
        active: !one.active

        sourceComponent: Column {
            spacing: 4

            Repeater {
                model: words.row?.blocks ?? []

                Loader {
                    id: place
                    required property TextBlock modelData
                    required property int index
                    readonly property bool isLast: index === (words.row?.blocks.length ?? 0) - 1
                    sourceComponent: modelData?.kind === "code" ? codeBlock : modelData?.kind === "quote" ? quoteBlock : paragraph

                    Component {
                        id: codeBlock
                        CodeBlock {
                            block: place.modelData
                            maximumWidth: words.maximumWidth
                            width: Math.max(implicitWidth, words.width)
                            onCopied: words.row.copyBlock(place.index)
                        }
                    }

                    Component {
                        id: quoteBlock
                        QuoteBlock {
                            block: place.modelData
                            maximumWidth: words.maximumWidth
                            width: Math.max(implicitWidth, words.width)
                            onFollowed: reference => words.row.follow(reference)
                        }
                    }

                    Component {
                        id: paragraph
                        FormattedText {
                            horizontalAlignment: place.modelData?.rightToLeft ? Text.AlignRight : Text.AlignLeft
                            markup: place.modelData?.markup ?? ""
                            reserved: place.isLast ? words.reserved : ""
                            rich: place.modelData?.rich ?? false
                            width: Math.min(implicitWidth, words.maximumWidth)
                            onFollowed: reference => words.row.follow(reference)
                        }
                    }
                }
            }
        }
    }
}
