pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme

// The question of a view model, over the window until it is answered; a choice may widen what is done.
Dialog {
    id: dialog

    required property QuestionView question

    acceptText: question?.accept ?? ""
    contentHeight: words.implicitHeight + (also.visible ? also.height + 12 : 0)
    destructive: question?.destructive ?? true
    title: question?.title ?? ""
    onAccepted: question?.answerYes(also.checked)
    onRejected: question?.answerNo()
    onQuestionChanged: ask()
    Component.onCompleted: ask()

    function ask() {
        also.checked = false;
        dialog.visible = question !== null;
    }

    contentItem: Item {
        PlainText {
            id: words
            color: Theme.textSecondary
            font.pixelSize: Theme.fontPreview
            lineHeight: Theme.lineHeight
            text: dialog.question?.text ?? ""
            width: parent.width
            wrapMode: Text.Wrap
        }

        T.CheckBox {
            id: also
            anchors.bottom: parent.bottom
            height: 32
            text: dialog.question?.also ?? ""
            visible: text !== ""
            width: parent.width
            Accessible.name: text
            Accessible.role: Accessible.CheckBox

            indicator: Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                border.color: also.checked ? Theme.accent : Theme.outline
                border.width: 2
                color: also.checked ? Theme.accent : "transparent"
                height: 20
                radius: 5
                width: 20

                Icon {
                    anchors.centerIn: parent
                    color: Theme.accentInk
                    name: also.checked ? "check" : ""
                    size: 16
                }

                FocusRing {
                    radius: 8
                    shown: also.visualFocus
                }
            }

            contentItem: PlainText {
                elide: Text.ElideRight
                font.pixelSize: Theme.fontPreview
                leftPadding: 30
                text: also.text
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
