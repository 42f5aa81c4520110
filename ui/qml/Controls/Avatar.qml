pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme

// The round picture of a person or chat; letters on their colour until it is there, or for good. `online` adds a dot.
Item {
    id: avatar

    required property AvatarView source
    property int size: Theme.avatarSize
    property bool online: false
    property color ground: Theme.surface
    readonly property color base: Theme.avatarColor(source?.color ?? 0)

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Loader {
        anchors.fill: parent
        active: avatar.source === null || avatar.source.picture === "" || picture.status === Image.Error
        visible: active

        sourceComponent: Image {
            source: "image://disc/" + String(avatar.base).substring(1)
            sourceSize: Qt.size(avatar.size, avatar.size)

            PlainText {
                anchors.centerIn: parent
                color: Theme.avatarInk
                font.pixelSize: Math.round(avatar.size * 0.38)
                font.weight: Font.DemiBold
                text: avatar.source?.letters ?? ""
                visible: glyph.name === ""
                Accessible.ignored: true
            }

            Icon {
                id: glyph
                anchors.centerIn: parent
                color: Theme.avatarInk
                name: avatar.source?.glyph ?? ""
                size: Math.round(avatar.size * 0.48)
            }
        }
    }

    Image {
        id: picture
        anchors.fill: parent
        asynchronous: true
        source: avatar.source === null ? "" : avatar.source.picture
        sourceSize: Qt.size(avatar.size, avatar.size)
    }

    Loader {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        active: avatar.online
        visible: active

        sourceComponent: Rectangle {
            border.color: avatar.ground
            border.width: 2
            color: Theme.success
            height: width
            radius: width / 2
            width: Math.max(10, Math.round(avatar.size * 0.28))
        }
    }
}
