pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls
import Content

// An advertisement: what it is called, who speaks, the words, a picture, a way there. Up leads back to the messages.
Item {
    id: card

    required property Advertisement advertisement
    readonly property real columnWidth: Math.min(width - 24, Theme.messageColumn)
    readonly property real padding: 12
    readonly property bool hasPortrait: (advertisement?.portrait ?? null) !== null
    // Where the text ends, below which there is only the button.
    readonly property real textFoot: ground.y + column.y + words.y + words.height
    signal leftUp
    signal escaped

    implicitHeight: ground.height
    activeFocusOnTab: true
    Accessible.focusable: true
    Accessible.name: advertisement?.spoken ?? ""
    Accessible.role: Accessible.Link
    Accessible.onPressAction: card.advertisement.open()

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Up) {
            // The list is a focus scope, which would hand the focus back.
            card.focus = false;
            card.leftUp();
        } else if (event.key === Qt.Key_Escape) {
            card.focus = false;
            card.escaped();
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            card.advertisement.open();
        } else if (event.key === Qt.Key_Menu || event.key === Qt.Key_F10 && event.modifiers & Qt.ShiftModifier) {
            cardMenu.popup(card, ground.x + 24, Math.min(60, card.height));
        } else {
            // What other keys do, they do to messages; those that move go on to the view.
            event.accepted = event.text !== "" && event.text !== "\t" && !(event.modifiers & Qt.AltModifier);
        }
    }

    Rectangle {
        id: ground
        x: Math.round((card.width - card.columnWidth) / 2)
        width: Math.min(card.columnWidth - 40, 520)
        height: column.height + 2 * card.padding
        color: Theme.bubbleIn
        radius: Theme.radiusBubble

        FocusRing { shown: card.activeFocus }

        TapHandler {
            acceptedButtons: Qt.RightButton
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: eventPoint => cardMenu.popup(ground, eventPoint.position.x, eventPoint.position.y)
        }

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: card.advertisement.open()
        }

        HoverHandler {
            cursorShape: Qt.PointingHandCursor
        }

        Column {
            id: column
            x: card.padding
            y: card.padding
            width: parent.width - 2 * card.padding
            spacing: 6

            Item {
                width: parent.width
                height: 32

                Rectangle {
                    id: badge
                    anchors.verticalCenter: parent.verticalCenter
                    width: badgeText.implicitWidth + 14
                    height: 20
                    color: Theme.accentSoft
                    radius: 10

                    PlainText {
                        id: badgeText
                        anchors.centerIn: parent
                        color: Theme.accent
                        font.pixelSize: Theme.fontCaption
                        font.weight: Font.DemiBold
                        text: card.advertisement?.label ?? ""
                    }
                }

                PlainText {
                    anchors.left: badge.right
                    anchors.leftMargin: 8
                    anchors.right: more.left
                    anchors.rightMargin: 4
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.accent
                    elide: Text.ElideRight
                    font.pixelSize: Theme.fontTitle
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignLeft
                    maximumLineCount: 1
                    text: card.advertisement?.title ?? ""
                }

                IconButton {
                    id: more
                    anchors.right: parent.right
                    anchors.rightMargin: -4
                    anchors.verticalCenter: parent.verticalCenter
                    iconName: "more"
                    implicitHeight: 32
                    implicitWidth: 32
                    label: qsTr("More about this ad")
                    size: 18
                    onClicked: cardMenu.popup(more, 0, more.height)
                }
            }

            Loader {
                active: (card.advertisement?.picture ?? null) !== null
                visible: active
                width: parent.width

                sourceComponent: Picture {
                    height: Math.max(60, Math.min(280, Math.round(width * (source?.naturalHeight ?? 1) / (source?.naturalWidth ?? 1))))
                    radii: [6, 6, 6, 6]
                    source: card.advertisement?.picture ?? null
                    width: column.width
                    onOpened: card.advertisement.openPicture()
                }
            }

            Item {
                id: words
                width: parent.width
                height: Math.max(sentences.height, portrait.active ? 56 : 0)

                PlainText {
                    id: sentences
                    font.pixelSize: Theme.fontMessage
                    text: card.advertisement?.text ?? ""
                    width: parent.width - (portrait.active ? 68 : 0)
                    wrapMode: Text.Wrap
                }

                Loader {
                    id: portrait
                    anchors.right: parent.right
                    active: card.hasPortrait

                    sourceComponent: Picture {
                        width: 56
                        height: 56
                        radii: [28, 28, 28, 28]
                        source: card.advertisement?.portrait ?? null
                        onOpened: card.advertisement.openPicture()
                    }
                }
            }

            PlainText {
                color: Theme.textSecondary
                font.pixelSize: Theme.fontSection
                text: card.advertisement?.note ?? ""
                visible: text !== ""
                width: parent.width
                wrapMode: Text.Wrap
            }

            BubbleButton {
                iconName: "external"
                text: card.advertisement?.button ?? ""
                visible: text !== ""
                width: parent.width
                onClicked: card.advertisement.open()
            }
        }
    }

    Menu {
        id: cardMenu

        MenuItem {
            iconName: "external"
            shortcut: "Enter"
            text: card.advertisement?.button || qsTr("Open")
            onTriggered: card.advertisement.open()
        }

        MenuItem {
            iconName: "information"
            text: qsTr("What is this?")
            onTriggered: card.advertisement.tellAbout()
        }

        MenuItem {
            danger: true
            height: implicitHeight
            iconName: "warning"
            text: qsTr("Report or hide…")
            visible: card.advertisement?.canReport ?? false
            onTriggered: card.advertisement.report()
        }
    }
}
