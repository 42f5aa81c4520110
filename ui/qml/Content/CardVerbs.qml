pragma ComponentBehavior: Bound
import QtQuick
import Heliograph

// What can be done with a card, one below the other.
Column {
    id: verbs

    required property CardContent card

    spacing: 4

    Repeater {
        model: verbs.card?.verbs ?? []

        BubbleButton {
            id: verb
            required property CardVerb modelData

            width: verbs.width
            text: modelData?.label ?? ""
            onClicked: verb.modelData.press()
        }
    }
}
