pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// One answer of a poll: a mark to choose it by, or how many chose it.
T.AbstractButton {
    id: option

    required property PollAnswer answer
    required property bool showsResults
    required property bool canChoose
    required property bool several
    readonly property color tint: answer?.wrong ? Theme.danger : answer?.right ? Theme.success : Theme.accent
    readonly property bool marked: showsResults ? (answer?.chosen || answer?.right || answer?.wrong || false) : (answer?.ticked ?? false)

    implicitHeight: words.implicitHeight + 18
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.name: showsResults ? words.text + ", " + (answer?.percent ?? 0) + " %, " + (answer?.votes ?? "") : words.text
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checked: marked
    Keys.onReturnPressed: option.click()
    Keys.onEnterPressed: option.click()
    onClicked: option.answer.tap()

    background: Rectangle {
        color: option.hovered && option.canChoose ? Qt.alpha(Theme.accent, 0.08) : "transparent"
        radius: Theme.radiusJoined

        FocusRing { shown: option.visualFocus }
    }

    contentItem: Item {
        PlainText {
            y: 5
            width: 40
            color: option.tint
            font.features: { "tnum": 1 }
            font.pixelSize: Theme.fontSection
            font.weight: Font.DemiBold
            text: (option.answer?.percent ?? 0) + "%"
            visible: option.showsResults
        }

        Rectangle {
            x: 8
            y: 6
            width: 18
            height: 18
            border.color: option.marked ? Theme.accent : Theme.outline
            border.width: 2
            color: option.marked ? Theme.accent : "transparent"
            opacity: option.answer?.pending ? 0.5 : 1
            radius: option.several ? 4 : 9
            visible: !option.showsResults

            Icon {
                anchors.centerIn: parent
                color: Theme.accentInk
                name: "check"
                size: 12
                visible: option.marked
            }
        }

        PlainText {
            id: words
            x: 44
            y: 4
            width: parent.width - 66
            font.pixelSize: Theme.fontPreview
            text: option.answer?.text ?? ""
            wrapMode: Text.Wrap
        }

        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 2
            y: 6
            color: option.tint
            name: option.answer?.wrong ? "close" : "check"
            size: 15
            visible: option.showsResults && option.marked
        }

        Rectangle {
            x: 44
            y: parent.height - 6
            width: option.showsResults ? Math.max(4, (parent.width - 66) * (option.answer?.percent ?? 0) / 100) : parent.width - 44
            height: option.showsResults ? 4 : 1
            color: option.showsResults ? option.tint : Theme.separator
            radius: 2
        }
    }
}
