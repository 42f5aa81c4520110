pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

Section {
    id: section

    required property ProxyList proxies

    // The next thing that is typed is the address of a proxy.
    function ask() {
        address.forceActiveFocus(Qt.TabFocusReason);
    }

    title: qsTr("Connection")

    Choice {
        width: parent.width
        on: section.proxies.direct
        text: qsTr("Directly")
        onClicked: section.proxies.goDirect()
    }

    Repeater {
        model: section.proxies.rows

        delegate: Item {
            id: proxy

            required property ProxyRow row

            width: section.width
            height: 52

            Choice {
                anchors.left: parent.left
                anchors.right: forget.left
                anchors.top: parent.top
                detail: proxy.row?.details ?? ""
                on: proxy.row?.inUse ?? false
                text: proxy.row?.name ?? ""
                onClicked: proxy.row.use()
            }

            IconButton {
                id: forget
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                iconName: "delete"
                label: qsTr("Forget %1").arg(proxy.row?.name ?? "")
                onClicked: proxy.row.remove()
            }
        }
    }

    Item {
        width: parent.width
        height: Math.max(add.height, address.height) + 8

        TextField {
            id: address
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.right: add.left
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            error: section.proxies.error
            font.pixelSize: Theme.fontPreview
            label: qsTr("Address of a proxy")
            placeholderText: qsTr("socks5://server:port or a proxy's link")
            onTextEdited: section.proxies.forgive()
            Keys.onEnterPressed: section.proxies.add(text)
            Keys.onReturnPressed: section.proxies.add(text)
        }

        TextButton {
            id: add
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Add and use")
            onClicked: section.proxies.add(address.text)
        }
    }

    PlainText {
        width: parent.width
        color: Theme.danger
        font.pixelSize: Theme.fontSection
        leftPadding: 12
        rightPadding: 12
        text: section.proxies.error
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    Connections {
        target: section.proxies

        function onAdded() {
            address.clear();
        }
    }
}
