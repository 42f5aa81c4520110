pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// What can be done with the message under the pointer.
Menu {
    id: messageMenu

    required property MessageActions actions
    readonly property MessageMenu offers: actions?.menu ?? null
    required property Marking passage
    readonly property string words: passage?.words ?? ""

    Row {
        height: visible ? 44 : 0
        leftPadding: 8
        rightPadding: 8
        visible: messageMenu.offers?.canReact ?? false

        Repeater {
            model: ["👍", "❤️", "🔥", "😂", "😮", "😢"]

            T.Button {
                id: emoji
                required property string modelData

                width: 38
                height: 40
                hoverEnabled: true
                Accessible.name: qsTr("React with %1").arg(emoji.modelData)
                onClicked: {
                    messageMenu.actions.reactToIt(emoji.modelData);
                    messageMenu.close();
                }

                background: Rectangle {
                    color: emoji.hovered ? Theme.hover : "transparent"
                    radius: Theme.radiusButton
                }

                contentItem: PlainText {
                    font.pixelSize: Theme.fontHeading
                    horizontalAlignment: Text.AlignHCenter
                    text: emoji.modelData
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }

    component Verb: MenuItem {
        required property string verb

        height: visible ? implicitHeight : 0
        onTriggered: messageMenu.actions.doIt(verb)
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "copy"
        text: qsTr("Copy what is marked")
        visible: messageMenu.words !== ""
        onTriggered: messageMenu.passage.copy()
    }

    MenuItem {
        height: visible ? implicitHeight : 0
        iconName: "quote"
        text: qsTr("Quote what is marked")
        visible: messageMenu.words !== "" && (messageMenu.offers?.canQuote ?? false)
        onTriggered: messageMenu.passage.quote()
    }

    Verb {
        iconName: "refresh"
        text: qsTr("Send again")
        verb: "resend"
        visible: messageMenu.offers?.canResend ?? false
    }

    Verb {
        iconName: "edit"
        text: qsTr("Put text into the composer")
        verb: "takeBack"
        visible: messageMenu.offers?.failed ?? false
    }

    Verb {
        iconName: "reply"
        shortcut: "R"
        text: qsTr("Reply")
        verb: "reply"
        visible: messageMenu.offers?.canReply ?? false
    }

    Verb {
        iconName: "quote"
        shortcut: "Q"
        text: qsTr("Quote a part…")
        verb: "quote"
        visible: messageMenu.words === "" && (messageMenu.offers?.canQuote ?? false)
    }

    Verb {
        iconName: "edit"
        shortcut: "E"
        text: qsTr("Edit")
        verb: "edit"
        visible: messageMenu.offers?.canEdit ?? false
    }

    Verb {
        iconName: "copy"
        shortcut: "Ctrl+C"
        text: qsTr("Copy text")
        verb: "copy"
        visible: messageMenu.offers?.canCopy ?? false
    }

    Verb {
        iconName: "globe"
        shortcut: "T"
        text: qsTr("Translate")
        verb: "translate"
        visible: messageMenu.offers?.canTranslate ?? false
    }

    Verb {
        iconName: "link"
        text: qsTr("Copy link")
        verb: "link"
        visible: messageMenu.offers?.canCopyLink ?? false
    }

    Verb {
        iconName: "external"
        shortcut: "O"
        text: qsTr("Open")
        verb: "open"
        visible: messageMenu.offers?.canOpen ?? false
    }

    Verb {
        iconName: messageMenu.offers?.isPinned ? "unpin" : "pin"
        shortcut: "P"
        text: messageMenu.offers?.isPinned ? qsTr("Unpin") : qsTr("Pin…")
        verb: "pin"
        visible: messageMenu.offers?.canPin ?? false
    }

    Verb {
        iconName: "forward"
        shortcut: "F"
        text: messageMenu.offers?.isPart ? qsTr("Forward this one…") : qsTr("Forward…")
        verb: "forward"
        visible: messageMenu.offers?.canForward ?? false
    }

    Verb {
        iconName: "bookmark"
        text: qsTr("Save to Saved Messages")
        verb: "save"
        visible: messageMenu.offers?.canForward ?? false
    }

    Verb {
        iconName: "select"
        shortcut: qsTr("Space")
        text: messageMenu.offers?.isPart ? qsTr("Select this one") : qsTr("Select")
        verb: "select"
        visible: messageMenu.offers?.isSent ?? false
    }

    Verb {
        iconName: "information"
        shortcut: "I"
        text: qsTr("Details")
        verb: "details"
        visible: messageMenu.offers?.isSent ?? false
    }

    Instantiator {
        id: links
        model: messageMenu.offers?.links ?? []
        onObjectAdded: (index, object) => messageMenu.insertItem(messageMenu.count - 2, object as MenuItem)
        onObjectRemoved: (index, object) => messageMenu.removeItem(object as MenuItem)

        MenuItem {
            required property int index
            required property string modelData

            iconName: "link"
            text: modelData.length > 40 ? modelData.substring(0, 39) + "…" : modelData
            onTriggered: messageMenu.actions.followIt(index)
        }
    }

    Verb {
        danger: true
        iconName: "warning"
        text: qsTr("Report…")
        verb: "report"
        visible: messageMenu.offers?.canReport ?? false
    }

    Verb {
        danger: true
        iconName: "delete"
        shortcut: qsTr("Del")
        text: messageMenu.offers?.isPart ? qsTr("Delete this one…") : qsTr("Delete…")
        verb: "delete"
        visible: messageMenu.offers?.canDelete ?? false
    }
}
