pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A message with what every message has: author, bubble, headers, reactions, time. The content of its kind stands inside
// and says how wide it wants to be; `metaPlace` says where the time goes: "inline" in the text's last line, "over" on a
// picture, "corner" where the content leaves room for it, "below".
Rectangle {
    id: delegate

    required property MessageRow row
    required property int index
    property bool bare: false
    property bool edgeToEdge: false
    property real wantedWidth: 100
    property string metaPlace: "inline"
    property bool rightToLeft: false
    // Whether a long header makes the bubble wider. What is answered comes later than the message: where lines or pictures
    // would break anew at another width, the header takes the width there is.
    property bool widens: false
    default property alias content: body.data

    readonly property bool outgoing: row?.outgoing ?? false
    readonly property bool joinedAbove: row?.joinedAbove ?? false
    readonly property bool joinedBelow: row?.joinedBelow ?? false
    readonly property bool keepsAvatarSpace: row?.keepsAvatarSpace ?? false
    readonly property bool hasReactions: row?.hasReactions ?? false
    readonly property bool showsAvatar: row?.showsAvatar ?? false
    readonly property bool failedToShow: row?.kind === "unsupported" && metaPlace !== "inline"
    readonly property bool hasHeader: (row?.namesSender ?? false) || (row?.hasReply ?? false) || (row?.forwardedFrom ?? "") !== ""
    readonly property real columnWidth: Math.min(width - 24, Theme.messageColumn)
    readonly property real columnX: Math.round((width - columnWidth) / 2)
    readonly property real avatarSpace: keepsAvatarSpace ? Theme.avatarMessage + 8 : 0
    readonly property real maximumBubble: Math.min(columnWidth - avatarSpace - 40, 520)
    readonly property real sidePadding: edgeToEdge || bare ? 0 : 11
    readonly property real maximumContent: maximumBubble - 2 * sidePadding
    readonly property real innerWidth: Math.min(maximumContent, Math.ceil(Math.max(wantedWidth, widens ? headers.wantedWidth : headers.wanted ? leastHeader : 0,
        hasReactions ? reactionsLoader.naturalWidth + meta.width + 14 + 2 * reactionInset : 0, meta.width + (belowPicture || metaPlace === "over" ? 16 : 0), keyboard?.naturalWidth ?? 0)))
    readonly property real metaWidth: meta.width
    readonly property real reactionInset: edgeToEdge ? 11 : 0
    readonly property bool belowPicture: metaPlace === "below"
    readonly property bool metaStandsBelow: belowPicture && !hasReactions
        || metaPlace !== "over" && (hasReactions ? !reactionsLoader.leavesRoom : rightToLeft)
    readonly property real spacing: 4
    readonly property real leastHeader: 200
    readonly property string reserved: metaPlace === "inline" && !hasReactions && !rightToLeft ? TextStyle.reserve(meta.width + 4) : ""
    readonly property var radii: [
        joinedAbove && !outgoing ? Theme.radiusJoined : Theme.radiusBubble,
        joinedAbove && outgoing ? Theme.radiusJoined : Theme.radiusBubble,
        outgoing ? (joinedBelow ? Theme.radiusJoined : tailRadius) : Theme.radiusBubble,
        outgoing ? Theme.radiusBubble : (joinedBelow ? Theme.radiusJoined : tailRadius)
    ]
    // A picture at the foot has no tail, for that would be of another colour.
    readonly property bool pictureBelow: edgeToEdge && metaPlace === "over"
    readonly property real tailRadius: pictureBelow ? Theme.radiusBubble : 2
    readonly property real gap: joinedAbove ? 2 : 8
    readonly property InlineKeyboard keyboard: row?.keyboard ?? null
    readonly property real foot: gap + bubble.height

    // Waits for reuse, out of sight: nobody is to hear of it.
    property bool pooled: false

    width: ListView.view?.width ?? 0
    implicitHeight: foot + (keyboard === null ? 0 : keys.height + 4)
    height: implicitHeight
    visible: !pooled
    color: row?.selected ? Qt.alpha(Theme.accent, 0.14) : "transparent"
    ListView.onPooled: delegate.pooled = true
    ListView.onReused: delegate.pooled = false
    Accessible.ignored: delegate.pooled
    Accessible.role: Accessible.ListItem
    Accessible.name: row?.spoken ?? ""
    Accessible.focusable: true

    Once {
        wanted: delegate.showsAvatar
        x: delegate.columnX
        y: delegate.foot - Theme.avatarMessage

        sourceComponent: Avatar {
            ground: Theme.canvas
            size: Theme.avatarMessage
            source: delegate.showsAvatar ? delegate.row?.avatar ?? null : null

            TapHandler {
                onTapped: delegate.row.showAuthor()
            }
        }
    }

    Image {
        readonly property color ink: delegate.outgoing ? Theme.bubbleOut : Theme.bubbleIn
        readonly property bool shown: !delegate.bare && !delegate.joinedBelow && !delegate.pictureBelow

        x: delegate.outgoing ? bubble.x + bubble.width - 2 : bubble.x - 6
        y: delegate.foot - 10
        width: 8
        height: 10
        mirror: delegate.outgoing
        source: shown ? "image://icon/bubble-tail/" + String(ink).substring(1) : ""
        sourceSize: Qt.size(8, 10)
        visible: shown
    }

    Rectangle {
        id: bubble
        objectName: "bubble"

        readonly property real head: delegate.edgeToEdge || delegate.bare ? 0 : 6
        readonly property real foot: delegate.hasReactions ? reactionsLoader.y + reactionsLoader.height : body.y + body.height
        readonly property real bottomPadding: delegate.bare || delegate.edgeToEdge && !delegate.hasReactions ? 0 : 7

        x: delegate.outgoing ? delegate.columnX + delegate.columnWidth - width : delegate.columnX + delegate.avatarSpace
        y: delegate.gap
        width: delegate.innerWidth + 2 * delegate.sidePadding
        height: Math.max(33, foot + (delegate.metaStandsBelow ? delegate.spacing + 14 : 0) + bottomPadding)
        bottomLeftRadius: delegate.radii[3]
        bottomRightRadius: delegate.radii[2]
        color: delegate.bare ? "transparent" : delegate.outgoing ? Theme.bubbleOut : Theme.bubbleIn
        topLeftRadius: delegate.radii[0]
        topRightRadius: delegate.radii[1]

        Once {
            id: headers
            readonly property real wantedWidth: wanted ? (item as BubbleHeader)?.naturalWidth ?? 0 : 0
            wanted: (delegate.hasHeader || delegate.failedToShow) && !delegate.bare
            x: delegate.sidePadding
            y: bubble.head
            width: delegate.innerWidth

            sourceComponent: BubbleHeader {
                apology: delegate.failedToShow
                inset: delegate.edgeToEdge ? 11 : 0
                row: headers.wanted ? delegate.row : null
            }
        }

        Item {
            id: body
            readonly property Item first: children.length > 0 ? children[0] : null
            x: delegate.sidePadding
            y: headers.wanted ? headers.y + headers.height + delegate.spacing : bubble.head
            width: delegate.innerWidth
            height: first?.height ?? 0
        }

        Once {
            id: reactionsLoader
            readonly property real naturalWidth: wanted ? (item as Reactions)?.naturalWidth ?? 0 : 0
            readonly property bool leavesRoom: naturalWidth + meta.width + 14 <= width
            wanted: delegate.hasReactions
            x: delegate.sidePadding + delegate.reactionInset
            y: body.y + body.height + delegate.spacing
            width: delegate.innerWidth - 2 * delegate.reactionInset

            sourceComponent: Reactions {
                row: delegate.hasReactions ? delegate.row : null
            }
        }

        MetaLine {
            id: meta
            x: parent.width - width - (overPicture ? 6 : delegate.edgeToEdge ? 11 : Math.max(0, delegate.sidePadding - 2))
            y: parent.height - height - (overPicture ? 6 : 5)
            overPicture: delegate.metaPlace === "over"
            row: delegate.row
        }
    }

    Once {
        id: keys
        wanted: delegate.keyboard !== null
        x: bubble.x
        y: delegate.foot + 4
        width: bubble.width

        sourceComponent: InlineKeys {
            keyboard: delegate.keyboard
        }
    }

    Once {
        wanted: (delegate.row?.state ?? "") === "failed"
        x: bubble.x - 34
        y: delegate.foot - 32

        sourceComponent: IconButton {
            width: 32
            height: 32
            color: Theme.danger
            hoverColor: Theme.danger
            iconName: "failed"
            label: qsTr("Not sent: %1").arg(delegate.row?.failure ?? "")
            onClicked: delegate.row.showMenu()
        }
    }
}
