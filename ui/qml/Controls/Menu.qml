pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Theme

// A context menu; its items are `MenuItem` and `MenuSeparator`.
T.Menu {
    id: menu

    readonly property real widest: {
        let width = 180;
        for (let index = 0; index < count; ++index)
            width = Math.max(width, itemAt(index).implicitWidth);
        return width;
    }

    implicitWidth: widest
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: 8
    overlap: 2
    topPadding: 5
    bottomPadding: 5
    delegate: MenuItem {}

    contentItem: ListView {
        clip: true
        currentIndex: menu.currentIndex
        implicitHeight: contentHeight
        interactive: contentHeight > height
        model: menu.contentModel
    }

    background: Item {
        Shadow {}

        Rectangle {
            anchors.fill: parent
            border.color: Theme.separator
            border.width: 1
            color: Theme.surfaceRaised
            radius: Theme.radiusCard
        }
    }

    // It goes at once: one that still fades away can't be opened anew, and takes clicks.
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.durationFast }
    }
}
