import QtQuick

// A secret with an eye that shows it.
TextField {
    id: field

    // What the eye shows, in a sentence.
    property string secret: qsTr("password")
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
        label: field.revealed ? qsTr("Hide %1").arg(field.secret) : qsTr("Show %1").arg(field.secret)
        onClicked: field.revealed = !field.revealed
    }
}
