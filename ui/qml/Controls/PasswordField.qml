import QtQuick

// A secret with an eye that shows it.
TextField {
    id: field

    property bool revealed: false

    rightPadding: 50
    echoMode: revealed ? TextInput.Normal : TextInput.Password
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    passwordCharacter: "•"

    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 5
        anchors.verticalCenter: parent.verticalCenter
        iconName: field.revealed ? "eye-off" : "eye"
        label: field.revealed ? qsTr("Hide password") : qsTr("Show password")
        onClicked: field.revealed = !field.revealed
    }
}
