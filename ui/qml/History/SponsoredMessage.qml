pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// What stands below the newest message: in channels that have one, an advertisement; else a little room.
Item {
    id: foot

    property Advertisement advertisement: null
    property bool wanted: false
    readonly property bool shown: wanted && (advertisement?.shown ?? false)
    readonly property SponsoredCard card: content.item as SponsoredCard
    readonly property real room: 10
    // Leads back to the messages.
    signal leftUp
    signal escaped

    height: shown ? content.height + 2 * room : room

    Loader {
        id: content
        active: foot.shown
        y: foot.room
        width: foot.width
        height: (item as SponsoredCard)?.implicitHeight ?? 0

        sourceComponent: SponsoredCard {
            advertisement: foot.advertisement
            onEscaped: foot.escaped()
            onLeftUp: foot.leftUp()
        }
    }
}
