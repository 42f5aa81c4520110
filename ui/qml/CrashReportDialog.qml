pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// What an earlier start could not cope with. Nothing is sent; the person decides what becomes of the report.
Dialog {
    id: dialog

    required property CrashReport crash

    acceptText: qsTr("Close")
    contentHeight: words.implicitHeight + 12 + 180 + 8 + verbs.height
    rejectText: ""
    title: crash?.title ?? ""
    visible: true
    width: Math.min(560, parent ? parent.width - 32 : 560)

    contentItem: Item {
        PlainText {
            id: words
            width: parent.width
            color: Theme.textSecondary
            font.pixelSize: Theme.fontPreview
            lineHeight: Theme.lineHeight
            text: dialog.crash?.text ?? ""
            wrapMode: Text.Wrap
        }

        Rectangle {
            id: ground
            anchors.top: words.bottom
            anchors.topMargin: 12
            width: parent.width
            height: 180
            color: Theme.field
            radius: Theme.radiusButton

            Flickable {
                anchors.fill: parent
                anchors.margins: 10
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                contentHeight: report.implicitHeight

                TextEdit {
                    id: report
                    width: parent.width
                    color: Theme.textSecondary
                    font.family: Theme.fontMonospace
                    font.pixelSize: Theme.fontCaption
                    readOnly: true
                    selectByMouse: true
                    selectedTextColor: Theme.accentInk
                    selectionColor: Theme.accent
                    text: dialog.crash?.report ?? ""
                    textFormat: TextEdit.PlainText
                    wrapMode: TextEdit.WrapAnywhere
                    Accessible.name: qsTr("Report")
                    Accessible.readOnly: true
                    Accessible.role: Accessible.EditableText
                }
            }
        }

        Row {
            id: verbs
            anchors.top: ground.bottom
            anchors.topMargin: 8
            spacing: 4

            TextButton {
                text: qsTr("Copy")
                onClicked: dialog.crash.copy()
            }

            TextButton {
                text: qsTr("Show folder")
                onClicked: dialog.crash.showFolder()
            }

            TextButton {
                danger: true
                text: qsTr("Delete report")
                onClicked: {
                    dialog.crash.remove();
                    dialog.close();
                }
            }
        }
    }
}
