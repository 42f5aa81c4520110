pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// Asks how files go: as photos or as files, and with which caption.
Dialog {
    id: dialog

    required property Attachments attachments

    acceptText: qsTr("Send")
    contentHeight: body.implicitHeight
    title: attachments?.title ?? ""
    visible: true
    onAccepted: dialog.attachments.send(caption.text)
    onRejected: dialog.attachments.cancel()
    onOpened: caption.forceActiveFocus()

    contentItem: Column {
        id: body
        spacing: 12

        ListView {
            width: parent.width
            height: Math.min(contentHeight, 240)
            clip: true
            interactive: contentHeight > height
            model: dialog.attachments?.lines ?? []
            spacing: 6

            delegate: Item {
                id: file
                required property var modelData

                width: ListView.view.width
                height: 48

                Rectangle {
                    width: 44
                    height: 44
                    color: Qt.alpha(Theme.accent, 0.14)
                    radius: Theme.radiusButton

                    Icon {
                        anchors.centerIn: parent
                        color: Theme.accent
                        name: "file"
                        size: 22
                    }

                    Image {
                        anchors.fill: parent
                        asynchronous: true
                        source: file.modelData.key === "" ? "" : "image://picture/file/44x44/8-8-8-8/" + file.modelData.key
                        sourceSize: Qt.size(44, 44)
                    }
                }

                PlainText {
                    x: 56
                    y: 4
                    width: parent.width - 56
                    elide: Text.ElideMiddle
                    font.pixelSize: Theme.fontPreview
                    font.weight: Font.DemiBold
                    text: file.modelData.name
                }

                PlainText {
                    x: 56
                    y: 24
                    color: Theme.textSecondary
                    font.pixelSize: Theme.fontSection
                    text: file.modelData.size
                }
            }
        }

        Row {
            spacing: 8
            visible: dialog.attachments?.mayBePhotos ?? false

            TextButton {
                enabled: !dialog.attachments?.asPhotos
                text: qsTr("As photos")
                onClicked: dialog.attachments.choose(true)
            }

            TextButton {
                enabled: dialog.attachments?.asPhotos ?? false
                text: qsTr("As files")
                onClicked: dialog.attachments.choose(false)
            }
        }

        TextField {
            id: caption
            width: parent.width
            label: qsTr("Caption")
            maximumLength: 1024
            placeholderText: qsTr("Caption")
            text: dialog.attachments?.caption ?? ""
            onAccepted: dialog.accept()
        }
    }
}
