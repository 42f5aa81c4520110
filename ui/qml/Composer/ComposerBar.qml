pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Heliograph
import Theme

// The foot of the chat: what is answered, the field, and the button that sends.
FocusScope {
    id: bar

    required property Composer composer
    property real maximumHeight: 300
    readonly property bool writes: composer?.canWrite ?? false
    signal scrollAsked(bool toNewest)

    function takeFocus() {
        (line.item as ComposerLine)?.takeFocus();
    }

    implicitHeight: context.height + line.height + 1

    Rectangle {
        anchors.fill: parent
        color: Theme.surface

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.separator
        }
    }

    ContextBar {
        id: context
        y: 1
        width: parent.width
        height: implicitHeight
        composer: bar.composer
    }

    Loader {
        id: line
        anchors.bottom: parent.bottom
        focus: true
        width: parent.width
        sourceComponent: bar.writes ? writing : obstacle

        Component {
            id: writing

            ComposerLine {
                composer: bar.composer
                maximumHeight: bar.maximumHeight
                onAttachAsked: files.open()
                onScrollAsked: toNewest => bar.scrollAsked(toNewest)
            }
        }

        Component {
            id: obstacle

            ObstacleBar {
                composer: bar.composer
            }
        }
    }

    FileDialog {
        id: files
        fileMode: FileDialog.OpenFiles
        title: qsTr("Send files")
        onAccepted: bar.composer.attach(selectedFiles)
    }

    Loader {
        active: (bar.composer?.attachments ?? null) !== null

        sourceComponent: AttachDialog {
            attachments: bar.composer.attachments as Attachments
        }
    }
}
