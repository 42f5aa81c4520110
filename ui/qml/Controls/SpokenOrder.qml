import QtQuick
import Heliograph

// Keeps the rows of a list in their order for a screen reader: when the list has come to rest, or five times a second.
Timer {
    id: order

    required property ListView view

    interval: 200
    onTriggered: reading.arrange(order.view.contentItem, order.view.verticalLayoutDirection === ListView.BottomToTop)

    readonly property ReadingOrder reading: ReadingOrder {}
    readonly property Connections moves: Connections {
        target: order.view

        function onContentYChanged() {
            if (!order.running)
                order.start();
        }

        function onContentHeightChanged() {
            if (!order.running)
                order.start();
        }
    }
    // A row is made some time after the view has come to rest where it stands just beyond the edge.
    readonly property Connections rows: Connections {
        target: order.view.contentItem

        function onChildrenChanged() {
            if (!order.running)
                order.start();
        }
    }
    readonly property Connections changes: Connections {
        target: order.view.model
        ignoreUnknownSignals: true

        function onRowsMoved() {
            order.restart();
        }

        function onRowsInserted() {
            order.restart();
        }
    }
}
