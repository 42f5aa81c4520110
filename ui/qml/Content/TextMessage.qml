import QtQuick

// Words alone; one to three emoji stand large and without a bubble.
Bubble {
    id: message

    bare: (row?.emoji ?? 0) > 0 && !(row?.hasReply ?? false) && (row?.forwardedFrom ?? "") === ""
    metaPlace: (row?.emoji ?? 0) > 0 || (row?.endsInFrame ?? false) ? "below" : "inline"
    rightToLeft: row?.rightToLeft ?? false
    widens: true
    wantedWidth: words.implicitWidth

    MessageText {
        id: words
        maximumWidth: message.maximumContent
        reserved: message.reserved
        row: message.row
        width: message.innerWidth
    }
}
