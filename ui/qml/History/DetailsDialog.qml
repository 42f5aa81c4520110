pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// When a message was written, changed and read, and by whom.
Dialog {
    id: dialog

    required property MessageDetails details
    readonly property int people: details?.witnesses.length ?? 0

    acceptText: ""
    contentHeight: sentences.implicitHeight + (people > 0 ? heading.height + Math.min(5, people) * 48 + 8 : 0)
    rejectText: qsTr("Close")
    title: qsTr("About this message")
    visible: true
    onRejected: dialog.details.close()

    contentItem: Item {
        Column {
            id: sentences
            width: parent.width
            spacing: 6

            Repeater {
                model: dialog.details?.lines ?? []

                PlainText {
                    required property string modelData
                    width: sentences.width
                    color: Theme.textSecondary
                    font.pixelSize: Theme.fontPreview
                    text: modelData
                    wrapMode: Text.Wrap
                    Accessible.name: modelData
                    Accessible.role: Accessible.StaticText
                }
            }
        }

        PlainText {
            id: heading
            anchors.top: sentences.bottom
            anchors.topMargin: 8
            height: text === "" ? 0 : 28
            color: Theme.textSecondary
            font.pixelSize: Theme.fontSection
            font.weight: Font.DemiBold
            text: dialog.details?.heading ?? ""
            verticalAlignment: Text.AlignVCenter
        }

        ListView {
            id: list
            anchors.bottom: parent.bottom
            anchors.top: heading.bottom
            width: parent.width
            activeFocusOnTab: count > 0
            clip: true
            model: dialog.details?.witnesses ?? []
            Accessible.name: heading.text
            Accessible.role: Accessible.List

            delegate: Item {
                id: witness
                required property WitnessRow modelData

                width: ListView.view.width
                height: 48
                Accessible.name: modelData.name + ", " + modelData.about + " " + modelData.emoji
                Accessible.role: Accessible.ListItem

                Avatar {
                    id: avatar
                    anchors.verticalCenter: parent.verticalCenter
                    size: 34
                    source: witness.modelData?.avatar ?? null
                }

                PlainText {
                    anchors.left: avatar.right
                    anchors.leftMargin: 10
                    y: 5
                    width: parent.width - 90
                    elide: Text.ElideRight
                    font.pixelSize: Theme.fontPreview
                    font.weight: Font.DemiBold
                    text: witness.modelData?.name ?? ""
                }

                PlainText {
                    anchors.left: avatar.right
                    anchors.leftMargin: 10
                    y: 25
                    color: Theme.textSecondary
                    font.pixelSize: Theme.fontCaption
                    text: witness.modelData?.about ?? ""
                }

                PlainText {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.fontHeading
                    text: witness.modelData?.emoji ?? ""
                }
            }
        }
    }
}
