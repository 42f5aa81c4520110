import QtQuick

// Makes what it loads when that is wanted for the first time and keeps it then, out of sight while it is not wanted: a
// delegate that shows one row after another would make and break its parts all the time.
Loader {
    required property bool wanted

    active: false
    visible: wanted
    onWantedChanged: if (wanted) active = true
}
