pragma ComponentBehavior: Bound
import QtQuick
import Heliograph
import Theme

// The sign-in: one step at a time.
Item {
    id: page

    required property SignIn signIn

    // A page keeps the view it was made for; a binding would hand it the next step's view before it is gone.
    function show() {
        step.setSource(page.signIn.page + ".qml", { "view": page.signIn.view });
    }

    Component.onCompleted: show()

    Connections {
        target: page.signIn

        function onStepChanged() {
            page.show();
        }
    }

    Loader {
        id: step
        anchors.fill: parent
        focus: true
        onLoaded: entrance.restart()

        transform: Translate { id: shift }

        ParallelAnimation {
            id: entrance

            NumberAnimation { target: step; property: "opacity"; from: 0; to: 1; duration: Theme.durationPanel; easing.type: Easing.OutCubic }
            NumberAnimation { target: shift; property: "y"; from: 8; to: 0; duration: Theme.durationPanel; easing.type: Easing.OutCubic }
        }
    }
}
