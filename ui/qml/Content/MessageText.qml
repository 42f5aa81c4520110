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

    readonly property bool plain: row?.plain ?? false
    readonly property bool rightToLeft: row?.rightToLeft ?? false

    implicitWidth: plain ? Math.ceil(only.contentWidth) : many.implicitWidth
    // Emoji alone stand in one line, which is as high where the picture of a custom one comes later.
    readonly property int emojiLine: Math.round(only.font.pixelSize * 1.7)
    implicitHeight: emoji > 0 ? emojiLine : plain ? Math.ceil(only.implicitHeight) : many.implicitHeight

    FormattedText {
        id: only
        font.pixelSize: words.emoji === 0 ? Theme.fontMessage : Theme.fontEmoji + (words.emoji === 1 ? 12 : 0)
        horizontalAlignment: words.rightToLeft ? Text.AlignRight : Text.AlignLeft
        markup: words.plain ? words.row?.markup ?? "" : ""
        reserved: !words.plain || words.emoji > 0 || words.rightToLeft ? "" : words.reserved
        rich: words.plain && (words.row?.rich ?? false)
        visible: words.plain
        width: Math.min(implicitWidth, words.maximumWidth)
        y: words.emoji > 0 ? Math.round((words.emojiLine - implicitHeight) / 2) : 0
        x: words.rightToLeft ? Math.max(0, words.width - width) : 0
        onFollowed: reference => words.row.follow(reference)
    }

    Loader {
        id: many
        active: !words.plain
        visible: active

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
                            number: place.index
                            width: Math.max(implicitWidth, words.width)
                            onCopied: words.row.copyBlock(place.index)
                        }
                    }

                    Component {
                        id: quoteBlock
                        QuoteBlock {
                            block: place.modelData
                            maximumWidth: words.maximumWidth
                            number: place.index
                            width: Math.max(implicitWidth, words.width)
                            onFollowed: reference => words.row.follow(reference)
                        }
                    }

                    Component {
                        id: paragraph
                        FormattedText {
                            horizontalAlignment: place.modelData?.rightToLeft ? Text.AlignRight : Text.AlignLeft
                            markup: place.modelData?.markup ?? ""
                            number: place.index
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
