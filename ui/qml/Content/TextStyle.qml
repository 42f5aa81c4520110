pragma Singleton
import QtQuick
import Theme

// The style sheet in front of our own markup, and what a line must reserve for the time that stands in it.
QtObject {
    id: style

    readonly property string links: "a{text-decoration:none;color:" + Theme.accent + "}"
    readonly property string wordSheet: "<style>" + links + "</style>"
    readonly property string sheet: "<style>" + links
        + ".c{font-family:monospace;color:" + Theme.accent + "}"
        + ".k{color:" + Theme.senderColor(2) + "}.q{color:" + Theme.senderColor(3) + "}.n{color:" + Theme.senderColor(1) + "}"
        + ".h{color:" + Theme.flashInk + ";background-color:" + Theme.flash + "}"
        + ".f{color:" + Theme.senderColor(5) + "}.m{color:" + Theme.textSecondary + "}"
        + ".s{color:" + Theme.textDisabled + ";background-color:" + Theme.textDisabled + "}</style>"
    readonly property FontMetrics metrics: FontMetrics {
        font.family: Theme.fontFamily
        font.pixelSize: Theme.fontMessage
    }
    readonly property real spaceWidth: metrics.advanceWidth("\u00a0")

    // The address of an emoji's picture (`emoji_picture.address`) as the image provider reads it, for a place of `side`.
    function picture(address: string, side: real, ink: color): string {
        return address.replace("@own", "image://emoji/-/" + side).replace("@ink", "image://emoji/" + String(ink).substring(1) + "/" + side);
    }

    // Markup with the places and addresses of its pictures. No letter of a peer can be taken for one: it has no quotation mark.
    function pictured(markup: string, place: real, side: real, ink: color): string {
        return markup.replace(/"@"/g, "\"" + place + "\"").replace(/"@(?:own|ink)/g, start => "\"" + style.picture(start.substring(1), side, ink));
    }

    // Each rule takes as long to read as a line of text: most words need but one.
    function sheetFor(markup: string): string {
        return /class="[^l]"/.test(markup) ? style.sheet : style.wordSheet;
    }

    // Spaces that do not break and are together as wide as `width`.
    function reserve(width: real): string {
        return width <= 0 ? "" : " " + "\u00a0".repeat(Math.ceil(width / style.spaceWidth));
    }
}
