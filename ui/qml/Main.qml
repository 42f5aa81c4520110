pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme
import Controls

// The window: one page of the account, and what lies over every page.
Window {
    id: window

    required property ApplicationView application
    property bool maximizedLater: false
    readonly property bool maximized: visibility === Window.Maximized || visibility === Window.FullScreen

    // A page keeps the view model it was made for; a binding would hand it the next page's before it is gone.
    function show() {
        const shown = window.application.page;
        switch (shown.name) {
        case "signIn":
            page.setSource("SignIn/SignInPage.qml", { "application": window.application, "signIn": shown.view });
            break;
        case "credentials":
            page.setSource("SignIn/CredentialsPage.qml", { "application": window.application, "credentials": shown.view });
            break;
        case "chats":
            page.setSource("ChatsPage.qml", { "application": window.application, "chats": shown.view });
            break;
        case "loggingOut":
            page.setSource("SignIn/LoggingOutPage.qml", { "application": window.application, "loggingOut": shown.view });
            break;
        case "failed":
            page.setSource("SignIn/FailedPage.qml", { "application": window.application, "failure": shown.view });
            break;
        default:
            page.setSource("SignIn/StartingPage.qml", { "text": shown.text });
        }
    }

    function remember() {
        if (visible && visibility !== Window.Minimized)
            settled.restart();
    }

    width: application.place.width
    height: application.place.height
    minimumWidth: 360
    minimumHeight: 480
    color: Theme.surface
    title: "Heliograph"
    visible: !application.hidden
    onXChanged: remember()
    onYChanged: remember()
    onWidthChanged: remember()
    onHeightChanged: remember()
    onVisibilityChanged: remember()
    onVisibleChanged: {
        if (visible && maximizedLater) {
            maximizedLater = false;
            showMaximized();
        }
    }
    onActiveChanged: application.activate(active)
    onClosing: close => {
        close.accepted = false;
        window.hide();
        window.application.leaveWindow();
    }
    Component.onCompleted: {
        if (application.place.placed) {
            x = application.place.x;
            y = application.place.y;
        }
        maximizedLater = application.hidden && application.place.maximized;
        if (application.place.maximized && !application.hidden)
            showMaximized();
        show();
    }

    Binding { target: Theme; property: "dark"; value: window.application.appearance.dark }
    Binding { target: Theme; property: "highContrast"; value: window.application.appearance.highContrast }
    Binding { target: Theme; property: "reducedMotion"; value: window.application.appearance.reducedMotion }

    Connections {
        target: window.application

        function onSettingsChanged() {
            settings.follow();
        }

        function onToast(sentence: string) {
            toast.show(sentence);
        }
    }

    Connections {
        target: window.application.page

        function onChanged() {
            window.show();
        }
    }

    Timer {
        id: settled
        interval: 400
        onTriggered: window.application.place.moved(window.x, window.y, window.width, window.height, window.maximized)
    }

    Shortcut {
        sequence: "Ctrl+Q"
        context: Qt.ApplicationShortcut
        onActivated: {
            window.hide();
            window.application.quit();
        }
    }

    Shortcut {
        sequences: ["Ctrl+,", StandardKey.Preferences]
        context: Qt.ApplicationShortcut
        onActivated: window.application.openSettings()
    }

    // Its types come with the first time it is opened, its parts between the frames.
    Loader {
        id: settings
        asynchronous: true

        function follow() {
            if (window.application.settings === null)
                settings.source = "";
            else
                settings.setSource("Settings/SettingsPanel.qml", { "application": window.application, "settings": window.application.settings });
        }
    }

    Instantiator {
        model: 9

        Shortcut {
            required property int index

            sequence: "Ctrl+Shift+" + (index + 1)
            context: Qt.ApplicationShortcut
            onActivated: window.application.openAccount(index)
        }
    }

    Loader {
        id: page
        anchors.fill: parent
        focus: true
    }

    // Beside the frames: it comes while the first page is drawn.
    Loader {
        asynchronous: true

        readonly property QtObject crash: window.application.crashReport

        onCrashChanged: {
            if (crash !== null)
                setSource("CrashReportDialog.qml", { "crash": crash });
        }
    }

    // The dialogue is loaded with the first question that there is for it.
    Loader {
        id: question

        readonly property QuestionView asked: window.application.asking.question

        onAskedChanged: {
            if (asked !== null && source.toString() === "")
                setSource("Controls/QuestionDialog.qml", { "question": Qt.binding(() => asked) });
        }
    }

    Toast {
        id: toast
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.composerHeight + 16
        anchors.horizontalCenter: parent.horizontalCenter
        z: 10
    }
}
