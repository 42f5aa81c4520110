pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// One file: what it is, its name with the real extension, its size, and how far it has come.
Item {
    id: line

    required property FileContent held
    property real metaWidth: 0
    // The message of an album that it is.
    property AlbumItem part: null
    readonly property FileItem file: held?.file ?? null
    readonly property string progress: file?.state ?? "absent"
    readonly property string waveform: held?.waveform ?? ""
    readonly property real wantedWidth: Math.max(waveform === "" ? 220 : 264, name.implicitWidth + 60, size.implicitWidth + 74 + metaWidth)
    signal opened

    implicitHeight: 50
    Accessible.role: Accessible.Button
    Accessible.name: name.text + ", " + size.text
    Accessible.onPressAction: line.opened()

    Rectangle {
        y: 3
        width: 44
        height: 44
        color: Theme.accent
        radius: 22

        Icon {
            anchors.centerIn: parent
            color: Theme.accentInk
            name: line.progress === "absent" ? "download" : line.progress === "here" ? (line.held?.icon ?? "file") : "close"
            size: 22
        }

        Loader {
            active: line.progress === "downloading" || line.progress === "uploading"
            anchors.centerIn: parent

            sourceComponent: ProgressRing {
                color: Theme.accentInk
                size: 40
                value: line.file?.progress ?? -1
            }
        }
    }

    PlainText {
        id: name
        x: 54
        y: 5
        width: parent.width - 54
        elide: Text.ElideMiddle
        font.weight: Font.DemiBold
        font.pixelSize: Theme.fontPreview
        maximumLineCount: 1
        text: line.held?.title ?? ""
        visible: line.waveform === ""
    }

    Image {
        x: 54
        y: 2
        width: Math.max(1, Math.min(200, parent.width - 54))
        height: 22
        source: line.waveform === "" ? "" : "image://waveform/" + line.waveform + "/" + String(Theme.accent).substring(1)
        sourceSize: Qt.size(width, height)
        visible: line.waveform !== ""
        Accessible.ignored: true
    }

    PlainText {
        id: size
        x: 54
        y: 27
        width: parent.width - 54
        color: Theme.textSecondary
        elide: Text.ElideRight
        font.features: { "tnum": 1 }
        font.pixelSize: Theme.fontSection
        text: [line.held?.note ?? "", line.file?.size ?? ""].filter(part => part !== "").join(" · ")
    }

    PartMark {
        anchors.fill: parent
        part: line.part
    }

    TapHandler {
        onTapped: line.progress === "downloading" ? line.file.cancel() : line.opened()
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
