pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme

// Words with what stands behind one of their links, above or below them.
Bubble {
    id: message

    readonly property LinkPreviewContent preview: row?.content as LinkPreviewContent
    readonly property bool above: preview?.aboveText ?? false
    readonly property real previewWidth: (over.item as LinkPreview)?.naturalWidth ?? (under.item as LinkPreview)?.naturalWidth ?? 0

    metaPlace: !above || (row?.endsInFrame ?? false) ? "below" : "inline"
    rightToLeft: row?.rightToLeft ?? false
    wantedWidth: Math.max(words.implicitWidth, Math.min(360, previewWidth))

    Column {
        width: message.innerWidth
        spacing: 6

        Loader {
            id: over
            active: message.above
            visible: active
            width: parent.width
            sourceComponent: shown
        }

        MessageText {
            id: words
            maximumWidth: message.maximumContent
            reserved: message.reserved
            row: message.row
            visible: message.row?.hasText ?? false
            width: message.innerWidth
        }

        Loader {
            id: under
            active: !message.above
            visible: active
            width: parent.width
            sourceComponent: shown
        }
    }

    Component {
        id: shown

        LinkPreview {
            ink: message.outgoing || !(message.row?.namesSender ?? false) ? Theme.accent : Theme.senderColor(message.row?.senderColor ?? 0)
            source: message.preview
            onOpened: message.row.open()
        }
    }
}
