pragma Singleton
import QtQuick

// The tokens of the look. A colour, size, font or duration stands nowhere else.
// The window sets `dark`, `highContrast` and `reducedMotion`; everything follows by binding.
QtObject {
    id: theme

    property bool dark: false
    property bool highContrast: false
    property bool reducedMotion: false

    readonly property color canvas: shown.canvas
    readonly property color surface: shown.surface
    readonly property color surfaceRaised: shown.surfaceRaised
    readonly property color field: shown.field
    readonly property color hover: shown.hover
    readonly property color pressed: shown.pressed
    readonly property color selected: shown.selected
    readonly property color bubbleIn: shown.bubbleIn
    readonly property color bubbleOut: shown.bubbleOut
    readonly property color text: shown.text
    readonly property color textSecondary: shown.textSecondary
    readonly property color textDisabled: shown.textDisabled
    readonly property color accent: shown.accent
    readonly property color accentHover: shown.accentHover
    readonly property color accentPressed: shown.accentPressed
    readonly property color accentSoft: shown.accentSoft
    readonly property color accentInk: shown.accentInk
    readonly property color flash: shown.flash
    readonly property color flashInk: shown.flashInk
    readonly property color mutedBadge: shown.mutedBadge
    readonly property color mutedBadgeInk: shown.mutedBadgeInk
    readonly property color danger: shown.danger
    readonly property color dangerHover: shown.dangerHover
    readonly property color dangerInk: shown.dangerInk
    readonly property color success: shown.success
    readonly property color outline: shown.outline
    readonly property color separator: shown.separator
    readonly property color shadow: shown.shadow
    readonly property color scrim: shown.scrim
    readonly property color scrimInk: shown.scrimInk
    readonly property color avatarInk: "#FFFFFF"
    readonly property color codeDark: "#0B1214"
    readonly property color codeLight: "#FFFFFF"

    readonly property string fontFamily: Application.font.family
    readonly property string fontMonospace: "monospace"
    readonly property int fontCode: 22
    readonly property int fontHeading: 20
    readonly property int fontDialog: 18
    readonly property int fontMessage: 15
    readonly property int fontTitle: 15
    readonly property int fontPreview: 14
    readonly property int fontSection: 13
    readonly property int fontCaption: 12
    readonly property int fontEmoji: 40
    readonly property real lineHeight: 1.3

    readonly property int unit: 4
    readonly property int radiusBubble: 14
    readonly property int radiusJoined: 6
    readonly property int radiusCard: 10
    readonly property int radiusButton: 8
    readonly property int focusRing: 2
    readonly property int hitArea: 32

    readonly property int rowHeight: 68
    readonly property int avatarSize: 50
    readonly property int avatarMessage: 34
    readonly property int headerHeight: 56
    readonly property int composerHeight: 52
    readonly property int listWidth: 340
    readonly property int listWidthMinimum: 260
    readonly property int listWidthAvatars: 76
    readonly property int listWidthMaximum: 420
    readonly property int chatWidthMinimum: 400
    readonly property int sideWidth: 340
    readonly property int messageColumn: 720
    readonly property int narrowWindow: 600

    readonly property int durationFast: reducedMotion ? 0 : 120
    readonly property int durationPanel: reducedMotion ? 0 : 180
    // What takes longer is said.
    readonly property int patience: 2000

    readonly property LightColors light: LightColors {}
    readonly property DarkColors night: DarkColors {}
    readonly property LightContrastColors lightContrast: LightContrastColors {}
    readonly property DarkContrastColors nightContrast: DarkContrastColors {}
    readonly property Colors shown: highContrast ? (dark ? nightContrast : lightContrast) : (dark ? night : light)

    // TDLib's accent colour ids 0–6; others fall on one of them.
    function senderColor(index: int): color {
        return theme.shown.senders[Math.abs(index) % theme.shown.senders.length];
    }

    function avatarColor(index: int): color {
        return theme.shown.avatars[Math.abs(index) % theme.shown.avatars.length];
    }
}
