import QtQuick

// The colours of one appearance; every token stands here once and has a value in each of the four palettes.
QtObject {
    required property color canvas
    required property color surface
    required property color surfaceRaised
    required property color field
    required property color hover
    required property color pressed
    required property color selected
    required property color bubbleIn
    required property color bubbleOut
    required property color text
    required property color textSecondary
    required property color textDisabled
    required property color accent
    required property color accentHover
    required property color accentPressed
    required property color accentSoft
    required property color accentInk
    required property color flash
    required property color flashInk
    required property color mutedBadge
    required property color mutedBadgeInk
    required property color danger
    required property color dangerHover
    required property color dangerInk
    required property color success
    required property color outline
    required property color separator
    required property color shadow
    required property color scrim
    required property color scrimInk
    required property list<color> senders
    required property list<color> avatars
}
