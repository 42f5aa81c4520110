pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Heliograph
import Theme
import Controls

// The settings, over the window; Esc leaves them.
T.Popup {
    id: panel

    required property ApplicationView application
    required property SettingsView settings

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(560, parent ? parent.width - 24 : 560)
    height: Math.min(760, parent ? parent.height - 24 : 760)
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    Component.onCompleted: open()
    onOpened: ask()
    onClosed: application.closeSettings()

    function ask() {
        if (panel.settings.asksForProxy)
            (connection.item as ConnectionSection)?.ask();
    }

    contentItem: FocusScope {
        focus: true
        Accessible.name: qsTr("Settings")
        Accessible.role: Accessible.Dialog

        PlainText {
            id: title
            anchors.left: parent.left
            anchors.leftMargin: 24
            anchors.verticalCenter: close.verticalCenter
            font.pixelSize: Theme.fontDialog
            font.weight: Font.DemiBold
            text: qsTr("Settings")
        }

        IconButton {
            id: close
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.top: parent.top
            anchors.topMargin: 12
            focus: true
            iconName: "close"
            label: qsTr("Close the settings")
            shortcut: qsTr("Esc")
            onClicked: panel.close()
        }

        Flickable {
            id: page

            // What has the keyboard is in view.
            readonly property Item reached: Window.activeFocusItem

            function reveal() {
                let around = reached;
                while (around && around !== sections)
                    around = around.parent;
                if (!around)
                    return;
                const top = sections.mapFromItem(reached, 0, 0).y;
                if (top < contentY)
                    contentY = Math.max(0, top - 16);
                else if (top + reached.height > contentY + height)
                    contentY = Math.min(contentHeight - height, top + reached.height - height + 16);
            }

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: close.bottom
            anchors.topMargin: 4
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: sections.height + 12
            contentWidth: width
            onReachedChanged: reveal()
            T.ScrollBar.vertical: ScrollBar {}

            Column {
                id: sections
                x: 12
                width: page.width - 24

                AppearanceSection {
                    width: parent.width
                    application: panel.application
                }

                LanguageSection {
                    width: parent.width
                    preferences: panel.application.preferences
                }

                NotificationsSection {
                    width: parent.width
                    preferences: panel.application.preferences
                }

                StartSection {
                    width: parent.width
                    preferences: panel.application.preferences
                    settings: panel.settings
                }

                Loader {
                    id: connection
                    active: panel.settings.proxies !== null
                    width: parent.width
                    onLoaded: panel.ask()
                    sourceComponent: ConnectionSection {
                        proxies: panel.settings.proxies
                    }
                }

                StorageSection {
                    width: parent.width
                    settings: panel.settings
                    visible: panel.settings.signedIn
                }

                DevicesSection {
                    width: parent.width
                    settings: panel.settings
                    visible: panel.settings.signedIn
                }

                AboutSection {
                    width: parent.width
                    settings: panel.settings
                }
            }
        }
    }

    background: Item {
        Shadow { depth: 16 }

        Rectangle {
            anchors.fill: parent
            color: Theme.surfaceRaised
            radius: Theme.radiusCard + 4
        }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.durationPanel }
    }

    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.durationFast }
    }
}
