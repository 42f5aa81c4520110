import QtQuick

// A Repeater that keeps what it has made: a delegate that shows one row after another would make and break all of it
// with each row. An item hides itself while its index is not below `wanted`.
Repeater {
    required property int wanted

    model: 0
    onWantedChanged: if (wanted > count) model = wanted
}
