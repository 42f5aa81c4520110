pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// The number's country; opens a list that is searched by typing.
T.Button {
    id: field

    required property Countries countries
    required property string country
    required property string flag
    signal chosen(row: int)

    implicitHeight: 46
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Country: %1").arg(country === "" ? qsTr("not chosen") : country)
    Accessible.role: Accessible.ComboBox
    Keys.onReturnPressed: field.click()
    Keys.onDownPressed: field.click()
    onClicked: list.open()

    contentItem: Item {
        PlainText {
            anchors.left: parent.left
            anchors.leftMargin: 14
            anchors.right: arrow.left
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            color: field.country === "" ? Theme.textSecondary : Theme.text
            elide: Text.ElideRight
            text: field.country === "" ? qsTr("Country") : field.flag + "  " + field.country
        }

        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-down"
            size: 18
        }
    }

    background: Rectangle {
        border.color: field.activeFocus || list.visible ? Theme.accent : Theme.outline
        border.width: field.activeFocus || list.visible ? Theme.focusRing : 1
        color: field.hovered ? Theme.hover : Theme.field
        radius: Theme.radiusButton
    }

    T.Popup {
        id: list
        y: field.height + 6
        width: field.width
        height: 320
        margins: 12
        padding: 6
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        onOpened: {
            search.clear();
            field.countries.find("");
            search.forceActiveFocus();
        }
        onClosed: field.forceActiveFocus()

        background: Item {
            Shadow {}

            Rectangle {
                anchors.fill: parent
                border.color: Theme.separator
                color: Theme.surfaceRaised
                radius: Theme.radiusCard
            }
        }

        contentItem: Item {
            TextField {
                id: search
                width: parent.width
                implicitHeight: 38
                label: qsTr("Search for a country")
                placeholderText: qsTr("Country or code")
                onTextEdited: {
                    field.countries.find(text);
                    view.currentIndex = 0;
                }
                onAccepted: view.take(view.currentIndex)
                Keys.onDownPressed: view.incrementCurrentIndex()
                Keys.onUpPressed: view.decrementCurrentIndex()
            }

            ListView {
                id: view

                function take(row: int) {
                    if (row < 0 || row >= count)
                        return;
                    list.close();
                    field.chosen(row);
                }

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: search.bottom
                anchors.topMargin: 6
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: field.countries
                reuseItems: true
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Countries")

                delegate: T.ItemDelegate {
                    id: row

                    required property int index
                    required property string name
                    required property string callingCode
                    required property string flag

                    width: view.width
                    height: 38
                    hoverEnabled: true
                    Accessible.name: row.name + " +" + row.callingCode
                    Accessible.role: Accessible.ListItem
                    onClicked: view.take(row.index)

                    contentItem: Item {
                        PlainText {
                            anchors.left: parent.left
                            anchors.leftMargin: 8
                            anchors.right: code.left
                            anchors.rightMargin: 8
                            anchors.verticalCenter: parent.verticalCenter
                            elide: Text.ElideRight
                            font.pixelSize: Theme.fontPreview
                            text: row.flag + "  " + row.name
                        }

                        PlainText {
                            id: code
                            anchors.right: parent.right
                            anchors.rightMargin: 14
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.textSecondary
                            font.pixelSize: Theme.fontPreview
                            text: "+" + row.callingCode
                        }
                    }

                    background: Rectangle {
                        color: row.ListView.isCurrentItem ? Theme.selected : row.hovered ? Theme.hover : "transparent"
                        radius: Theme.radiusJoined
                    }
                }

                T.ScrollBar.vertical: ScrollBar {}

                PlainText {
                    anchors.centerIn: parent
                    color: Theme.textSecondary
                    font.pixelSize: Theme.fontPreview
                    text: qsTr("No such country")
                    visible: view.count === 0
                }
            }
        }
    }
}
