pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Controls

// The country and the number; either fills in the other.
StepColumn {
    id: page

    required property PhoneNumberView view

    iconName: "phone"
    title: qsTr("Your phone number")
    text: qsTr("Telegram sends a code to it.")
    Component.onCompleted: number.forceActiveFocus()
    Keys.onEscapePressed: page.view.useQrCode()

    CountryField {
        id: country
        width: parent?.width
        countries: page.view.countries
        country: page.view.country
        flag: page.view.flag
        onChosen: row => {
            page.view.choose(row);
            number.forceActiveFocus();
        }
    }

    TextField {
        id: number
        width: parent?.width
        enabled: !page.view.busy
        inputMethodHints: Qt.ImhDialableCharactersOnly
        invalid: page.view.error !== ""
        label: qsTr("Phone number")
        maximumLength: 32
        placeholderText: "+"
        text: page.view.number
        onAccepted: page.view.submit()
        onTextEdited: page.view.type(text)

        Connections {
            target: page.view

            // The sign before which the cursor stands keeps its place while spaces come and go.
            function onFormatted(formatted: string) {
                const typed = number.text.slice(0, number.cursorPosition).replace(/\D/g, "").length;
                const atEnd = number.cursorPosition === number.length;
                if (number.text === formatted)
                    return;
                number.text = formatted;
                let position = 0;
                for (let seen = 0; position < formatted.length && seen < typed; ++position)
                    seen += /\d/.test(formatted[position]) ? 1 : 0;
                number.cursorPosition = atEnd ? formatted.length : position;
            }
        }
    }

    ErrorText {
        width: parent?.width
        text: page.view.error
    }

    Button {
        width: parent?.width
        busy: page.view.busy
        enabled: !page.view.busy
        text: qsTr("Continue")
        onClicked: page.view.submit()
    }

    TextButton {
        anchors.horizontalCenter: parent?.horizontalCenter
        text: qsTr("Sign in by QR code")
        onClicked: page.view.useQrCode()
    }
}
