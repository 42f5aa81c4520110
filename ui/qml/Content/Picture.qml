pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// A picture at its known size: TDLib's few pixels first, then the picture itself.
Item {
    id: picture

    required property PictureContent source
    property var radii: [14, 14, 14, 14]
    property bool revealed: false
    // The message of an album that it is.
    property AlbumItem part: null
    readonly property FileItem file: source?.picture ?? null
    readonly property bool covered: (source?.covered ?? false) && !revealed
    readonly property string place: "/" + Math.round(width) + "x" + Math.round(height) + "/" + radii.join("-") + "/"
    // While a bubble takes its shape, size and corners change several times: a picture is asked for once they rest.
    property PictureContent settledSource: null
    property string settledPlace: ""
    property bool beginsBlurred: false
    readonly property bool settled: settledSource !== null && settledSource === source
    signal opened

    function settle() {
        if (picture.width <= 0)
            return;
        if (!picture.settled)
            picture.beginsBlurred = !picture.file?.key;
        picture.settledPlace = picture.place;
        picture.settledSource = picture.source;
    }

    Component.onCompleted: source?.wanted()
    onSourceChanged: {
        picture.revealed = false;
        source?.wanted();
        Qt.callLater(picture.settle);
    }
    onPlaceChanged: Qt.callLater(picture.settle)

    Rectangle {
        anchors.fill: parent
        bottomLeftRadius: picture.radii[3]
        bottomRightRadius: picture.radii[2]
        color: Qt.alpha(Theme.text, 0.08)
        topLeftRadius: picture.radii[0]
        topRightRadius: picture.radii[1]
        visible: sharp.status !== Image.Ready && blurred.status !== Image.Ready
    }

    Image {
        id: blurred
        anchors.fill: parent
        asynchronous: true
        source: visible && picture.settled && (picture.beginsBlurred || picture.covered) && picture.source?.miniature
            ? "image://picture/miniature" + picture.settledPlace + picture.source.miniature : ""
        sourceSize: Qt.size(picture.width, picture.height)
        visible: sharp.status !== Image.Ready || picture.covered
    }

    Image {
        id: sharp
        anchors.fill: parent
        asynchronous: true
        retainWhileLoading: true
        source: picture.settled && picture.file?.key && !picture.covered
            ? "image://picture/file" + picture.settledPlace + picture.file.key : ""
        sourceSize: Qt.size(picture.width, picture.height)
        visible: !picture.covered
    }

    Loader {
        active: picture.source?.plays ?? false
        anchors.centerIn: parent

        sourceComponent: Rectangle {
            width: 48
            height: 48
            color: Theme.scrim
            radius: 24

            Icon {
                anchors.centerIn: parent
                color: Theme.scrimInk
                name: "play"
                size: 24
            }
        }
    }

    Loader {
        active: picture.covered
        anchors.centerIn: parent

        sourceComponent: Icon {
            color: Theme.scrimInk
            name: "eye-off"
            size: 28
        }
    }

    Loader {
        active: (picture.source?.note ?? "") !== ""
        x: 8
        y: 8

        sourceComponent: Rectangle {
            width: note.implicitWidth + 14
            height: 22
            color: Theme.scrim
            radius: 11

            PlainText {
                id: note
                anchors.centerIn: parent
                color: Theme.scrimInk
                font.features: { "tnum": 1 }
                font.pixelSize: Theme.fontCaption
                text: picture.source?.note ?? ""
            }
        }
    }

    TransferRing {
        anchors.centerIn: parent
        file: picture.source?.media ?? null
    }

    PartMark {
        anchors.fill: parent
        part: picture.part
    }

    TapHandler {
        onTapped: picture.covered ? picture.revealed = true : picture.opened()
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
