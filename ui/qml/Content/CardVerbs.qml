pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// What can be done with a card, one below the other.
Column {
    id: verbs

    required property CardContent card
    readonly property var shown: card?.verbs ?? []

    spacing: 4

    Kept {
        wanted: verbs.shown.length

        BubbleButton {
            id: verb
            required property int index
            readonly property CardVerb what: verbs.shown[index] ?? null

            width: verbs.width
            text: what?.label ?? ""
            visible: what !== null
            onClicked: verb.what.press()
        }
    }
}
