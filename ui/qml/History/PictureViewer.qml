pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// One photo over the window; arrows go to the next and the one before, Esc leaves.
T.Popup {
    id: popup

    required property Viewer viewer
    readonly property PictureContent picture: viewer?.picture ?? null
    readonly property FileItem file: picture?.picture ?? null
    readonly property real fit: Math.min(1.5, (width - 160) / (picture?.naturalWidth ?? 1), (height - 120) / (picture?.naturalHeight ?? 1))

    parent: T.Overlay.overlay
    width: parent?.width ?? 0
    height: parent?.height ?? 0
    closePolicy: T.Popup.CloseOnEscape
    focus: true
    modal: true
    visible: viewer?.open ?? false
    onClosed: popup.viewer.close()

    background: Rectangle {
        color: Theme.scrim

        Rectangle {
            anchors.fill: parent
            color: Theme.scrim
        }
    }

    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Photo by %1, %2").arg(popup.viewer?.title ?? "").arg(popup.viewer?.time ?? "")
        Keys.onLeftPressed: popup.viewer.showOlder()
        Keys.onRightPressed: popup.viewer.showNewer()

        MouseArea {
            anchors.fill: parent
            onClicked: popup.close()
        }

        Image {
            id: blurred
            anchors.centerIn: parent
            width: sharp.width
            height: sharp.height
            source: popup.picture?.miniature && sharp.status !== Image.Ready ? "image://picture/miniature/" + Math.round(width) + "x" + Math.round(height) + "/0-0-0-0/" + popup.picture.miniature : ""
            sourceSize: Qt.size(width, height)
        }

        Image {
            id: sharp
            anchors.centerIn: parent
            width: Math.max(1, Math.round((popup.picture?.naturalWidth ?? 1) * popup.fit))
            height: Math.max(1, Math.round((popup.picture?.naturalHeight ?? 1) * popup.fit))
            asynchronous: true
            source: popup.file?.key ? "image://picture/file/" + width + "x" + height + "/0-0-0-0/" + popup.file.key : ""
            sourceSize: Qt.size(width, height)
        }

        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            x: 16
            width: 48
            height: 48
            color: Theme.scrimInk
            hoverColor: Theme.accent
            iconName: "chevron-left"
            label: qsTr("The photo before")
            size: 28
            visible: popup.viewer?.hasOlder ?? false
            onClicked: popup.viewer.showOlder()
        }

        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            width: 48
            height: 48
            color: Theme.scrimInk
            hoverColor: Theme.accent
            iconName: "chevron-right"
            label: qsTr("The next photo")
            size: 28
            visible: popup.viewer?.hasNewer ?? false
            onClicked: popup.viewer.showNewer()
        }

        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: 16
            y: 12
            color: Theme.scrimInk
            hoverColor: Theme.accent
            iconName: "close"
            label: qsTr("Close")
            shortcut: "Esc"
            size: 24
            onClicked: popup.close()
        }

        PlainText {
            x: 24
            y: parent.height - 40
            color: Theme.scrimInk
            font.pixelSize: Theme.fontSection
            text: (popup.viewer?.title ?? "") + " · " + (popup.viewer?.time ?? "")
        }
    }
}
