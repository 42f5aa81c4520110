<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutSection</name>
  <message>
   <source>About</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>An unofficial client: it uses the Telegram API, and is not made or approved by Telegram.</source>
   <translation>Ein inoffizieller Client: Er nutzt die Telegram-API und ist weder von Telegram gemacht noch gebilligt.</translation>
  </message>
  <message>
   <source>Hide the licences</source>
   <translation>Lizenzen ausblenden</translation>
  </message>
  <message>
   <source>Licences of everything inside</source>
   <translation>Lizenzen von allem, was enthalten ist</translation>
  </message>
 </context>
 <context>
  <name>Account</name>
  <message numerus="yes">
   <source>%n unread messages</source>
   <translation>
    <numerusform>%n ungelesene Nachricht</numerusform>
    <numerusform>%n ungelesene Nachrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>%s is signed in here already.</source>
   <translation>%s ist hier schon angemeldet.</translation>
  </message>
  <message>
   <source>Back to your other account</source>
   <translation>Zurück zu deinem anderen Konto</translation>
  </message>
  <message>
   <source>Can't be opened</source>
   <translation>Lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>Logging out…</source>
   <translation>Abmeldung läuft…</translation>
  </message>
  <message>
   <source>New account</source>
   <translation>Neues Konto</translation>
  </message>
  <message>
   <source>Not signed in</source>
   <translation>Nicht angemeldet</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Startet…</translation>
  </message>
  <message>
   <source>Telegram can't be reached, so it still lists this computer among your devices. You can remove what is kept here now, and end the session later on another device, in Settings → Devices.</source>
   <translation>Telegram ist nicht erreichbar und führt diesen Computer deshalb noch unter deinen Geräten. Du kannst jetzt entfernen, was hier gespeichert ist, und die Sitzung später auf einem anderen Gerät beenden: Einstellungen → Geräte.</translation>
  </message>
  <message>
   <source>Telegram ended this session. Sign in again.</source>
   <translation>Telegram hat diese Sitzung beendet. Melde dich neu an.</translation>
  </message>
  <message>
   <source>Telegram's library had stopped and was started again. Nothing is lost.</source>
   <translation>Die Telegram-Bibliothek war stehen geblieben und wurde neu gestartet. Nichts ist verloren.</translation>
  </message>
  <message>
   <source>Telegram's library stopped and is being started again. Nothing is lost.</source>
   <translation>Die Telegram-Bibliothek ist stehen geblieben und wird neu gestartet. Nichts ist verloren.</translation>
  </message>
  <message>
   <source>This account has been deleted or banned.</source>
   <translation>Dieses Konto wurde gelöscht oder gesperrt.</translation>
  </message>
  <message>
   <source>This session was ended from another device. Sign in again.</source>
   <translation>Diese Sitzung wurde von einem anderen Gerät aus beendet. Melde dich neu an.</translation>
  </message>
  <message>
   <source>This session was ended. Cleaning up…</source>
   <translation>Diese Sitzung wurde beendet. Es wird aufgeräumt…</translation>
  </message>
  <message>
   <source>on the screen</source>
   <translation>wird angezeigt</translation>
  </message>
 </context>
 <context>
  <name>Advertising</name>
  <message>
   <source>About this ad</source>
   <translation>Über diese Anzeige</translation>
  </message>
  <message>
   <source>Ad</source>
   <translation>Anzeige</translation>
  </message>
  <message>
   <source>Ads are not shown to you any more.</source>
   <translation>Dir werden keine Anzeigen mehr gezeigt.</translation>
  </message>
  <message>
   <source>Only subscribers of Telegram Premium can hide ads.</source>
   <translation>Nur wer Telegram Premium abonniert hat, kann Anzeigen ausblenden.</translation>
  </message>
  <message>
   <source>Recommended</source>
   <translation>Empfohlen</translation>
  </message>
  <message>
   <source>Telegram places ads in large public channels, chosen by the subject of the channel and the same for all its readers. Every programme for Telegram has to show them. Heliograph does not choose them and earns nothing by them.</source>
   <translation>Telegram stellt Anzeigen in große öffentliche Kanäle, nach dem Thema des Kanals ausgesucht und für alle, die ihn lesen, dieselben. Jedes Programm für Telegram muss sie zeigen. Heliograph sucht sie nicht aus und verdient nichts daran.</translation>
  </message>
  <message>
   <source>Thank you. The moderators will look at it.</source>
   <translation>Danke. Die Moderatoren sehen es sich an.</translation>
  </message>
  <message>
   <source>This ad is no longer shown.</source>
   <translation>Diese Anzeige wird nicht mehr gezeigt.</translation>
  </message>
  <message>
   <source>{label}: {said}</source>
   <translation>{label}: {said}</translation>
  </message>
 </context>
 <context>
  <name>AppearanceSection</name>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Those of the system</source>
   <translation>Wie im System</translation>
  </message>
 </context>
 <context>
  <name>ArchiveHeader</name>
  <message>
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
 </context>
 <context>
  <name>ArrangementMenu</name>
  <message>
   <source>As usual</source>
   <translation>Wie sonst</translation>
  </message>
  <message>
   <source>Only unanswered</source>
   <translation>Nur Unbeantwortetes</translation>
  </message>
  <message>
   <source>Unread first</source>
   <translation>Ungelesenes zuerst</translation>
  </message>
 </context>
 <context>
  <name>AttachDialog</name>
  <message>
   <source>As files</source>
   <translation>Als Dateien</translation>
  </message>
  <message>
   <source>As photos</source>
   <translation>Als Fotos</translation>
  </message>
  <message>
   <source>Caption</source>
   <translation>Bildunterschrift</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
 </context>
 <context>
  <name>BeforeView</name>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Forget all that was found before</source>
   <translation>Alles früher Gefundene vergessen</translation>
  </message>
  <message>
   <source>Found before</source>
   <translation>Früher gefunden</translation>
  </message>
  <message>
   <source>Frequent contacts</source>
   <translation>Häufige Kontakte</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Remove from frequent</source>
   <translation>Aus den häufigen entfernen</translation>
  </message>
  <message>
   <source>Remove from recent</source>
   <translation>Aus den letzten entfernen</translation>
  </message>
 </context>
 <context>
  <name>Bots</name>
  <message numerus="yes">
   <source>%n winners were chosen {date}.</source>
   <translation>
    <numerusform>%n Gewinner wurde ermittelt: {date}.</numerusform>
    <numerusform>%n Gewinner wurden ermittelt: {date}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Added to your contacts.</source>
   <translation>Zu deinen Kontakten hinzugefügt.</translation>
  </message>
  <message>
   <source>Copied. Paste it in the chat where the bot shall answer.</source>
   <translation>Kopiert. Füge es in dem Chat ein, in dem der Bot antworten soll.</translation>
  </message>
  <message>
   <source>Heliograph can't share this with bots yet. Use another app for this button.</source>
   <translation>Heliograph kann das noch nicht mit Bots teilen. Nimm für diesen Knopf eine andere App.</translation>
  </message>
  <message>
   <source>It works once, for this account.</source>
   <translation>Er gilt einmal, für dieses Konto.</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>Verkaufen</translation>
  </message>
  <message>
   <source>Sell %s?</source>
   <translation>%s verkaufen?</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>Sign in at %s?</source>
   <translation>Bei %s anmelden?</translation>
  </message>
  <message>
   <source>The bot of this button has no name to write.</source>
   <translation>Der Bot dieses Knopfs hat keinen Namen, an den man schreiben kann.</translation>
  </message>
  <message>
   <source>The gift code was used.</source>
   <translation>Der Geschenkcode wurde eingelöst.</translation>
  </message>
  <message>
   <source>The gift is gone then.</source>
   <translation>Das Geschenk ist dann weg.</translation>
  </message>
  <message>
   <source>The giveaway was cancelled.</source>
   <translation>Die Verlosung wurde abgesagt.</translation>
  </message>
  <message>
   <source>The winners are being chosen.</source>
   <translation>Die Gewinner werden gerade ermittelt.</translation>
  </message>
  <message>
   <source>This button asks for your password. Heliograph doesn't give it to bots; use another app.</source>
   <translation>Dieser Knopf verlangt dein Passwort. Heliograph gibt es Bots nicht; nimm eine andere App.</translation>
  </message>
  <message>
   <source>This is your profile photo now.</source>
   <translation>Das ist jetzt dein Profilbild.</translation>
  </message>
  <message>
   <source>To take part, join all the chats that are named.</source>
   <translation>Um teilzunehmen, tritt allen genannten Chats bei.</translation>
  </message>
  <message>
   <source>Turn into Stars</source>
   <translation>In Sterne umwandeln</translation>
  </message>
  <message>
   <source>Turn this gift into %s?</source>
   <translation>Dieses Geschenk in %s umwandeln?</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Einlösen</translation>
  </message>
  <message>
   <source>Use this gift code?</source>
   <translation>Diesen Geschenkcode einlösen?</translation>
  </message>
  <message>
   <source>Web apps can't be opened in Heliograph. Use another app for this button.</source>
   <translation>Web-Apps lassen sich in Heliograph nicht öffnen. Nimm für diesen Knopf eine andere App.</translation>
  </message>
  <message>
   <source>You can't take part from your country.</source>
   <translation>Aus deinem Land kannst du nicht teilnehmen.</translation>
  </message>
  <message>
   <source>You can't take part: you are an administrator of one of the chats.</source>
   <translation>Du kannst nicht teilnehmen: Du verwaltest einen der Chats.</translation>
  </message>
  <message>
   <source>You can't take part: you joined before it began, {date}.</source>
   <translation>Du kannst nicht teilnehmen: Du bist schon vorher beigetreten, {date}.</translation>
  </message>
  <message>
   <source>You didn't win.</source>
   <translation>Du hast nicht gewonnen.</translation>
  </message>
  <message>
   <source>You get {price} and give the gift away.</source>
   <translation>Du bekommst {price} und gibst das Geschenk ab.</translation>
  </message>
  <message>
   <source>You got %s.</source>
   <translation>Du hast %s bekommen.</translation>
  </message>
  <message>
   <source>You take part.</source>
   <translation>Du nimmst teil.</translation>
  </message>
  <message>
   <source>You won.</source>
   <translation>Du hast gewonnen.</translation>
  </message>
  <message>
   <source>Your birthday was saved.</source>
   <translation>Dein Geburtstag wurde gespeichert.</translation>
  </message>
  <message>
   <source>{domain} learns your name, picture and username. {bot} runs it.</source>
   <translation>{domain} erfährt deinen Namen, dein Bild und deinen Benutzernamen. {bot} betreibt die Seite.</translation>
  </message>
 </context>
 <context>
  <name>Bubble</name>
  <message>
   <source>Not sent: %1</source>
   <translation>Nicht gesendet: %1</translation>
  </message>
 </context>
 <context>
  <name>BubbleHeader</name>
  <message>
   <source>Forwarded from %1</source>
   <translation>Weitergeleitet von %1</translation>
  </message>
 </context>
 <context>
  <name>Calendar</name>
  <message numerus="yes">
   <source>%n pictures, </source>
   <translation>
    <numerusform>%n Bild, </numerusform>
    <numerusform>%n Bilder, </numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CalendarDialog</name>
  <message>
   <source>Go to a day</source>
   <translation>Zu einem Tag springen</translation>
  </message>
  <message>
   <source>The month before</source>
   <translation>Der Monat davor</translation>
  </message>
  <message>
   <source>The next month</source>
   <translation>Der nächste Monat</translation>
  </message>
 </context>
 <context>
  <name>Calls</name>
  <message>
   <source>Call continued with more people</source>
   <translation>Anruf mit mehr Leuten fortgesetzt</translation>
  </message>
  <message>
   <source>Declined call</source>
   <translation>Abgelehnter Anruf</translation>
  </message>
  <message>
   <source>Declined video call</source>
   <translation>Abgelehnter Videoanruf</translation>
  </message>
  <message>
   <source>Group call</source>
   <translation>Gruppenanruf</translation>
  </message>
  <message>
   <source>Group call in progress</source>
   <translation>Laufender Gruppenanruf</translation>
  </message>
  <message>
   <source>Group video call</source>
   <translation>Gruppen-Videoanruf</translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Eingehender Anruf</translation>
  </message>
  <message>
   <source>Incoming video call</source>
   <translation>Eingehender Videoanruf</translation>
  </message>
  <message>
   <source>Missed call</source>
   <translation>Verpasster Anruf</translation>
  </message>
  <message>
   <source>Missed group call</source>
   <translation>Verpasster Gruppenanruf</translation>
  </message>
  <message>
   <source>Missed video call</source>
   <translation>Verpasster Videoanruf</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>Ausgehender Anruf</translation>
  </message>
  <message>
   <source>Outgoing video call</source>
   <translation>Ausgehender Videoanruf</translation>
  </message>
  <message>
   <source>Unanswered call</source>
   <translation>Nicht angenommener Anruf</translation>
  </message>
  <message>
   <source>Unanswered group call</source>
   <translation>Nicht angenommener Gruppenanruf</translation>
  </message>
  <message>
   <source>Unanswered video call</source>
   <translation>Nicht angenommener Videoanruf</translation>
  </message>
  <message>
   <source>{call}, {length}</source>
   <translation>{call}, {length}</translation>
  </message>
 </context>
 <context>
  <name>CardVerbs</name>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Add to contacts</source>
   <translation>Zu den Kontakten</translation>
  </message>
  <message>
   <source>Allow</source>
   <translation>Erlauben</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Hide from my profile</source>
   <translation>Im Profil verbergen</translation>
  </message>
  <message>
   <source>Learn more</source>
   <translation>Mehr erfahren</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Redeem</source>
   <translation>Einlösen</translation>
  </message>
  <message>
   <source>Show on my profile</source>
   <translation>Im Profil zeigen</translation>
  </message>
  <message>
   <source>Turn into Stars</source>
   <translation>In Sterne umwandeln</translation>
  </message>
  <message>
   <source>Use this birthday</source>
   <translation>Geburtstag übernehmen</translation>
  </message>
  <message>
   <source>Use this photo</source>
   <translation>Foto übernehmen</translation>
  </message>
 </context>
 <context>
  <name>Cards</name>
  <message numerus="yes">
   <source>%n others</source>
   <translation>
    <numerusform>%n weiterer</numerusform>
    <numerusform>%n weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n participants</source>
   <translation>
    <numerusform>%n Teilnehmer</numerusform>
    <numerusform>%n Teilnehmer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n winners</source>
   <translation>
    <numerusform>%n Gewinner</numerusform>
    <numerusform>%n Gewinner</numerusform>
   </translation>
  </message>
  <message>
   <source>%s is rolling</source>
   <translation>%s rollt</translation>
  </message>
  <message>
   <source>Also: {prize}</source>
   <translation>Außerdem: {prize}</translation>
  </message>
  <message>
   <source>Backdrop</source>
   <translation>Hintergrund</translation>
  </message>
  <message>
   <source>Can be turned into %s</source>
   <translation>Umwandelbar in %s</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>Checkliste</translation>
  </message>
  <message>
   <source>Checklist for all</source>
   <translation>Checkliste für alle</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>For all members of {chats}</source>
   <translation>Für alle Mitglieder von {chats}</translation>
  </message>
  <message>
   <source>For those who join {chats} now</source>
   <translation>Für alle, die jetzt {chats} beitreten</translation>
  </message>
  <message>
   <source>Game</source>
   <translation>Spiel</translation>
  </message>
  <message>
   <source>Giveaway</source>
   <translation>Verlosung</translation>
  </message>
  <message>
   <source>Heliograph can't pay yet. Do this in another app.</source>
   <translation>Heliograph kann noch nicht bezahlen. Nimm dafür eine andere App.</translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Eingehender Anruf</translation>
  </message>
  <message>
   <source>Incoming group call</source>
   <translation>Eingehender Gruppenanruf</translation>
  </message>
  <message>
   <source>Incoming video call</source>
   <translation>Eingehender Videoanruf</translation>
  </message>
  <message>
   <source>Incoming video group call</source>
   <translation>Eingehender Gruppen-Videoanruf</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Live location</source>
   <translation>Live-Standort</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Standort</translation>
  </message>
  <message>
   <source>Missed</source>
   <translation>Verpasst</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>No longer shared</source>
   <translation>Nicht mehr geteilt</translation>
  </message>
  <message>
   <source>Number {number} of {whole}</source>
   <translation>Nummer {number} von {whole}</translation>
  </message>
  <message>
   <source>Only from {countries}</source>
   <translation>Nur aus {countries}</translation>
  </message>
  <message>
   <source>Outgoing call</source>
   <translation>Ausgehender Anruf</translation>
  </message>
  <message>
   <source>Outgoing group call</source>
   <translation>Ausgehender Gruppenanruf</translation>
  </message>
  <message>
   <source>Outgoing video call</source>
   <translation>Ausgehender Videoanruf</translation>
  </message>
  <message>
   <source>Outgoing video group call</source>
   <translation>Ausgehender Gruppen-Videoanruf</translation>
  </message>
  <message>
   <source>Paid %s</source>
   <translation>Bezahlt: %s</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>Erstattet</translation>
  </message>
  <message>
   <source>Shared for another %s</source>
   <translation>Noch für %s geteilt</translation>
  </message>
  <message>
   <source>Shown on the profile</source>
   <translation>Im Profil zu sehen</translation>
  </message>
  <message>
   <source>Stories can't be watched in Heliograph yet.</source>
   <translation>Storys lassen sich in Heliograph noch nicht ansehen.</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Story</translation>
  </message>
  <message>
   <source>Symbol</source>
   <translation>Symbol</translation>
  </message>
  <message>
   <source>Turned into Stars</source>
   <translation>In Sterne umgewandelt</translation>
  </message>
  <message>
   <source>Under way, {people}</source>
   <translation>Läuft, {people}</translation>
  </message>
  <message>
   <source>Unlock for %s</source>
   <translation>Für %s freischalten</translation>
  </message>
  <message>
   <source>Until %s</source>
   <translation>Bis %s</translation>
  </message>
  <message>
   <source>Updated {when}, {left} left</source>
   <translation>Aktualisiert {when}, noch {left}</translation>
  </message>
  <message>
   <source>Upgraded to a collectible</source>
   <translation>Zum Sammlerstück aufgewertet</translation>
  </message>
  <message>
   <source>Winners are chosen %s</source>
   <translation>Gewinner werden ermittelt: %s</translation>
  </message>
  <message>
   <source>Winners of the giveaway</source>
   <translation>Gewinner der Verlosung</translation>
  </message>
  <message>
   <source>{chat} and {others}</source>
   <translation>{chat} und {others}</translation>
  </message>
  <message>
   <source>{done} of {number} done</source>
   <translation>{done} von {number} erledigt</translation>
  </message>
  <message>
   <source>{emoji} landed on {value}</source>
   <translation>{emoji} zeigt {value}</translation>
  </message>
  <message>
   <source>{kind}, a test</source>
   <translation>{kind}, ein Test</translation>
  </message>
  <message>
   <source>{length}, {people}</source>
   <translation>{length}, {people}</translation>
  </message>
  <message>
   <source>{part}: {name}</source>
   <translation>{part}: {name}</translation>
  </message>
  <message>
   <source>{people}: {prize}</source>
   <translation>{people}: {prize}</translation>
  </message>
  <message>
   <source>{stake} at stake</source>
   <translation>Einsatz: {stake}</translation>
  </message>
  <message>
   <source>{stake} at stake, won {prize}</source>
   <translation>Einsatz: {stake}, gewonnen: {prize}</translation>
  </message>
 </context>
 <context>
  <name>ChatDelegate</name>
  <message>
   <source>%1:</source>
   <translation>%1:</translation>
  </message>
 </context>
 <context>
  <name>ChatList</name>
  <message numerus="yes">
   <source>%n unread chats</source>
   <translation>
    <numerusform>%n ungelesener Chat</numerusform>
    <numerusform>%n ungelesene Chats</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n unread messages</source>
   <translation>
    <numerusform>%n ungelesene Nachricht</numerusform>
    <numerusform>%n ungelesene Nachrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>All chats</source>
   <translation>Alle Chats</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>No chats are in this folder yet.</source>
   <translation>In diesem Ordner sind noch keine Chats.</translation>
  </message>
  <message>
   <source>No chats yet. Search for a person, group or channel to begin.</source>
   <translation>Noch keine Chats. Suche zum Anfang nach einer Person, einer Gruppe oder einem Kanal.</translation>
  </message>
  <message>
   <source>No messages yet</source>
   <translation>Noch keine Nachrichten</translation>
  </message>
  <message>
   <source>Nobody waits for an answer of yours.</source>
   <translation>Niemand wartet auf eine Antwort von dir.</translation>
  </message>
  <message>
   <source>Saved Messages</source>
   <translation>Gespeichertes</translation>
  </message>
  <message>
   <source>Secret chat</source>
   <translation>Geheimer Chat</translation>
  </message>
  <message>
   <source>The archive is empty.</source>
   <translation>Das Archiv ist leer.</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Du</translation>
  </message>
  <message>
   <source>being sent</source>
   <translation>wird gesendet</translation>
  </message>
  <message>
   <source>fake</source>
   <translation>gefälscht</translation>
  </message>
  <message>
   <source>marked as unread</source>
   <translation>als ungelesen markiert</translation>
  </message>
  <message>
   <source>muted</source>
   <translation>stumm</translation>
  </message>
  <message>
   <source>new reaction</source>
   <translation>neue Reaktion</translation>
  </message>
  <message>
   <source>not sent</source>
   <translation>nicht gesendet</translation>
  </message>
  <message>
   <source>online</source>
   <translation>online</translation>
  </message>
  <message>
   <source>pinned</source>
   <translation>angeheftet</translation>
  </message>
  <message>
   <source>read</source>
   <translation>gelesen</translation>
  </message>
  <message>
   <source>scam</source>
   <translation>Betrug</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>verified</source>
   <translation>verifiziert</translation>
  </message>
  <message>
   <source>you are mentioned</source>
   <translation>du wirst erwähnt</translation>
  </message>
  <message>
   <source>{folder}, {count}</source>
   <translation>{folder}, {count}</translation>
  </message>
  <message>
   <source>{sender}: {text}</source>
   <translation>{sender}: {text}</translation>
  </message>
 </context>
 <context>
  <name>ChatListPane</name>
  <message>
   <source>Chat list</source>
   <translation>Chatliste</translation>
  </message>
 </context>
 <context>
  <name>ChatMarks</name>
  <message>
   <source>Fake</source>
   <translation>Gefälscht</translation>
  </message>
  <message>
   <source>Scam</source>
   <translation>Betrug</translation>
  </message>
 </context>
 <context>
  <name>ChatMenu</name>
  <message>
   <source>Archive</source>
   <translation>Archivieren</translation>
  </message>
  <message>
   <source>Block…</source>
   <translation>Blockieren…</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Strg+Eingabe</translation>
  </message>
  <message>
   <source>Delete all messages…</source>
   <translation>Alle Nachrichten löschen…</translation>
  </message>
  <message>
   <source>Mark as read</source>
   <translation>Als gelesen markieren</translation>
  </message>
  <message>
   <source>Mark as unread</source>
   <translation>Als ungelesen markieren</translation>
  </message>
  <message>
   <source>Move out of the archive</source>
   <translation>Aus dem Archiv holen</translation>
  </message>
  <message>
   <source>Mute</source>
   <translation>Stummschalten</translation>
  </message>
  <message>
   <source>Mute for an hour</source>
   <translation>Eine Stunde stummschalten</translation>
  </message>
  <message>
   <source>Mute for eight hours</source>
   <translation>Acht Stunden stummschalten</translation>
  </message>
  <message>
   <source>Open in a new window</source>
   <translation>In neuem Fenster öffnen</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Melden…</translation>
  </message>
  <message>
   <source>Unmute</source>
   <translation>Stummschaltung aufheben</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Ablösen</translation>
  </message>
 </context>
 <context>
  <name>ChatPane</name>
  <message>
   <source>Choose a chat to read and write</source>
   <translation>Wähle einen Chat, um zu lesen und zu schreiben</translation>
  </message>
 </context>
 <context>
  <name>ChatTitle</name>
  <message>
   <source>About this chat</source>
   <translation>Über diesen Chat</translation>
  </message>
  <message>
   <source>Back to the chats</source>
   <translation>Zurück zu den Chats</translation>
  </message>
  <message>
   <source>Search in this chat</source>
   <translation>In diesem Chat suchen</translation>
  </message>
 </context>
 <context>
  <name>ChatView</name>
  <message>
   <source>Back to all chats</source>
   <translation>Zurück zu allen Chats</translation>
  </message>
  <message>
   <source>Chats</source>
   <translation>Chats</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Show all chats</source>
   <translation>Alle Chats zeigen</translation>
  </message>
 </context>
 <context>
  <name>ChatWindow</name>
  <message>
   <source>%1 – Heliograph</source>
   <translation>%1 – Heliograph</translation>
  </message>
 </context>
 <context>
  <name>ChatsPage</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Width of the chat list</source>
   <translation>Breite der Chatliste</translation>
  </message>
 </context>
 <context>
  <name>CodeBlock</name>
  <message>
   <source>Copy code</source>
   <translation>Code kopieren</translation>
  </message>
  <message>
   <source>code</source>
   <translation>Code</translation>
  </message>
 </context>
 <context>
  <name>CodeBoxes</name>
  <message>
   <source>Code of %1 digits</source>
   <translation>Code mit %1 Ziffern</translation>
  </message>
 </context>
 <context>
  <name>CodePage</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Open Fragment</source>
   <translation>Fragment öffnen</translation>
  </message>
  <message>
   <source>Use another phone number</source>
   <translation>Andere Telefonnummer verwenden</translation>
  </message>
  <message>
   <source>Word or phrase</source>
   <translation>Wort oder Satz</translation>
  </message>
 </context>
 <context>
  <name>Composer</name>
  <message numerus="yes">
   <source>%n characters too many</source>
   <translation>
    <numerusform>%n Zeichen zu viel</numerusform>
    <numerusform>%n Zeichen zu viel</numerusform>
   </translation>
  </message>
  <message>
   <source>%s can't be read.</source>
   <translation>%s lässt sich nicht lesen.</translation>
  </message>
  <message>
   <source>%s is a folder. Send the files in it, or an archive of it.</source>
   <translation>%s ist ein Ordner. Sende die Dateien darin oder ein Archiv davon.</translation>
  </message>
  <message>
   <source>%s is empty and can't be sent.</source>
   <translation>%s ist leer und kann nicht gesendet werden.</translation>
  </message>
  <message numerus="yes">
   <source>A quote may have up to %n characters.</source>
   <translation>
    <numerusform>Ein Zitat darf höchstens %n Zeichen haben.</numerusform>
    <numerusform>Ein Zitat darf höchstens %n Zeichen haben.</numerusform>
   </translation>
  </message>
  <message>
   <source>An administrator doesn't let you write here until %s.</source>
   <translation>Ein Administrator lässt dich hier bis %s nicht schreiben.</translation>
  </message>
  <message>
   <source>An administrator doesn't let you write here.</source>
   <translation>Ein Administrator lässt dich hier nicht schreiben.</translation>
  </message>
  <message>
   <source>Broadcast</source>
   <translation>Veröffentlichen</translation>
  </message>
  <message>
   <source>Edit message</source>
   <translation>Nachricht bearbeiten</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>Beitreten</translation>
  </message>
  <message>
   <source>Mark a part of the text to quote it.</source>
   <translation>Markiere einen Teil des Textes, um ihn zu zitieren.</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Mute</source>
   <translation>Stummschalten</translation>
  </message>
  <message>
   <source>Only administrators write in this channel.</source>
   <translation>In diesem Kanal schreiben nur Administratoren.</translation>
  </message>
  <message>
   <source>Quote of %s</source>
   <translation>Zitat von %s</translation>
  </message>
  <message>
   <source>Reply to %s</source>
   <translation>%s antworten</translation>
  </message>
  <message numerus="yes">
   <source>Send %n files</source>
   <translation>
    <numerusform>%n Datei senden</numerusform>
    <numerusform>%n Dateien senden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Send %n photos</source>
   <translation>
    <numerusform>%n Foto senden</numerusform>
    <numerusform>%n Fotos senden</numerusform>
   </translation>
  </message>
  <message>
   <source>Silent broadcast</source>
   <translation>Lautlos veröffentlichen</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>In der Zwischenablage ist kein Bild.</translation>
  </message>
  <message>
   <source>This account was deleted.</source>
   <translation>Dieses Konto wurde gelöscht.</translation>
  </message>
  <message>
   <source>This group moved to a new chat.</source>
   <translation>Diese Gruppe ist in einen neuen Chat umgezogen.</translation>
  </message>
  <message>
   <source>Unblock</source>
   <translation>Blockierung aufheben</translation>
  </message>
  <message>
   <source>Unmute</source>
   <translation>Stummschaltung aufheben</translation>
  </message>
  <message>
   <source>Writing is switched off in this group.</source>
   <translation>In dieser Gruppe ist das Schreiben ausgeschaltet.</translation>
  </message>
  <message>
   <source>You are not in this channel.</source>
   <translation>Du bist nicht in diesem Kanal.</translation>
  </message>
  <message>
   <source>You are not in this group any more.</source>
   <translation>Du bist nicht mehr in dieser Gruppe.</translation>
  </message>
  <message>
   <source>You are not in this group.</source>
   <translation>Du bist nicht in dieser Gruppe.</translation>
  </message>
  <message>
   <source>You blocked this person.</source>
   <translation>Du hast diese Person blockiert.</translation>
  </message>
  <message>
   <source>You were removed from this group.</source>
   <translation>Du wurdest aus dieser Gruppe entfernt.</translation>
  </message>
 </context>
 <context>
  <name>ComposerBar</name>
  <message>
   <source>Send files</source>
   <translation>Dateien senden</translation>
  </message>
 </context>
 <context>
  <name>ComposerLine</name>
  <message>
   <source>%1 characters left</source>
   <translation>noch %1 Zeichen</translation>
  </message>
  <message>
   <source>Attach files</source>
   <translation>Dateien anhängen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
 </context>
 <context>
  <name>Confirmations</name>
  <message>
   <source>All messages disappear from your devices. This can't be undone.</source>
   <translation>Alle Nachrichten verschwinden von deinen Geräten. Das lässt sich nicht rückgängig machen.</translation>
  </message>
  <message>
   <source>Also delete for {title}</source>
   <translation>Auch für {title} löschen</translation>
  </message>
  <message>
   <source>Also for the other one</source>
   <translation>Auch für die andere Person</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Blockieren</translation>
  </message>
  <message>
   <source>Block {title}?</source>
   <translation>{title} blockieren?</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete all Saved Messages?</source>
   <translation>Alles Gespeicherte löschen?</translation>
  </message>
  <message>
   <source>Delete all messages in {title}?</source>
   <translation>Alle Nachrichten in {title} löschen?</translation>
  </message>
  <message>
   <source>Delete chat…</source>
   <translation>Chat löschen…</translation>
  </message>
  <message>
   <source>Delete the chat with {title}?</source>
   <translation>Chat mit {title} löschen?</translation>
  </message>
  <message>
   <source>Delete the group {title}?</source>
   <translation>Gruppe {title} löschen?</translation>
  </message>
  <message>
   <source>Everything you have kept there disappears from all your devices. This can't be undone.</source>
   <translation>Alles, was du dort abgelegt hast, verschwindet von allen deinen Geräten. Das lässt sich nicht rückgängig machen.</translation>
  </message>
  <message>
   <source>It stands above the chat for everybody in it.</source>
   <translation>Sie steht dann für alle oben im Chat.</translation>
  </message>
  <message>
   <source>It stands above the chat for you.</source>
   <translation>Sie steht dann für dich oben im Chat.</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Leave channel…</source>
   <translation>Kanal verlassen…</translation>
  </message>
  <message>
   <source>Leave group…</source>
   <translation>Gruppe verlassen…</translation>
  </message>
  <message>
   <source>Leave the channel {title}?</source>
   <translation>Kanal {title} verlassen?</translation>
  </message>
  <message>
   <source>Leave the group {title}?</source>
   <translation>Gruppe {title} verlassen?</translation>
  </message>
  <message>
   <source>Notify everybody</source>
   <translation>Alle benachrichtigen</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <source>Pin this message?</source>
   <translation>Diese Nachricht anheften?</translation>
  </message>
  <message>
   <source>The chat stays in your list; its messages disappear from your devices. This can't be undone.</source>
   <translation>Der Chat bleibt in deiner Liste; seine Nachrichten verschwinden von deinen Geräten. Das lässt sich nicht rückgängig machen.</translation>
  </message>
  <message>
   <source>They can't write to you or call you any more, and don't see when you are online.</source>
   <translation>Sie kann dir dann nicht mehr schreiben, dich nicht anrufen und nicht sehen, wann du online bist.</translation>
  </message>
  <message>
   <source>They stay in the chat, but stand above it no more, for everybody.</source>
   <translation>Sie bleiben im Chat, stehen aber für niemanden mehr oben.</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Ablösen</translation>
  </message>
  <message numerus="yes">
   <source>Unpin all %n messages?</source>
   <translation>
    <numerusform>Die %n angeheftete Nachricht ablösen?</numerusform>
    <numerusform>Alle %n angehefteten Nachrichten ablösen?</numerusform>
   </translation>
  </message>
  <message>
   <source>You are no longer a member. The messages disappear from your devices.</source>
   <translation>Du bist dann kein Mitglied mehr. Die Nachrichten verschwinden von deinen Geräten.</translation>
  </message>
  <message>
   <source>You will no longer receive its messages. The others stay and keep everything.</source>
   <translation>Du bekommst dann keine Nachrichten von dort mehr. Die anderen bleiben und behalten alles.</translation>
  </message>
  <message>
   <source>You will no longer receive its posts.</source>
   <translation>Du bekommst dann keine Beiträge von dort mehr.</translation>
  </message>
 </context>
 <context>
  <name>Connection</name>
  <message>
   <source>Connecting to the proxy…</source>
   <translation>Verbindung zum Proxy…</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>Verbindung wird aufgebaut…</translation>
  </message>
  <message>
   <source>Telegram can't be reached so far. Check the network, or use a proxy; Heliograph goes on trying.</source>
   <translation>Telegram ist bisher nicht zu erreichen. Prüfe das Netz oder nimm einen Proxy; Heliograph versucht es weiter.</translation>
  </message>
  <message>
   <source>The proxy leads nowhere so far. Check it, or choose another one; Heliograph goes on trying.</source>
   <translation>Der Proxy führt bisher nirgendwohin. Prüfe ihn oder wähle einen anderen; Heliograph versucht es weiter.</translation>
  </message>
  <message>
   <source>Updating…</source>
   <translation>Wird aktualisiert…</translation>
  </message>
  <message>
   <source>Waiting for network…</source>
   <translation>Warten auf das Netz…</translation>
  </message>
 </context>
 <context>
  <name>ConnectionSection</name>
  <message>
   <source>Add and use</source>
   <translation>Hinzufügen und nutzen</translation>
  </message>
  <message>
   <source>Address of a proxy</source>
   <translation>Adresse eines Proxys</translation>
  </message>
  <message>
   <source>Connection</source>
   <translation>Verbindung</translation>
  </message>
  <message>
   <source>Directly</source>
   <translation>Direkt</translation>
  </message>
  <message>
   <source>Forget %1</source>
   <translation>%1 vergessen</translation>
  </message>
  <message>
   <source>socks5://server:port or a proxy's link</source>
   <translation>socks5://server:port oder der Link eines Proxys</translation>
  </message>
 </context>
 <context>
  <name>ContextBar</name>
  <message>
   <source>Don't reply</source>
   <translation>Nicht antworten</translation>
  </message>
  <message>
   <source>Stop editing</source>
   <translation>Nicht mehr bearbeiten</translation>
  </message>
 </context>
 <context>
  <name>CountryField</name>
  <message>
   <source>Countries</source>
   <translation>Länder</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Country or code</source>
   <translation>Land oder Vorwahl</translation>
  </message>
  <message>
   <source>Country: %1</source>
   <translation>Land: %1</translation>
  </message>
  <message>
   <source>No such country</source>
   <translation>Kein solches Land</translation>
  </message>
  <message>
   <source>Search for a country</source>
   <translation>Nach einem Land suchen</translation>
  </message>
  <message>
   <source>not chosen</source>
   <translation>nicht gewählt</translation>
  </message>
 </context>
 <context>
  <name>CrashReport</name>
  <message>
   <source>Heliograph had trouble last time</source>
   <translation>Heliograph hatte beim letzten Mal Schwierigkeiten</translation>
  </message>
  <message>
   <source>Report copied.</source>
   <translation>Bericht kopiert.</translation>
  </message>
  <message>
   <source>Report deleted.</source>
   <translation>Bericht gelöscht.</translation>
  </message>
  <message>
   <source>Your drafts and messages are kept. What went wrong is in this report. It stays on this computer: nothing is sent unless you do it. Numbers, names and texts have been taken out; look through it before you pass it on.</source>
   <translation>Deine Entwürfe und Nachrichten sind noch da. Was schiefging, steht in diesem Bericht. Er bleibt auf diesem Computer: Nichts wird gesendet, wenn du es nicht selbst tust. Nummern, Namen und Texte wurden herausgenommen; sieh ihn durch, bevor du ihn weitergibst.</translation>
  </message>
 </context>
 <context>
  <name>CrashReportDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Delete report</source>
   <translation>Bericht löschen</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Show folder</source>
   <translation>Ordner zeigen</translation>
  </message>
 </context>
 <context>
  <name>Credentials</name>
  <message>
   <source>Telegram does not know this api_id with its api_hash. Copy both again from my.telegram.org.</source>
   <translation>Telegram kennt diese api_id mit ihrem api_hash nicht. Kopiere beide noch einmal von my.telegram.org.</translation>
  </message>
  <message>
   <source>The api_hash has 32 signs; this has %d.</source>
   <translation>Der api_hash hat 32 Zeichen; dieser hat %d.</translation>
  </message>
  <message>
   <source>The api_hash has only the digits 0–9 and the letters a–f.</source>
   <translation>Der api_hash besteht nur aus den Ziffern 0–9 und den Buchstaben a–f.</translation>
  </message>
  <message>
   <source>The api_id is a number, such as 1234567.</source>
   <translation>Die api_id ist eine Zahl, zum Beispiel 1234567.</translation>
  </message>
 </context>
 <context>
  <name>CredentialsPage</name>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Heliograph is an unofficial app that uses the Telegram API. Telegram gives everyone an own key to it, for free: sign in at my.telegram.org, open “API development tools”, fill in any title and short name, and copy the two values.</source>
   <translation>Heliograph ist eine inoffizielle App, die die Telegram-API nutzt. Telegram gibt jedem kostenlos einen eigenen Schlüssel dafür: Melde dich bei my.telegram.org an, öffne „API development tools“, trage irgendeinen Titel und Kurznamen ein und kopiere die beiden Werte.</translation>
  </message>
  <message>
   <source>One thing before you start</source>
   <translation>Eins noch, bevor es losgeht</translation>
  </message>
  <message>
   <source>Open my.telegram.org</source>
   <translation>my.telegram.org öffnen</translation>
  </message>
 </context>
 <context>
  <name>Demo</name>
  <message>
   <source>Starting the local Telegram…</source>
   <translation>Das lokale Telegram startet…</translation>
  </message>
 </context>
 <context>
  <name>Details</name>
  <message>
   <source>Edited: %s</source>
   <translation>Bearbeitet: %s</translation>
  </message>
  <message>
   <source>First sent: %s</source>
   <translation>Zuerst gesendet: %s</translation>
  </message>
  <message numerus="yes">
   <source>Forwarded %n times</source>
   <translation>
    <numerusform>%n-mal weitergeleitet</numerusform>
    <numerusform>%n-mal weitergeleitet</numerusform>
   </translation>
  </message>
  <message>
   <source>Not read yet</source>
   <translation>Noch nicht gelesen</translation>
  </message>
  <message>
   <source>Read: %s</source>
   <translation>Gelesen: %s</translation>
  </message>
  <message numerus="yes">
   <source>Seen %n times</source>
   <translation>
    <numerusform>%n-mal gesehen</numerusform>
    <numerusform>%n-mal gesehen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Seen by %n people</source>
   <translation>
    <numerusform>Von %n Person gesehen</numerusform>
    <numerusform>Von %n Leuten gesehen</numerusform>
   </translation>
  </message>
  <message>
   <source>Sent: %s</source>
   <translation>Gesendet: %s</translation>
  </message>
  <message>
   <source>They don't show when they read messages</source>
   <translation>Sie zeigen nicht, wann sie Nachrichten lesen</translation>
  </message>
  <message>
   <source>Too long ago to know when it was read</source>
   <translation>Zu lange her, um zu wissen, wann sie gelesen wurde</translation>
  </message>
  <message>
   <source>You don't show when you read messages, so you don't see it of others</source>
   <translation>Du zeigst nicht, wann du Nachrichten liest, und siehst es deshalb auch bei anderen nicht</translation>
  </message>
 </context>
 <context>
  <name>DetailsDialog</name>
  <message>
   <source>About this message</source>
   <translation>Über diese Nachricht</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>DevicesSection</name>
  <message>
   <source>Asking Telegram…</source>
   <translation>Telegram wird gefragt…</translation>
  </message>
  <message>
   <source>Devices of this account</source>
   <translation>Geräte dieses Kontos</translation>
  </message>
  <message>
   <source>Everybody who uses this account on another device has to sign in again there.</source>
   <translation>Wer dieses Konto auf einem anderen Gerät nutzt, muss sich dort neu anmelden.</translation>
  </message>
  <message>
   <source>Sign all other devices out?</source>
   <translation>Alle anderen Geräte abmelden?</translation>
  </message>
  <message>
   <source>Sign all other devices out…</source>
   <translation>Alle anderen Geräte abmelden…</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Abmelden</translation>
  </message>
 </context>
 <context>
  <name>Dialog</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
 </context>
 <context>
  <name>DropZone</name>
  <message>
   <source>Drop files here to send them</source>
   <translation>Lass Dateien hier los, um sie zu senden</translation>
  </message>
 </context>
 <context>
  <name>EmailAddressPage</name>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>E-mail address</source>
   <translation>E-Mail-Adresse</translation>
  </message>
  <message>
   <source>Telegram asks for an address that it can send sign-in codes to.</source>
   <translation>Telegram möchte eine Adresse, an die es Anmeldecodes senden kann.</translation>
  </message>
  <message>
   <source>Use another phone number</source>
   <translation>Andere Telefonnummer verwenden</translation>
  </message>
  <message>
   <source>Your e-mail address</source>
   <translation>Deine E-Mail-Adresse</translation>
  </message>
 </context>
 <context>
  <name>EmailCodePage</name>
  <message>
   <source>Check your e-mail</source>
   <translation>Sieh in deinen E-Mails nach</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>I can't read this e-mail</source>
   <translation>Ich kann diese E-Mail nicht lesen</translation>
  </message>
  <message>
   <source>Send the code again</source>
   <translation>Code noch einmal senden</translation>
  </message>
  <message>
   <source>Use another phone number</source>
   <translation>Andere Telefonnummer verwenden</translation>
  </message>
 </context>
 <context>
  <name>Errors</name>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hours</source>
   <translation>
    <numerusform>%n Stunde</numerusform>
    <numerusform>%n Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation>
    <numerusform>%n Minute</numerusform>
    <numerusform>%n Minuten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n seconds</source>
   <translation>
    <numerusform>%n Sekunde</numerusform>
    <numerusform>%n Sekunden</numerusform>
   </translation>
  </message>
  <message>
   <source>Files can't be sent to this chat.</source>
   <translation>Dateien lassen sich nicht in diesen Chat senden.</translation>
  </message>
  <message>
   <source>Media can't be sent to this chat.</source>
   <translation>Medien lassen sich nicht in diesen Chat senden.</translation>
  </message>
  <message>
   <source>No more chats can be pinned. Unpin another one first.</source>
   <translation>Mehr Chats lassen sich nicht anheften. Löse zuerst einen anderen ab.</translation>
  </message>
  <message>
   <source>Nobody uses this name.</source>
   <translation>Niemand benutzt diesen Namen.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Only administrators of this chat can do that.</source>
   <translation>Das können nur Administratoren dieses Chats.</translation>
  </message>
  <message>
   <source>Only its author can edit this message.</source>
   <translation>Nur wer sie geschrieben hat, kann diese Nachricht bearbeiten.</translation>
  </message>
  <message>
   <source>Photos can't be sent to this chat.</source>
   <translation>Fotos lassen sich nicht in diesen Chat senden.</translation>
  </message>
  <message>
   <source>Something went wrong inside Heliograph. Its log has the details.</source>
   <translation>In Heliograph ist etwas schiefgegangen. Näheres steht im Protokoll.</translation>
  </message>
  <message>
   <source>Telegram did not answer. Check the connection and try again.</source>
   <translation>Telegram hat nicht geantwortet. Prüfe die Verbindung und versuche es noch einmal.</translation>
  </message>
  <message>
   <source>Telegram refused this (%s). Try again, or report it.</source>
   <translation>Telegram hat das abgelehnt (%s). Versuche es noch einmal oder melde es.</translation>
  </message>
  <message>
   <source>Text messages can't be sent to this chat.</source>
   <translation>Textnachrichten lassen sich nicht in diesen Chat senden.</translation>
  </message>
  <message>
   <source>The connection to Telegram was restarted before this was done. Try again.</source>
   <translation>Die Verbindung zu Telegram wurde neu gestartet, bevor das erledigt war. Versuche es noch einmal.</translation>
  </message>
  <message>
   <source>The text under the picture is too long.</source>
   <translation>Der Text unter dem Bild ist zu lang.</translation>
  </message>
  <message>
   <source>This chat is not available any more.</source>
   <translation>Diesen Chat gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>This chat is private, or you were removed from it.</source>
   <translation>Dieser Chat ist privat, oder du wurdest daraus entfernt.</translation>
  </message>
  <message>
   <source>This chat is restricted.</source>
   <translation>Dieser Chat ist eingeschränkt.</translation>
  </message>
  <message>
   <source>This file is too big.</source>
   <translation>Diese Datei ist zu groß.</translation>
  </message>
  <message>
   <source>This group is full.</source>
   <translation>Diese Gruppe ist voll.</translation>
  </message>
  <message>
   <source>This group is in slow mode. Wait a little before the next message.</source>
   <translation>In dieser Gruppe gilt der langsame Modus. Warte ein wenig vor der nächsten Nachricht.</translation>
  </message>
  <message>
   <source>This invite link is not valid any more. Ask for a new one.</source>
   <translation>Dieser Einladungslink gilt nicht mehr. Bitte um einen neuen.</translation>
  </message>
  <message>
   <source>This invite link is not valid. Ask for a new one.</source>
   <translation>Dieser Einladungslink ist ungültig. Bitte um einen neuen.</translation>
  </message>
  <message>
   <source>This message can't be deleted.</source>
   <translation>Diese Nachricht lässt sich nicht löschen.</translation>
  </message>
  <message>
   <source>This message is too long.</source>
   <translation>Diese Nachricht ist zu lang.</translation>
  </message>
  <message>
   <source>This message is too old to be edited.</source>
   <translation>Diese Nachricht ist zu alt, um sie zu bearbeiten.</translation>
  </message>
  <message>
   <source>This person does not accept messages from you.</source>
   <translation>Diese Person nimmt keine Nachrichten von dir an.</translation>
  </message>
  <message>
   <source>This picture's proportions don't allow sending it as a photo. Send it as a file.</source>
   <translation>Die Seitenverhältnisse dieses Bilds erlauben es nicht als Foto. Sende es als Datei.</translation>
  </message>
  <message>
   <source>This reaction isn't allowed here.</source>
   <translation>Diese Reaktion ist hier nicht erlaubt.</translation>
  </message>
  <message>
   <source>Too many attempts. Try again in %s.</source>
   <translation>Zu viele Versuche. Versuche es in %s noch einmal.</translation>
  </message>
  <message>
   <source>You are in too many groups and channels to join another. Leave one first.</source>
   <translation>Du bist in zu vielen Gruppen und Kanälen für noch einen. Verlass zuerst einen anderen.</translation>
  </message>
  <message>
   <source>You are limited in sending messages to groups at the moment.</source>
   <translation>Du kannst zurzeit nur eingeschränkt an Gruppen schreiben.</translation>
  </message>
  <message>
   <source>You can only write to contacts at the moment, because messages of yours were reported.</source>
   <translation>Du kannst zurzeit nur an Kontakte schreiben, weil Nachrichten von dir gemeldet wurden.</translation>
  </message>
  <message>
   <source>You can't write in this chat.</source>
   <translation>In diesem Chat kannst du nicht schreiben.</translation>
  </message>
  <message>
   <source>You have asked to join already. An administrator decides.</source>
   <translation>Du hast schon um Aufnahme gebeten. Ein Administrator entscheidet.</translation>
  </message>
  <message>
   <source>You have blocked this person. Unblock them to write.</source>
   <translation>Du hast diese Person blockiert. Heb das auf, um zu schreiben.</translation>
  </message>
  <message>
   <source>Your account is frozen; see Telegram's message about it.</source>
   <translation>Dein Konto ist eingefroren; sieh in Telegrams Nachricht dazu.</translation>
  </message>
 </context>
 <context>
  <name>FactLine</name>
  <message>
   <source>Press to copy</source>
   <translation>Drücken, um zu kopieren</translation>
  </message>
 </context>
 <context>
  <name>FailedPage</name>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
 </context>
 <context>
  <name>Failures</name>
  <message>
   <source>Another Heliograph has the profile %s open. Go on in its window, or start this one with another profile: --profile FOLDER.</source>
   <translation>Ein anderer Heliograph hat das Profil %s offen. Mach in seinem Fenster weiter oder starte diesen mit einem anderen Profil: --profile ORDNER.</translation>
  </message>
  <message>
   <source>Heliograph can't start</source>
   <translation>Heliograph kann nicht starten</translation>
  </message>
  <message>
   <source>Heliograph can't use the folder %s. Give yourself the right to read and write it, or choose another with --profile.</source>
   <translation>Heliograph kann den Ordner %s nicht benutzen. Gib dir das Recht, ihn zu lesen und zu schreiben, oder wähle mit --profile einen anderen.</translation>
  </message>
  <message>
   <source>Heliograph is already running</source>
   <translation>Heliograph läuft schon</translation>
  </message>
  <message>
   <source>It ended twice within a minute. The disk may be full, or the memory. Free some and try again; nothing is lost at Telegram.</source>
   <translation>Sie hat sich zweimal in einer Minute beendet. Vielleicht ist die Festplatte oder der Speicher voll. Schaffe Platz und versuche es noch einmal; bei Telegram ist nichts verloren.</translation>
  </message>
  <message>
   <source>It left with code %d.</source>
   <translation>Sie hat sich mit Code %d beendet.</translation>
  </message>
  <message>
   <source>Telegram's library can't be used</source>
   <translation>Die Telegram-Bibliothek lässt sich nicht benutzen</translation>
  </message>
  <message>
   <source>Telegram's library can't open the local database in %s. Check that the disk is not full; or start anew with --profile FOLDER. Nothing has been deleted, and your messages stay at Telegram.</source>
   <translation>Die Telegram-Bibliothek kann die lokale Datenbank in %s nicht öffnen. Sieh nach, ob die Festplatte voll ist, oder fang mit --profile ORDNER neu an. Nichts wurde gelöscht, und deine Nachrichten bleiben bei Telegram.</translation>
  </message>
  <message>
   <source>Telegram's library does not take the proxy %s. Check its address and secret, or start without --proxy.</source>
   <translation>Die Telegram-Bibliothek nimmt den Proxy %s nicht an. Prüfe Adresse und Geheimnis oder starte ohne --proxy.</translation>
  </message>
  <message>
   <source>Telegram's library has another version</source>
   <translation>Die Telegram-Bibliothek hat eine andere Version</translation>
  </message>
  <message>
   <source>Telegram's library keeps stopping</source>
   <translation>Die Telegram-Bibliothek bleibt immer wieder stehen</translation>
  </message>
  <message>
   <source>Telegram's library refused to start. Try again; if it stays so, report what stands below.</source>
   <translation>Die Telegram-Bibliothek wollte nicht starten. Versuche es noch einmal; wenn es so bleibt, melde, was unten steht.</translation>
  </message>
  <message>
   <source>The database's key can't be read</source>
   <translation>Der Schlüssel der Datenbank lässt sich nicht lesen</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Die Festplatte ist voll</translation>
  </message>
  <message>
   <source>The file %s can't be loaded. Install Heliograph again, or name another libtdjson with --tdlib.</source>
   <translation>Die Datei %s lässt sich nicht laden. Installiere Heliograph neu oder nenne mit --tdlib eine andere libtdjson.</translation>
  </message>
  <message>
   <source>The file %s is TDLib %s, but this Heliograph needs %s. Leave out --tdlib to use the one that came with it.</source>
   <translation>Die Datei %s ist TDLib %s, aber dieser Heliograph braucht %s. Lass --tdlib weg, um die mitgelieferte zu nehmen.</translation>
  </message>
  <message>
   <source>The key does not fit the local database in %s. Put both back from the same backup, or start anew with --profile FOLDER; your messages stay at Telegram.</source>
   <translation>Der Schlüssel passt nicht zur lokalen Datenbank in %s. Leg beide aus derselben Sicherung zurück oder fang mit --profile ORDNER neu an; deine Nachrichten bleiben bei Telegram.</translation>
  </message>
  <message>
   <source>The key of the local database can't be read from %s. Put the file back from a backup, or start anew with --profile FOLDER; your messages stay at Telegram.</source>
   <translation>Der Schlüssel der lokalen Datenbank lässt sich nicht aus %s lesen. Leg die Datei aus einer Sicherung zurück oder fang mit --profile ORDNER neu an; deine Nachrichten bleiben bei Telegram.</translation>
  </message>
  <message>
   <source>The key of the local database is in the system's keyring, which does not give it. Unlock the keyring, or start the one that was in use before, and try again. Nothing has been deleted.</source>
   <translation>Der Schlüssel der lokalen Datenbank liegt im Schlüsselbund des Systems, der ihn nicht herausgibt. Entsperre den Schlüsselbund oder starte den, der vorher in Gebrauch war, und versuche es noch einmal. Nichts wurde gelöscht.</translation>
  </message>
  <message>
   <source>The keyring does not give the key</source>
   <translation>Der Schlüsselbund gibt den Schlüssel nicht heraus</translation>
  </message>
  <message>
   <source>The local database can't be opened</source>
   <translation>Die lokale Datenbank lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>The profile's folder can't be used</source>
   <translation>Der Ordner des Profils lässt sich nicht benutzen</translation>
  </message>
  <message>
   <source>The proxy can't be used</source>
   <translation>Der Proxy lässt sich nicht benutzen</translation>
  </message>
  <message>
   <source>There is hardly any room left on the disk of %s. Free some, at least %s, and try again; nothing is lost.</source>
   <translation>Auf der Festplatte von %s ist kaum noch Platz. Schaffe welchen, mindestens %s, und versuche es noch einmal; nichts ist verloren.</translation>
  </message>
  <message>
   <source>There is no file %s. Install Heliograph again, or name a libtdjson with --tdlib.</source>
   <translation>Es gibt keine Datei %s. Installiere Heliograph neu oder nenne mit --tdlib eine libtdjson.</translation>
  </message>
 </context>
 <context>
  <name>Files</name>
  <message>
   <source>%d B</source>
   <translation>%d B</translation>
  </message>
  <message>
   <source>%s GB</source>
   <translation>%s GB</translation>
  </message>
  <message>
   <source>%s KB</source>
   <translation>%s KB</translation>
  </message>
  <message>
   <source>%s MB</source>
   <translation>%s MB</translation>
  </message>
  <message>
   <source>%s TB</source>
   <translation>%s TB</translation>
  </message>
  <message>
   <source>{done} of {whole}</source>
   <translation>{done} von {whole}</translation>
  </message>
 </context>
 <context>
  <name>FolderTabs</name>
  <message>
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
 </context>
 <context>
  <name>ForwardDialog</name>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
 </context>
 <context>
  <name>Gifts</name>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n months</source>
   <translation>
    <numerusform>%n Monat</numerusform>
    <numerusform>%n Monate</numerusform>
   </translation>
  </message>
  <message>
   <source>An unclaimed prize: %s</source>
   <translation>Ein nicht abgeholter Gewinn: %s</translation>
  </message>
  <message>
   <source>Telegram Premium for %s</source>
   <translation>Telegram Premium für %s</translation>
  </message>
  <message>
   <source>The gift was refunded</source>
   <translation>Das Geschenk wurde erstattet</translation>
  </message>
  <message>
   <source>The offer of {price} for {gift} has expired</source>
   <translation>Das Angebot von {price} für {gift} ist abgelaufen</translation>
  </message>
  <message>
   <source>The offer of {price} for {gift} was accepted</source>
   <translation>Das Angebot von {price} für {gift} wurde angenommen</translation>
  </message>
  <message>
   <source>The offer of {price} for {gift} was declined</source>
   <translation>Das Angebot von {price} für {gift} wurde abgelehnt</translation>
  </message>
  <message>
   <source>You bought {gift} for {price}</source>
   <translation>Du hast {gift} für {price} gekauft</translation>
  </message>
  <message>
   <source>You crafted {gift}</source>
   <translation>Du hast {gift} angefertigt</translation>
  </message>
  <message>
   <source>You declined the offer of {price} for {gift}</source>
   <translation>Du hast das Angebot von {price} für {gift} abgelehnt</translation>
  </message>
  <message>
   <source>You gave {partner} {thing}</source>
   <translation>Du hast {partner} beschenkt: {thing}</translation>
  </message>
  <message>
   <source>You gave {thing}</source>
   <translation>Du hast verschenkt: {thing}</translation>
  </message>
  <message>
   <source>You offer {price} for {gift}</source>
   <translation>Du bietest {price} für {gift}</translation>
  </message>
  <message>
   <source>You paid for the upgrade of a gift</source>
   <translation>Du hast die Aufwertung eines Geschenks bezahlt</translation>
  </message>
  <message>
   <source>You transferred {gift} to {partner}</source>
   <translation>Du hast {gift} übertragen an {partner}</translation>
  </message>
  <message>
   <source>You turned a gift into {gift}</source>
   <translation>Du hast ein Geschenk in {gift} verwandelt</translation>
  </message>
  <message>
   <source>You won {amount} in a giveaway by {chat}</source>
   <translation>Du hast bei einer Verlosung gewonnen, {amount} von {chat}</translation>
  </message>
  <message>
   <source>You won {thing} in a giveaway</source>
   <translation>Du hast bei einer Verlosung gewonnen: {thing}</translation>
  </message>
  <message>
   <source>a gift for %s</source>
   <translation>ein Geschenk für %s</translation>
  </message>
  <message>
   <source>{amount} of the giveaway by {chat} were not claimed</source>
   <translation>{amount} der Verlosung von {chat} wurden nicht abgeholt</translation>
  </message>
  <message>
   <source>{gift} was brought from the blockchain</source>
   <translation>{gift} wurde aus der Blockchain geholt</translation>
  </message>
  <message>
   <source>{name} bought {gift} for {price}</source>
   <translation>{name} hat {gift} für {price} gekauft</translation>
  </message>
  <message>
   <source>{name} crafted {gift}</source>
   <translation>{name} hat {gift} angefertigt</translation>
  </message>
  <message>
   <source>{name} declined the offer of {price} for {gift}</source>
   <translation>{name} hat das Angebot von {price} für {gift} abgelehnt</translation>
  </message>
  <message>
   <source>{name} gave you {thing}</source>
   <translation>{name} hat dir etwas geschenkt: {thing}</translation>
  </message>
  <message>
   <source>{name} gave {thing}</source>
   <translation>{name} hat verschenkt: {thing}</translation>
  </message>
  <message>
   <source>{name} offers {price} for {gift}</source>
   <translation>{name} bietet {price} für {gift}</translation>
  </message>
  <message>
   <source>{name} paid for the upgrade of your gift</source>
   <translation>{name} hat die Aufwertung deines Geschenks bezahlt</translation>
  </message>
  <message>
   <source>{name} transferred {gift} to you</source>
   <translation>{name} hat dir {gift} übertragen</translation>
  </message>
  <message>
   <source>{name} turned your gift into {gift}</source>
   <translation>{name} hat dein Geschenk in {gift} verwandelt</translation>
  </message>
 </context>
 <context>
  <name>HistoryView</name>
  <message>
   <source>Go to the newest message</source>
   <translation>Zur neuesten Nachricht</translation>
  </message>
  <message>
   <source>Go to the next mention</source>
   <translation>Zur nächsten Erwähnung</translation>
  </message>
  <message>
   <source>Go to the next reaction</source>
   <translation>Zur nächsten Reaktion</translation>
  </message>
  <message>
   <source>No messages here yet</source>
   <translation>Hier sind noch keine Nachrichten</translation>
  </message>
 </context>
 <context>
  <name>Info</name>
  <message>
   <source>About</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Administrator</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>Geburtstag</translation>
  </message>
  <message>
   <source>Invite link</source>
   <translation>Einladungslink</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Link</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Inhaber</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Restricted</source>
   <translation>Eingeschränkt</translation>
  </message>
  <message>
   <source>User name</source>
   <translation>Benutzername</translation>
  </message>
 </context>
 <context>
  <name>InfoPanel</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Mitglieder</translation>
  </message>
  <message>
   <source>Members and media</source>
   <translation>Mitglieder und Medien</translation>
  </message>
  <message>
   <source>Mute</source>
   <translation>Stummschalten</translation>
  </message>
  <message>
   <source>Unmute</source>
   <translation>Stummschaltung aufheben</translation>
  </message>
 </context>
 <context>
  <name>JumpButton</name>
  <message>
   <source>%1, %2 unread</source>
   <translation>%1, %2 ungelesen</translation>
  </message>
 </context>
 <context>
  <name>LanguageSection</name>
  <message>
   <source>From the next start on</source>
   <translation>Vom nächsten Start an</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Start anew now</source>
   <translation>Jetzt neu starten</translation>
  </message>
  <message>
   <source>That of the system</source>
   <translation>Die des Systems</translation>
  </message>
 </context>
 <context>
  <name>LinkPreviews</name>
  <message numerus="yes">
   <source>%n pictures</source>
   <translation>
    <numerusform>%n Bild</numerusform>
    <numerusform>%n Bilder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n stickers</source>
   <translation>
    <numerusform>%n Sticker</numerusform>
    <numerusform>%n Sticker</numerusform>
   </translation>
  </message>
  <message>
   <source>Auction of a gift</source>
   <translation>Versteigerung eines Geschenks</translation>
  </message>
  <message>
   <source>Boost</source>
   <translation>Boost</translation>
  </message>
  <message>
   <source>Bot</source>
   <translation>Bot</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>Chat folder</source>
   <translation>Chatordner</translation>
  </message>
  <message>
   <source>Gift</source>
   <translation>Geschenk</translation>
  </message>
  <message>
   <source>Gift code</source>
   <translation>Geschenkcode</translation>
  </message>
  <message>
   <source>Gifts</source>
   <translation>Geschenke</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Group call</source>
   <translation>Gruppenanruf</translation>
  </message>
  <message>
   <source>Heliograph can't show what is behind this link yet</source>
   <translation>Heliograph kann noch nicht zeigen, was hinter diesem Link steckt</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Live story</source>
   <translation>Live-Story</translation>
  </message>
  <message>
   <source>Live stream</source>
   <translation>Livestream</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Messages to a channel</source>
   <translation>Nachrichten an einen Kanal</translation>
  </message>
  <message>
   <source>New bot</source>
   <translation>Neuer Bot</translation>
  </message>
  <message>
   <source>Stickers</source>
   <translation>Sticker</translation>
  </message>
  <message>
   <source>Stories</source>
   <translation>Storys</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Story</translation>
  </message>
  <message>
   <source>Style of writing</source>
   <translation>Schreibstil</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farbschema</translation>
  </message>
  <message>
   <source>Video chat</source>
   <translation>Videochat</translation>
  </message>
  <message>
   <source>Voice message</source>
   <translation>Sprachnachricht</translation>
  </message>
  <message>
   <source>Wallpaper</source>
   <translation>Hintergrundbild</translation>
  </message>
  <message>
   <source>Web app</source>
   <translation>Web-App</translation>
  </message>
 </context>
 <context>
  <name>Links</name>
  <message numerus="yes">
   <source>%n members</source>
   <translation>
    <numerusform>%n Mitglied</numerusform>
    <numerusform>%n Mitglieder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n subscribers</source>
   <translation>
    <numerusform>%n Abonnent</numerusform>
    <numerusform>%n Abonnenten</numerusform>
   </translation>
  </message>
  <message>
   <source>Ask to join</source>
   <translation>Um Aufnahme bitten</translation>
  </message>
  <message>
   <source>Connecting through {server}.</source>
   <translation>Verbindung läuft über {server}.</translation>
  </message>
  <message>
   <source>Forward to…</source>
   <translation>Weiterleiten an…</translation>
  </message>
  <message>
   <source>Heliograph can't take part in voice and video chats. Join this one with Telegram's own app.</source>
   <translation>Heliograph kann an Sprach- und Videochats nicht teilnehmen. Nimm für diesen Telegrams eigene App.</translation>
  </message>
  <message>
   <source>Heliograph will connect to Telegram through {server}, port {port}. Whoever runs it sees your IP address and when you are connected, but not your messages.</source>
   <translation>Heliograph verbindet sich über {server}, Port {port}, mit Telegram. Wer ihn betreibt, sieht deine IP-Adresse und wann du verbunden bist, aber nicht deine Nachrichten.</translation>
  </message>
  <message>
   <source>It receives what the link says, and can write to you from then on.</source>
   <translation>Er bekommt, was der Link sagt, und kann dir von da an schreiben.</translation>
  </message>
  <message>
   <source>Its administrators decide about who comes in.</source>
   <translation>Die Administratoren entscheiden, wer hereinkommt.</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>Beitreten</translation>
  </message>
  <message>
   <source>Join the channel {title}?</source>
   <translation>Dem Kanal {title} beitreten?</translation>
  </message>
  <message>
   <source>Join the group {title}?</source>
   <translation>Der Gruppe {title} beitreten?</translation>
  </message>
  <message>
   <source>Nobody with this phone number is to be found on Telegram.</source>
   <translation>Mit dieser Telefonnummer ist bei Telegram niemand zu finden.</translation>
  </message>
  <message numerus="yes">
   <source>Send %n files to…</source>
   <translation>
    <numerusform>%n Datei senden an…</numerusform>
    <numerusform>%n Dateien senden an…</numerusform>
   </translation>
  </message>
  <message>
   <source>Sign in first. What you opened comes then.</source>
   <translation>Melde dich zuerst an. Danach kommt, was du geöffnet hast.</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Start the bot {name}?</source>
   <translation>Den Bot {name} starten?</translation>
  </message>
  <message>
   <source>The message behind this link isn't there any more.</source>
   <translation>Die Nachricht hinter diesem Link ist nicht mehr da.</translation>
  </message>
  <message>
   <source>This channel takes a paid subscription, which Heliograph can't buy. Join it with Telegram's own app.</source>
   <translation>Dieser Kanal verlangt ein bezahltes Abo, das Heliograph nicht kaufen kann. Tritt ihm mit Telegrams eigener App bei.</translation>
  </message>
  <message>
   <source>This isn't a link of Telegram. Open it in a browser.</source>
   <translation>Das ist kein Link von Telegram. Öffne ihn in einem Browser.</translation>
  </message>
  <message>
   <source>This link has expired. Ask for a new one.</source>
   <translation>Dieser Link ist abgelaufen. Bitte um einen neuen.</translation>
  </message>
  <message>
   <source>This link leads to a chat that you can't see. It may be private, or gone.</source>
   <translation>Dieser Link führt zu einem Chat, den du nicht sehen kannst. Vielleicht ist er privat oder nicht mehr da.</translation>
  </message>
  <message>
   <source>This link leads to something that Heliograph doesn't have. Open it with Telegram's own app.</source>
   <translation>Dieser Link führt zu etwas, das Heliograph nicht hat. Öffne ihn mit Telegrams eigener App.</translation>
  </message>
  <message>
   <source>Use the proxy</source>
   <translation>Proxy nutzen</translation>
  </message>
  <message>
   <source>Use this proxy?</source>
   <translation>Diesen Proxy nutzen?</translation>
  </message>
  <message>
   <source>Write to…</source>
   <translation>Schreiben an…</translation>
  </message>
  <message>
   <source>You asked to join. The chat appears in your list once an administrator agrees.</source>
   <translation>Du hast um Aufnahme gebeten. Der Chat erscheint in deiner Liste, sobald ein Administrator zustimmt.</translation>
  </message>
  <message>
   <source>You could not join this chat from here. Join it with Telegram's own app.</source>
   <translation>Diesem Chat konntest du von hier aus nicht beitreten. Tritt ihm mit Telegrams eigener App bei.</translation>
  </message>
 </context>
 <context>
  <name>ListHeader</name>
  <message>
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <source>Back to all chats</source>
   <translation>Zurück zu allen Chats</translation>
  </message>
  <message>
   <source>End the search</source>
   <translation>Suche beenden</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>Not all is as usual</source>
   <translation>Es ist nicht alles wie sonst</translation>
  </message>
  <message>
   <source>Order and filter</source>
   <translation>Reihenfolge und Filter</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Search chats and messages</source>
   <translation>Chats und Nachrichten durchsuchen</translation>
  </message>
  <message>
   <source>Unread in other accounts: %1</source>
   <translation>Ungelesen in anderen Konten: %1</translation>
  </message>
 </context>
 <context>
  <name>LocalData</name>
  <message>
   <source>Damaged local data was repaired. Secret chats may have lost messages; all else comes from Telegram.</source>
   <translation>Beschädigte lokale Daten wurden repariert. In geheimen Chats können Nachrichten fehlen; alles andere kommt von Telegram.</translation>
  </message>
  <message>
   <source>Only %s are left on the disk. Free some.</source>
   <translation>Auf der Festplatte sind nur noch %s frei. Schaffe Platz.</translation>
  </message>
  <message>
   <source>Only %s are left on the disk: nothing is downloaded. Free some.</source>
   <translation>Auf der Festplatte sind nur noch %s frei: Nichts wird heruntergeladen. Schaffe Platz.</translation>
  </message>
 </context>
 <context>
  <name>LoggingOutPage</name>
  <message>
   <source>Remove from this computer now</source>
   <translation>Jetzt von diesem Computer entfernen</translation>
  </message>
 </context>
 <context>
  <name>LookupBar</name>
  <message>
   <source>All results</source>
   <translation>Alle Treffer</translation>
  </message>
  <message>
   <source>Anybody</source>
   <translation>Von allen</translation>
  </message>
  <message>
   <source>By %1</source>
   <translation>Von %1</translation>
  </message>
  <message>
   <source>By anybody</source>
   <translation>Von allen</translation>
  </message>
  <message>
   <source>End the search</source>
   <translation>Suche beenden</translation>
  </message>
  <message>
   <source>Kind: %1</source>
   <translation>Art: %1</translation>
  </message>
  <message>
   <source>Search in this chat</source>
   <translation>In diesem Chat suchen</translation>
  </message>
  <message>
   <source>The next result, which is newer</source>
   <translation>Der nächste Treffer, der neuer ist</translation>
  </message>
  <message>
   <source>The result before, which is older</source>
   <translation>Der Treffer davor, der älter ist</translation>
  </message>
  <message>
   <source>Until a day</source>
   <translation>Bis zu einem Tag</translation>
  </message>
 </context>
 <context>
  <name>LookupList</name>
  <message>
   <source>Results in this chat</source>
   <translation>Treffer in diesem Chat</translation>
  </message>
 </context>
 <context>
  <name>MainMenu</name>
  <message>
   <source>Add account</source>
   <translation>Konto hinzufügen</translation>
  </message>
  <message>
   <source>Log out</source>
   <translation>Abmelden</translation>
  </message>
  <message>
   <source>Log out of this account?</source>
   <translation>Von diesem Konto abmelden?</translation>
  </message>
  <message>
   <source>Log out…</source>
   <translation>Abmelden…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Your chats stay at Telegram. What this computer keeps of them is removed.</source>
   <translation>Deine Chats bleiben bei Telegram. Was dieser Computer von ihnen aufbewahrt, wird entfernt.</translation>
  </message>
 </context>
 <context>
  <name>Marking</name>
  <message>
   <source>Text of the message: mark a part of it, Enter quotes it</source>
   <translation>Text der Nachricht: markiere einen Teil davon, die Eingabetaste zitiert ihn</translation>
  </message>
 </context>
 <context>
  <name>MediaGrid</name>
  <message>
   <source>Loading…</source>
   <translation>Lädt…</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
 </context>
 <context>
  <name>MediaList</name>
  <message>
   <source>Loading…</source>
   <translation>Lädt…</translation>
  </message>
  <message>
   <source>Shared here</source>
   <translation>Hier geteilt</translation>
  </message>
 </context>
 <context>
  <name>MembersList</name>
  <message>
   <source>Members</source>
   <translation>Mitglieder</translation>
  </message>
  <message>
   <source>Search members</source>
   <translation>Mitglieder suchen</translation>
  </message>
 </context>
 <context>
  <name>MessageActions</name>
  <message numerus="yes">
   <source>%n messages saved to Saved Messages.</source>
   <translation>
    <numerusform>%n Nachricht wurde unter „Gespeichertes“ abgelegt.</numerusform>
    <numerusform>%n Nachrichten wurden unter „Gespeichertes“ abgelegt.</numerusform>
   </translation>
  </message>
  <message>
   <source>A file of this kind can be a programme and do anything you can. Open it only if you know who made it.</source>
   <translation>Eine Datei dieser Art kann ein Programm sein und alles tun, was du kannst. Öffne sie nur, wenn du weißt, von wem sie ist.</translation>
  </message>
  <message>
   <source>A file of this kind can fetch things from the internet, which shows your IP address to its author.</source>
   <translation>Eine Datei dieser Art kann etwas aus dem Internet nachladen und so ihrem Urheber deine IP-Adresse zeigen.</translation>
  </message>
  <message>
   <source>Also delete for %s</source>
   <translation>Auch für %s löschen</translation>
  </message>
  <message>
   <source>Also delete for everyone</source>
   <translation>Auch für alle löschen</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>Kopiert.</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete %n messages for everyone?</source>
   <translation>
    <numerusform>%n Nachricht für alle löschen?</numerusform>
    <numerusform>%n Nachrichten für alle löschen?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Delete %n messages?</source>
   <translation>
    <numerusform>%n Nachricht löschen?</numerusform>
    <numerusform>%n Nachrichten löschen?</numerusform>
   </translation>
  </message>
  <message>
   <source>Forwarded to %s.</source>
   <translation>Weitergeleitet an %s.</translation>
  </message>
  <message>
   <source>Link copied.</source>
   <translation>Link kopiert.</translation>
  </message>
  <message>
   <source>No programme on this computer opens this.</source>
   <translation>Kein Programm auf diesem Computer öffnet das.</translation>
  </message>
  <message>
   <source>Nobody is called %s.</source>
   <translation>Niemand heißt %s.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open %s?</source>
   <translation>%s öffnen?</translation>
  </message>
  <message>
   <source>Open this .%s file?</source>
   <translation>Diese .%s-Datei öffnen?</translation>
  </message>
  <message>
   <source>Open this file without an extension?</source>
   <translation>Diese Datei ohne Endung öffnen?</translation>
  </message>
  <message numerus="yes">
   <source>Others keep them.</source>
   <translation>
    <numerusform>Andere behalten sie.</numerusform>
    <numerusform>Andere behalten sie.</numerusform>
   </translation>
  </message>
  <message>
   <source>Pinned message</source>
   <translation>Angeheftete Nachricht</translation>
  </message>
  <message>
   <source>Pinned message {number} of {total}</source>
   <translation>Angeheftete Nachricht {number} von {total}</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Melden</translation>
  </message>
  <message>
   <source>Select the messages that are to be reported.</source>
   <translation>Wähle die Nachrichten aus, die gemeldet werden sollen.</translation>
  </message>
  <message>
   <source>Thank you. The moderators will look at it.</source>
   <translation>Danke. Die Moderatoren sehen es sich an.</translation>
  </message>
  <message>
   <source>That isn't possible with this message.</source>
   <translation>Das geht mit dieser Nachricht nicht.</translation>
  </message>
  <message>
   <source>There is no text to copy.</source>
   <translation>Es gibt keinen Text zum Kopieren.</translation>
  </message>
  <message>
   <source>There is nothing to translate.</source>
   <translation>Hier gibt es nichts zu übersetzen.</translation>
  </message>
  <message numerus="yes">
   <source>These messages can't all be deleted.</source>
   <translation>
    <numerusform>Diese Nachricht lässt sich nicht löschen.</numerusform>
    <numerusform>Diese Nachrichten lassen sich nicht alle löschen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>They disappear for everybody in this chat.</source>
   <translation>
    <numerusform>Sie verschwindet für alle in diesem Chat.</numerusform>
    <numerusform>Sie verschwinden für alle in diesem Chat.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>They disappear from your devices.</source>
   <translation>
    <numerusform>Sie verschwindet von deinen Geräten.</numerusform>
    <numerusform>Sie verschwinden von deinen Geräten.</numerusform>
   </translation>
  </message>
  <message>
   <source>This link is of a kind that Heliograph doesn't open.</source>
   <translation>Einen Link dieser Art öffnet Heliograph nicht.</translation>
  </message>
  <message>
   <source>This message can't be deleted.</source>
   <translation>Diese Nachricht lässt sich nicht löschen.</translation>
  </message>
  <message>
   <source>This message can't be edited.</source>
   <translation>Diese Nachricht lässt sich nicht bearbeiten.</translation>
  </message>
  <message>
   <source>This message can't be forwarded.</source>
   <translation>Diese Nachricht lässt sich nicht weiterleiten.</translation>
  </message>
  <message>
   <source>This message doesn't exist any more.</source>
   <translation>Diese Nachricht gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>What is wrong?</source>
   <translation>Was stimmt nicht?</translation>
  </message>
  <message>
   <source>You can't pin this message.</source>
   <translation>Du kannst diese Nachricht nicht anheften.</translation>
  </message>
  <message>
   <source>You can't quote from this message.</source>
   <translation>Aus dieser Nachricht kannst du nicht zitieren.</translation>
  </message>
  <message>
   <source>You can't reply to this message.</source>
   <translation>Du kannst auf diese Nachricht nicht antworten.</translation>
  </message>
 </context>
 <context>
  <name>MessageContextMenu</name>
  <message>
   <source>Copy link</source>
   <translation>Link kopieren</translation>
  </message>
  <message>
   <source>Copy text</source>
   <translation>Text kopieren</translation>
  </message>
  <message>
   <source>Copy what is marked</source>
   <translation>Markiertes kopieren</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Delete this one…</source>
   <translation>Nur dies löschen…</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Löschen…</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Forward this one…</source>
   <translation>Nur dies weiterleiten…</translation>
  </message>
  <message>
   <source>Forward…</source>
   <translation>Weiterleiten…</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Pin…</source>
   <translation>Anheften…</translation>
  </message>
  <message>
   <source>Put text into the composer</source>
   <translation>Text ins Schreibfeld setzen</translation>
  </message>
  <message>
   <source>Quote a part…</source>
   <translation>Teil zitieren…</translation>
  </message>
  <message>
   <source>Quote what is marked</source>
   <translation>Markiertes zitieren</translation>
  </message>
  <message>
   <source>React with %1</source>
   <translation>Mit %1 reagieren</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Melden…</translation>
  </message>
  <message>
   <source>Save to Saved Messages</source>
   <translation>Unter „Gespeichertes“ ablegen</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>Auswählen</translation>
  </message>
  <message>
   <source>Select this one</source>
   <translation>Nur dies auswählen</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>Noch einmal senden</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Leertaste</translation>
  </message>
  <message>
   <source>Translate</source>
   <translation>Übersetzen</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Ablösen</translation>
  </message>
 </context>
 <context>
  <name>MessageList</name>
  <message>
   <source>Messages</source>
   <translation>Nachrichten</translation>
  </message>
 </context>
 <context>
  <name>Messages</name>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n Person</numerusform>
    <numerusform>%n Personen</numerusform>
   </translation>
  </message>
  <message>
   <source>Deleted message</source>
   <translation>Gelöschte Nachricht</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Forwarded from %s</source>
   <translation>Weitergeleitet von %s</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Story</translation>
  </message>
  <message>
   <source>This version of Heliograph can't show this message. A newer one may.</source>
   <translation>Diese Version von Heliograph kann diese Nachricht nicht zeigen. Eine neuere vielleicht.</translation>
  </message>
  <message>
   <source>Unknown chat</source>
   <translation>Unbekannter Chat</translation>
  </message>
  <message>
   <source>Unread messages</source>
   <translation>Ungelesene Nachrichten</translation>
  </message>
  <message>
   <source>Voice message</source>
   <translation>Sprachnachricht</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Du</translation>
  </message>
  <message>
   <source>being sent</source>
   <translation>wird gesendet</translation>
  </message>
  <message>
   <source>edited</source>
   <translation>bearbeitet</translation>
  </message>
  <message>
   <source>not sent</source>
   <translation>nicht gesendet</translation>
  </message>
  <message>
   <source>read</source>
   <translation>gelesen</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>{emoji}, {count}</source>
   <translation>{emoji}, {count}</translation>
  </message>
  <message>
   <source>{number} together: {spoken}</source>
   <translation>{number} zusammen: {spoken}</translation>
  </message>
  <message>
   <source>{sender} at {time}: {text}</source>
   <translation>{sender} um {time}: {text}</translation>
  </message>
 </context>
 <context>
  <name>MetaLine</name>
  <message>
   <source>edited</source>
   <translation>bearbeitet</translation>
  </message>
 </context>
 <context>
  <name>Mosaic</name>
  <message>
   <source>Picture %1 of %2</source>
   <translation>Bild %1 von %2</translation>
  </message>
  <message>
   <source>Video %1 of %2</source>
   <translation>Video %1 von %2</translation>
  </message>
 </context>
 <context>
  <name>Names</name>
  <message numerus="yes">
   <source>%n others</source>
   <translation>
    <numerusform>%n weiterer</numerusform>
    <numerusform>%n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>Deleted account</source>
   <translation>Gelöschtes Konto</translation>
  </message>
  <message>
   <source>Unnamed</source>
   <translation>Ohne Namen</translation>
  </message>
  <message>
   <source>a chat</source>
   <translation>ein Chat</translation>
  </message>
  <message>
   <source>you</source>
   <translation>dich</translation>
  </message>
  <message>
   <source>{several} and {last}</source>
   <translation>{several} und {last}</translation>
  </message>
  <message>
   <source>“%s”</source>
   <translation>„%s“</translation>
  </message>
 </context>
 <context>
  <name>Notifications</name>
  <message numerus="yes">
   <source>%n new messages</source>
   <translation>
    <numerusform>%n neue Nachricht</numerusform>
    <numerusform>%n neue Nachrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>Incoming call</source>
   <translation>Eingehender Anruf</translation>
  </message>
  <message>
   <source>Mark as read</source>
   <translation>Als gelesen markieren</translation>
  </message>
  <message>
   <source>New secret chat</source>
   <translation>Neuer geheimer Chat</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>{chat} · {account}</source>
   <translation>{chat} · {account}</translation>
  </message>
  <message>
   <source>{name}: {text}</source>
   <translation>{name}: {text}</translation>
  </message>
 </context>
 <context>
  <name>NotificationsSection</name>
  <message>
   <source>Notifications</source>
   <translation>Benachrichtigungen</translation>
  </message>
  <message>
   <source>On this computer alone. What is muted in a chat stays silent everywhere.</source>
   <translation>Nur auf diesem Computer. Was in einem Chat stumm ist, bleibt überall stumm.</translation>
  </message>
  <message>
   <source>Show neither</source>
   <translation>Beides nicht zeigen</translation>
  </message>
  <message>
   <source>Show the name alone</source>
   <translation>Nur den Namen zeigen</translation>
  </message>
  <message>
   <source>Show the name and the text</source>
   <translation>Namen und Text zeigen</translation>
  </message>
  <message>
   <source>Tell me of new messages</source>
   <translation>Neue Nachrichten melden</translation>
  </message>
  <message>
   <source>With a sound</source>
   <translation>Mit einem Ton</translation>
  </message>
 </context>
 <context>
  <name>Numbers</name>
  <message>
   <source>%d m</source>
   <translation>%d m</translation>
  </message>
  <message numerus="yes">
   <source>%n Stars</source>
   <translation>
    <numerusform>%n Stern</numerusform>
    <numerusform>%n Sterne</numerusform>
   </translation>
  </message>
  <message>
   <source>%s TON</source>
   <translation>%s TON</translation>
  </message>
  <message>
   <source>%s km</source>
   <translation>%s km</translation>
  </message>
  <message>
   <source>K</source>
   <translation>K</translation>
  </message>
  <message>
   <source>M</source>
   <translation>M</translation>
  </message>
 </context>
 <context>
  <name>Pages</name>
  <message>
   <source>Audio</source>
   <translation>Audio</translation>
  </message>
  <message>
   <source>Embedded page</source>
   <translation>Eingebettete Seite</translation>
  </message>
  <message>
   <source>GIF</source>
   <translation>GIF</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Something that Heliograph can't show</source>
   <translation>Etwas, das Heliograph nicht zeigen kann</translation>
  </message>
  <message>
   <source>There is more that Heliograph can't show here yet.</source>
   <translation>Hier ist noch mehr, das Heliograph noch nicht zeigen kann.</translation>
  </message>
  <message>
   <source>Video</source>
   <translation>Video</translation>
  </message>
  <message>
   <source>Voice message</source>
   <translation>Sprachnachricht</translation>
  </message>
 </context>
 <context>
  <name>Passport</name>
  <message>
   <source>address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>bank statement</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>driver's licence</source>
   <translation>Führerschein</translation>
  </message>
  <message>
   <source>e-mail address</source>
   <translation>E-Mail-Adresse</translation>
  </message>
  <message>
   <source>identity card</source>
   <translation>Personalausweis</translation>
  </message>
  <message>
   <source>internal passport</source>
   <translation>Inlandspass</translation>
  </message>
  <message>
   <source>passport</source>
   <translation>Reisepass</translation>
  </message>
  <message>
   <source>personal details</source>
   <translation>persönliche Angaben</translation>
  </message>
  <message>
   <source>phone number</source>
   <translation>Telefonnummer</translation>
  </message>
  <message>
   <source>registration page of the passport</source>
   <translation>Meldeseite des Passes</translation>
  </message>
  <message>
   <source>rental agreement</source>
   <translation>Mietvertrag</translation>
  </message>
  <message>
   <source>temporary registration</source>
   <translation>vorläufige Meldebescheinigung</translation>
  </message>
  <message>
   <source>utility bill</source>
   <translation>Nebenkostenrechnung</translation>
  </message>
 </context>
 <context>
  <name>PasswordField</name>
  <message>
   <source>Hide %1</source>
   <translation>%1 verbergen</translation>
  </message>
  <message>
   <source>Show %1</source>
   <translation>%1 zeigen</translation>
  </message>
  <message>
   <source>password</source>
   <translation>Passwort</translation>
  </message>
 </context>
 <context>
  <name>PasswordPage</name>
  <message>
   <source>Code from the e-mail</source>
   <translation>Code aus der E-Mail</translation>
  </message>
  <message>
   <source>Forgot password?</source>
   <translation>Passwort vergessen?</translation>
  </message>
  <message>
   <source>I remember my password</source>
   <translation>Ich erinnere mich an mein Passwort</translation>
  </message>
  <message>
   <source>New password again</source>
   <translation>Neues Passwort noch einmal</translation>
  </message>
  <message>
   <source>New password; empty for none</source>
   <translation>Neues Passwort; leer für keines</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Set a new password</source>
   <translation>Neues Passwort festlegen</translation>
  </message>
  <message>
   <source>Set and sign in</source>
   <translation>Festlegen und anmelden</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>This account is protected by an additional password.</source>
   <translation>Dieses Konto ist durch ein zusätzliches Passwort geschützt.</translation>
  </message>
  <message>
   <source>Use another phone number</source>
   <translation>Andere Telefonnummer verwenden</translation>
  </message>
  <message>
   <source>Your password</source>
   <translation>Dein Passwort</translation>
  </message>
 </context>
 <context>
  <name>PhoneNumberPage</name>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Phone number</source>
   <translation>Telefonnummer</translation>
  </message>
  <message>
   <source>Sign in by QR code</source>
   <translation>Mit QR-Code anmelden</translation>
  </message>
  <message>
   <source>Telegram sends a code to it.</source>
   <translation>Telegram sendet einen Code dorthin.</translation>
  </message>
  <message>
   <source>Your phone number</source>
   <translation>Deine Telefonnummer</translation>
  </message>
 </context>
 <context>
  <name>PictureViewer</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Photo by %1, %2</source>
   <translation>Foto von %1, %2</translation>
  </message>
  <message>
   <source>The next photo</source>
   <translation>Das nächste Foto</translation>
  </message>
  <message>
   <source>The photo before</source>
   <translation>Das Foto davor</translation>
  </message>
 </context>
 <context>
  <name>Pinned</name>
  <message>
   <source>a GIF</source>
   <translation>ein GIF</translation>
  </message>
  <message>
   <source>a contact</source>
   <translation>einen Kontakt</translation>
  </message>
  <message>
   <source>a file</source>
   <translation>eine Datei</translation>
  </message>
  <message>
   <source>a giveaway</source>
   <translation>eine Verlosung</translation>
  </message>
  <message>
   <source>a live location</source>
   <translation>einen Live-Standort</translation>
  </message>
  <message>
   <source>a location</source>
   <translation>einen Standort</translation>
  </message>
  <message>
   <source>a message</source>
   <translation>eine Nachricht</translation>
  </message>
  <message>
   <source>a photo</source>
   <translation>ein Foto</translation>
  </message>
  <message>
   <source>a place</source>
   <translation>einen Ort</translation>
  </message>
  <message>
   <source>a sticker</source>
   <translation>einen Sticker</translation>
  </message>
  <message>
   <source>a story</source>
   <translation>eine Story</translation>
  </message>
  <message>
   <source>a video</source>
   <translation>ein Video</translation>
  </message>
  <message>
   <source>a video message</source>
   <translation>eine Videonachricht</translation>
  </message>
  <message>
   <source>a voice message</source>
   <translation>eine Sprachnachricht</translation>
  </message>
  <message>
   <source>an audio file</source>
   <translation>eine Audiodatei</translation>
  </message>
  <message>
   <source>an invoice</source>
   <translation>eine Rechnung</translation>
  </message>
  <message>
   <source>paid media</source>
   <translation>bezahlte Medien</translation>
  </message>
  <message>
   <source>the checklist %s</source>
   <translation>die Checkliste %s</translation>
  </message>
  <message>
   <source>the file %s</source>
   <translation>die Datei %s</translation>
  </message>
  <message>
   <source>the game %s</source>
   <translation>das Spiel %s</translation>
  </message>
  <message>
   <source>the poll %s</source>
   <translation>die Umfrage %s</translation>
  </message>
 </context>
 <context>
  <name>PinsBar</name>
  <message>
   <source>All pinned messages</source>
   <translation>Alle angehefteten Nachrichten</translation>
  </message>
  <message>
   <source>Hide the pinned message</source>
   <translation>Angeheftete Nachricht ausblenden</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Ablösen</translation>
  </message>
 </context>
 <context>
  <name>PinsDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Pinned messages</source>
   <translation>Angeheftete Nachrichten</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Ablösen</translation>
  </message>
  <message>
   <source>Unpin all…</source>
   <translation>Alle ablösen…</translation>
  </message>
 </context>
 <context>
  <name>PollMessage</name>
  <message>
   <source>Take the vote back</source>
   <translation>Stimme zurücknehmen</translation>
  </message>
  <message>
   <source>Vote</source>
   <translation>Abstimmen</translation>
  </message>
 </context>
 <context>
  <name>Polls</name>
  <message numerus="yes">
   <source>%n votes</source>
   <translation>
    <numerusform>%n Stimme</numerusform>
    <numerusform>%n Stimmen</numerusform>
   </translation>
  </message>
  <message>
   <source>%s votes</source>
   <translation>%s Stimmen</translation>
  </message>
  <message>
   <source>Anonymous poll</source>
   <translation>Anonyme Umfrage</translation>
  </message>
  <message>
   <source>Anonymous quiz</source>
   <translation>Anonymes Quiz</translation>
  </message>
  <message>
   <source>Chose “%s”</source>
   <translation>Hat „%s“ gewählt</translation>
  </message>
  <message>
   <source>Final results</source>
   <translation>Endergebnis</translation>
  </message>
  <message>
   <source>No votes yet</source>
   <translation>Noch keine Stimmen</translation>
  </message>
  <message>
   <source>Only members can vote</source>
   <translation>Nur Mitglieder können abstimmen</translation>
  </message>
  <message>
   <source>Poll</source>
   <translation>Umfrage</translation>
  </message>
  <message>
   <source>Quiz</source>
   <translation>Quiz</translation>
  </message>
  <message>
   <source>That is right.</source>
   <translation>Das ist richtig.</translation>
  </message>
  <message>
   <source>That was not right.</source>
   <translation>Das war nicht richtig.</translation>
  </message>
  <message>
   <source>Votes are counted once it is sent</source>
   <translation>Stimmen zählen, sobald sie gesendet ist</translation>
  </message>
  <message>
   <source>You can't vote from your country</source>
   <translation>Aus deinem Land kannst du nicht abstimmen</translation>
  </message>
  <message>
   <source>Your vote was taken back.</source>
   <translation>Deine Stimme wurde zurückgenommen.</translation>
  </message>
  <message numerus="yes">
   <source>and %n others</source>
   <translation>
    <numerusform>und %n weiterer</numerusform>
    <numerusform>und %n weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{kind}, ends {date}</source>
   <translation>{kind}, endet {date}</translation>
  </message>
  <message>
   <source>{kind}, several answers</source>
   <translation>{kind}, mehrere Antworten</translation>
  </message>
 </context>
 <context>
  <name>Presence</name>
  <message numerus="yes">
   <source>%n members</source>
   <translation>
    <numerusform>%n Mitglied</numerusform>
    <numerusform>%n Mitglieder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n monthly users</source>
   <translation>
    <numerusform>%n Nutzer im Monat</numerusform>
    <numerusform>%n Nutzer im Monat</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people are typing…</source>
   <translation>
    <numerusform>%n Person schreibt…</numerusform>
    <numerusform>%n Personen schreiben…</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n subscribers</source>
   <translation>
    <numerusform>%n Abonnent</numerusform>
    <numerusform>%n Abonnenten</numerusform>
   </translation>
  </message>
  <message>
   <source>bot</source>
   <translation>Bot</translation>
  </message>
  <message>
   <source>channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>choosing a contact…</source>
   <translation>wählt einen Kontakt…</translation>
  </message>
  <message>
   <source>choosing a location…</source>
   <translation>wählt einen Ort…</translation>
  </message>
  <message>
   <source>choosing a sticker…</source>
   <translation>wählt einen Sticker…</translation>
  </message>
  <message>
   <source>deleted account</source>
   <translation>gelöschtes Konto</translation>
  </message>
  <message>
   <source>group</source>
   <translation>Gruppe</translation>
  </message>
  <message numerus="yes">
   <source>last seen %n minutes ago</source>
   <translation>
    <numerusform>zuletzt online vor %n Minute</numerusform>
    <numerusform>zuletzt online vor %n Minuten</numerusform>
   </translation>
  </message>
  <message>
   <source>last seen %s</source>
   <translation>zuletzt online %s</translation>
  </message>
  <message>
   <source>last seen a long time ago</source>
   <translation>vor langer Zeit zuletzt online</translation>
  </message>
  <message>
   <source>last seen just now</source>
   <translation>gerade eben zuletzt online</translation>
  </message>
  <message>
   <source>last seen recently</source>
   <translation>vor Kurzem zuletzt online</translation>
  </message>
  <message>
   <source>last seen within a month</source>
   <translation>im letzten Monat zuletzt online</translation>
  </message>
  <message>
   <source>last seen within a week</source>
   <translation>in der letzten Woche zuletzt online</translation>
  </message>
  <message>
   <source>online</source>
   <translation>online</translation>
  </message>
  <message>
   <source>playing a game…</source>
   <translation>spielt ein Spiel…</translation>
  </message>
  <message>
   <source>recording a video message…</source>
   <translation>nimmt eine Videonachricht auf…</translation>
  </message>
  <message>
   <source>recording a video…</source>
   <translation>nimmt ein Video auf…</translation>
  </message>
  <message>
   <source>recording a voice message…</source>
   <translation>nimmt eine Sprachnachricht auf…</translation>
  </message>
  <message>
   <source>sending a file…</source>
   <translation>sendet eine Datei…</translation>
  </message>
  <message>
   <source>sending a photo…</source>
   <translation>sendet ein Foto…</translation>
  </message>
  <message>
   <source>sending a video message…</source>
   <translation>sendet eine Videonachricht…</translation>
  </message>
  <message>
   <source>sending a video…</source>
   <translation>sendet ein Video…</translation>
  </message>
  <message>
   <source>sending a voice message…</source>
   <translation>sendet eine Sprachnachricht…</translation>
  </message>
  <message>
   <source>service notifications</source>
   <translation>Dienstmitteilungen</translation>
  </message>
  <message>
   <source>support</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>typing…</source>
   <translation>schreibt…</translation>
  </message>
  <message>
   <source>watching an animation…</source>
   <translation>sieht eine Animation…</translation>
  </message>
  <message>
   <source>{members}, {count} online</source>
   <translation>{members}, {count} online</translation>
  </message>
  <message>
   <source>{names} are typing…</source>
   <translation>{names} schreiben…</translation>
  </message>
  <message>
   <source>{name} is choosing a contact…</source>
   <translation>{name} wählt einen Kontakt…</translation>
  </message>
  <message>
   <source>{name} is choosing a location…</source>
   <translation>{name} wählt einen Ort…</translation>
  </message>
  <message>
   <source>{name} is choosing a sticker…</source>
   <translation>{name} wählt einen Sticker…</translation>
  </message>
  <message>
   <source>{name} is playing a game…</source>
   <translation>{name} spielt ein Spiel…</translation>
  </message>
  <message>
   <source>{name} is recording a video message…</source>
   <translation>{name} nimmt eine Videonachricht auf…</translation>
  </message>
  <message>
   <source>{name} is recording a video…</source>
   <translation>{name} nimmt ein Video auf…</translation>
  </message>
  <message>
   <source>{name} is recording a voice message…</source>
   <translation>{name} nimmt eine Sprachnachricht auf…</translation>
  </message>
  <message>
   <source>{name} is sending a file…</source>
   <translation>{name} sendet eine Datei…</translation>
  </message>
  <message>
   <source>{name} is sending a photo…</source>
   <translation>{name} sendet ein Foto…</translation>
  </message>
  <message>
   <source>{name} is sending a video message…</source>
   <translation>{name} sendet eine Videonachricht…</translation>
  </message>
  <message>
   <source>{name} is sending a video…</source>
   <translation>{name} sendet ein Video…</translation>
  </message>
  <message>
   <source>{name} is sending a voice message…</source>
   <translation>{name} sendet eine Sprachnachricht…</translation>
  </message>
  <message>
   <source>{name} is typing…</source>
   <translation>{name} schreibt…</translation>
  </message>
  <message>
   <source>{name} is watching an animation…</source>
   <translation>{name} sieht eine Animation…</translation>
  </message>
 </context>
 <context>
  <name>Previews</name>
  <message numerus="yes">
   <source>%n paid photos and videos</source>
   <translation>
    <numerusform>%n bezahltes Foto oder Video</numerusform>
    <numerusform>%n bezahlte Fotos und Videos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n Person</numerusform>
    <numerusform>%n Personen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n winners were chosen</source>
   <translation>
    <numerusform>%n Gewinner wurde ermittelt</numerusform>
    <numerusform>%n Gewinner wurden ermittelt</numerusform>
   </translation>
  </message>
  <message>
   <source>%s Sticker</source>
   <translation>%s Sticker</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Audio</source>
   <translation>Audio</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>Checkliste</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Kontakt</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Würfel</translation>
  </message>
  <message>
   <source>Dice for %s</source>
   <translation>Würfel um %s</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>GIF</source>
   <translation>GIF</translation>
  </message>
  <message>
   <source>Game</source>
   <translation>Spiel</translation>
  </message>
  <message>
   <source>Giveaway</source>
   <translation>Verlosung</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Live location</source>
   <translation>Live-Standort</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Standort</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Photo has expired</source>
   <translation>Foto ist abgelaufen</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Poll</source>
   <translation>Umfrage</translation>
  </message>
  <message>
   <source>Quiz</source>
   <translation>Quiz</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Self-destructing photo</source>
   <translation>Selbstlöschendes Foto</translation>
  </message>
  <message>
   <source>Self-destructing video</source>
   <translation>Selbstlöschendes Video</translation>
  </message>
  <message>
   <source>Self-destructing video message</source>
   <translation>Selbstlöschende Videonachricht</translation>
  </message>
  <message>
   <source>Sticker</source>
   <translation>Sticker</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Story</translation>
  </message>
  <message>
   <source>The giveaway was cancelled</source>
   <translation>Die Verlosung wurde abgesagt</translation>
  </message>
  <message>
   <source>The request to allow sharing has expired</source>
   <translation>Die Bitte, das Teilen zu erlauben, ist abgelaufen</translation>
  </message>
  <message>
   <source>This message is not supported by this version</source>
   <translation>Diese Version kann diese Nachricht nicht zeigen</translation>
  </message>
  <message>
   <source>Video</source>
   <translation>Video</translation>
  </message>
  <message>
   <source>Video has expired</source>
   <translation>Video ist abgelaufen</translation>
  </message>
  <message>
   <source>Video message</source>
   <translation>Videonachricht</translation>
  </message>
  <message>
   <source>Video message has expired</source>
   <translation>Videonachricht ist abgelaufen</translation>
  </message>
  <message>
   <source>Voice message</source>
   <translation>Sprachnachricht</translation>
  </message>
  <message>
   <source>Voice message has expired</source>
   <translation>Sprachnachricht ist abgelaufen</translation>
  </message>
  <message>
   <source>Winners of the giveaway</source>
   <translation>Gewinner der Verlosung</translation>
  </message>
  <message>
   <source>You asked to allow sharing</source>
   <translation>Du hast darum gebeten, das Teilen zu erlauben</translation>
  </message>
  <message>
   <source>You mentioned {partner} in a story</source>
   <translation>Du hast {partner} in einer Story erwähnt</translation>
  </message>
  <message>
   <source>You set a new wallpaper</source>
   <translation>Du hast ein neues Hintergrundbild gewählt</translation>
  </message>
  <message>
   <source>You set a new wallpaper for both of you</source>
   <translation>Du hast für euch beide ein neues Hintergrundbild gewählt</translation>
  </message>
  <message>
   <source>You suggested {partner} a profile photo</source>
   <translation>Du hast ein Profilbild für {partner} vorgeschlagen</translation>
  </message>
  <message>
   <source>You suggested {partner} to add a birthday</source>
   <translation>Du hast {partner} gebeten, den Geburtstag einzutragen</translation>
  </message>
  <message>
   <source>{file}, {caption}</source>
   <translation>{file}, {caption}</translation>
  </message>
  <message>
   <source>{kind}, {length}</source>
   <translation>{kind}, {length}</translation>
  </message>
  <message>
   <source>{kind}: {text}</source>
   <translation>{kind}: {text}</translation>
  </message>
  <message>
   <source>{name} asks to allow sharing</source>
   <translation>{name} bittet darum, das Teilen zu erlauben</translation>
  </message>
  <message>
   <source>{name} mentioned you in a story</source>
   <translation>{name} hat dich in einer Story erwähnt</translation>
  </message>
  <message>
   <source>{name} set a new wallpaper</source>
   <translation>{name} hat ein neues Hintergrundbild gewählt</translation>
  </message>
  <message>
   <source>{name} set a new wallpaper for both of you</source>
   <translation>{name} hat für euch beide ein neues Hintergrundbild gewählt</translation>
  </message>
  <message>
   <source>{name} suggests a profile photo for you</source>
   <translation>{name} schlägt ein Profilbild für dich vor</translation>
  </message>
  <message>
   <source>{name} suggests adding your birthday</source>
   <translation>{name} schlägt vor, deinen Geburtstag einzutragen</translation>
  </message>
  <message>
   <source>{performer} – {title}</source>
   <translation>{performer} – {title}</translation>
  </message>
  <message>
   <source>{prize} for {people}</source>
   <translation>{prize} für {people}</translation>
  </message>
  <message>
   <source>{thing}, {price}</source>
   <translation>{thing}, {price}</translation>
  </message>
  <message>
   <source>{title}, {done} of {all} done</source>
   <translation>{title}, {done} von {all} erledigt</translation>
  </message>
 </context>
 <context>
  <name>ProgressRing</name>
  <message>
   <source>%1 percent</source>
   <translation>%1 Prozent</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>Läuft</translation>
  </message>
 </context>
 <context>
  <name>Proxies</name>
  <message>
   <source>The MTProto proxy's secret is missing or malformed.</source>
   <translation>Das Geheimnis des MTProto-Proxys fehlt oder ist fehlerhaft.</translation>
  </message>
  <message>
   <source>The proxy's address begins with a kind that is not known (“%s”).</source>
   <translation>Die Adresse des Proxys beginnt mit einer unbekannten Art („%s“).</translation>
  </message>
  <message>
   <source>The proxy's address does not say what kind of proxy it is.</source>
   <translation>Die Adresse des Proxys sagt nicht, welche Art von Proxy das ist.</translation>
  </message>
  <message>
   <source>The proxy's address has no server name.</source>
   <translation>Der Adresse des Proxys fehlt der Name des Servers.</translation>
  </message>
  <message>
   <source>The proxy's address has no usable server name (“%s”).</source>
   <translation>Die Adresse des Proxys hat keinen brauchbaren Servernamen („%s“).</translation>
  </message>
  <message>
   <source>The proxy's address is empty.</source>
   <translation>Die Adresse des Proxys ist leer.</translation>
  </message>
  <message>
   <source>The proxy's address needs a port after the server name.</source>
   <translation>Der Adresse des Proxys fehlt der Port nach dem Namen des Servers.</translation>
  </message>
  <message>
   <source>The proxy's address needs a port from 1 to 65535 after the server name (“%s” is none).</source>
   <translation>Die Adresse des Proxys braucht nach dem Servernamen einen Port von 1 bis 65535 („%s“ ist keiner).</translation>
  </message>
  <message>
   <source>Write it as socks5://user:password@server:port, http://server:port, or as the link of an MTProto proxy: tg://proxy?server=…&amp;port=…&amp;secret=…</source>
   <translation>Schreibe sie als socks5://benutzer:passwort@server:port, http://server:port oder als Link eines MTProto-Proxys: tg://proxy?server=…&amp;port=…&amp;secret=…</translation>
  </message>
  <message>
   <source>answers in %d ms</source>
   <translation>antwortet in %d ms</translation>
  </message>
  <message>
   <source>asking…</source>
   <translation>wird gefragt…</translation>
  </message>
  <message>
   <source>does not answer</source>
   <translation>antwortet nicht</translation>
  </message>
 </context>
 <context>
  <name>QrCode</name>
  <message>
   <source>QR code to sign in with another device</source>
   <translation>QR-Code zum Anmelden mit einem anderen Gerät</translation>
  </message>
  <message>
   <source>The QR code is being prepared</source>
   <translation>Der QR-Code wird vorbereitet</translation>
  </message>
 </context>
 <context>
  <name>QrCodePage</name>
  <message>
   <source>Go to Settings → Devices → Link Desktop Device</source>
   <translation>Geh zu Einstellungen → Geräte → Desktop-Gerät verknüpfen</translation>
  </message>
  <message>
   <source>Open Telegram on your phone</source>
   <translation>Öffne Telegram auf deinem Telefon</translation>
  </message>
  <message>
   <source>Point the phone at this code</source>
   <translation>Richte das Telefon auf diesen Code</translation>
  </message>
  <message>
   <source>Sign in by phone number</source>
   <translation>Mit Telefonnummer anmelden</translation>
  </message>
  <message>
   <source>Sign in with your phone</source>
   <translation>Melde dich mit deinem Telefon an</translation>
  </message>
 </context>
 <context>
  <name>QuoteBlock</name>
  <message>
   <source>Fold the quote</source>
   <translation>Zitat einklappen</translation>
  </message>
  <message>
   <source>Show the whole quote</source>
   <translation>Ganzes Zitat zeigen</translation>
  </message>
 </context>
 <context>
  <name>RefusedPage</name>
  <message>
   <source>Start again</source>
   <translation>Von vorn beginnen</translation>
  </message>
  <message>
   <source>This way is closed</source>
   <translation>Dieser Weg ist versperrt</translation>
  </message>
 </context>
 <context>
  <name>RegistrationPage</name>
  <message>
   <source>First name</source>
   <translation>Vorname</translation>
  </message>
  <message>
   <source>Last name (optional)</source>
   <translation>Nachname (freiwillig)</translation>
  </message>
  <message>
   <source>Read the terms of service</source>
   <translation>Nutzungsbedingungen lesen</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>Registrieren</translation>
  </message>
  <message>
   <source>Terms of service</source>
   <translation>Nutzungsbedingungen</translation>
  </message>
  <message>
   <source>This phone number has no account yet. What is your name?</source>
   <translation>Diese Telefonnummer hat noch kein Konto. Wie heißt du?</translation>
  </message>
  <message>
   <source>Use another phone number</source>
   <translation>Andere Telefonnummer verwenden</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
 </context>
 <context>
  <name>ReplyHeader</name>
  <message>
   <source>In reply to %1: %2</source>
   <translation>Antwort an %1: %2</translation>
  </message>
  <message>
   <source>In reply to a quote of %1: %2</source>
   <translation>Antwort auf ein Zitat von %1: %2</translation>
  </message>
 </context>
 <context>
  <name>ReplyKeys</name>
  <message>
   <source>Buttons of the bot</source>
   <translation>Knöpfe des Bots</translation>
  </message>
  <message>
   <source>Hide the bot's buttons</source>
   <translation>Knöpfe des Bots ausblenden</translation>
  </message>
  <message>
   <source>Show the bot's buttons</source>
   <translation>Knöpfe des Bots zeigen</translation>
  </message>
 </context>
 <context>
  <name>ReportDialog</name>
  <message>
   <source>In a few words</source>
   <translation>In ein paar Worten</translation>
  </message>
  <message>
   <source>More, if you like</source>
   <translation>Mehr, wenn du magst</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Melden</translation>
  </message>
  <message>
   <source>What is wrong?</source>
   <translation>Was stimmt nicht?</translation>
  </message>
 </context>
 <context>
  <name>Search</name>
  <message>
   <source>All messages</source>
   <translation>Alle Nachrichten</translation>
  </message>
  <message>
   <source>Chats</source>
   <translation>Chats</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Kontakte</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>GIFs</source>
   <translation>GIFs</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Mentions of me</source>
   <translation>Erwähnungen von mir</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Nachrichten</translation>
  </message>
  <message>
   <source>Music</source>
   <translation>Musik</translation>
  </message>
  <message>
   <source>Nothing was found for %s.</source>
   <translation>Zu %s wurde nichts gefunden.</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Public chats</source>
   <translation>Öffentliche Chats</translation>
  </message>
  <message>
   <source>There is nothing of this kind here.</source>
   <translation>Hier ist nichts dieser Art.</translation>
  </message>
  <message>
   <source>Until %s</source>
   <translation>Bis %s</translation>
  </message>
  <message>
   <source>Videos</source>
   <translation>Videos</translation>
  </message>
  <message>
   <source>Voice messages</source>
   <translation>Sprachnachrichten</translation>
  </message>
  <message>
   <source>{number} of {total}</source>
   <translation>{number} von {total}</translation>
  </message>
 </context>
 <context>
  <name>SearchDelegate</name>
  <message>
   <source>%1:</source>
   <translation>%1:</translation>
  </message>
 </context>
 <context>
  <name>SearchView</name>
  <message>
   <source>Search results</source>
   <translation>Suchergebnisse</translation>
  </message>
 </context>
 <context>
  <name>SelectionBar</name>
  <message numerus="yes">
   <source>%n selected</source>
   <translation>
    <numerusform>%n ausgewählt</numerusform>
    <numerusform>%n ausgewählt</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy text</source>
   <translation>Text kopieren</translation>
  </message>
  <message>
   <source>Delete…</source>
   <translation>Löschen…</translation>
  </message>
  <message>
   <source>Forward…</source>
   <translation>Weiterleiten…</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Melden…</translation>
  </message>
  <message>
   <source>Save to Saved Messages</source>
   <translation>Unter „Gespeichertes“ ablegen</translation>
  </message>
  <message>
   <source>Select nothing</source>
   <translation>Auswahl aufheben</translation>
  </message>
 </context>
 <context>
  <name>Service</name>
  <message numerus="yes">
   <source>%n documents</source>
   <translation>
    <numerusform>%n Dokument</numerusform>
    <numerusform>%n Dokumente</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n messages</source>
   <translation>
    <numerusform>%n Nachricht</numerusform>
    <numerusform>%n Nachrichten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n prizes are left</source>
   <translation>
    <numerusform>%n Gewinn ist übrig</numerusform>
    <numerusform>%n Gewinne sind übrig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n tasks</source>
   <translation>
    <numerusform>%n Aufgabe</numerusform>
    <numerusform>%n Aufgaben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n times</source>
   <translation>
    <numerusform>%n-mal</numerusform>
    <numerusform>%n-mal</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n winners of the giveaway were chosen</source>
   <translation>
    <numerusform>%n Gewinner der Verlosung wurde ermittelt</numerusform>
    <numerusform>%n Gewinner der Verlosung wurden ermittelt</numerusform>
   </translation>
  </message>
  <message>
   <source>Channel created</source>
   <translation>Kanal erstellt</translation>
  </message>
  <message>
   <source>Data received from the button {button}</source>
   <translation>Daten vom Knopf {button} empfangen</translation>
  </message>
  <message>
   <source>Live stream ended (%s)</source>
   <translation>Livestream beendet (%s)</translation>
  </message>
  <message>
   <source>Live stream planned for %s</source>
   <translation>Livestream geplant: %s</translation>
  </message>
  <message>
   <source>Live stream started</source>
   <translation>Livestream begonnen</translation>
  </message>
  <message>
   <source>Messages are deleted after {length}, as set by {person} for new chats</source>
   <translation>Nachrichten werden gelöscht, sobald sie älter sind als {length}; für neue Chats eingestellt durch {person}</translation>
  </message>
  <message>
   <source>Messages are free in this group now</source>
   <translation>Nachrichten in dieser Gruppe sind jetzt kostenlos</translation>
  </message>
  <message>
   <source>Messages cost {stars} in this group now</source>
   <translation>Nachrichten in dieser Gruppe kosten jetzt {stars}</translation>
  </message>
  <message>
   <source>Messages to the channel were turned off</source>
   <translation>Nachrichten an den Kanal wurden ausgeschaltet</translation>
  </message>
  <message>
   <source>Messages to the channel were turned on and are free</source>
   <translation>Nachrichten an den Kanal wurden eingeschaltet und sind kostenlos</translation>
  </message>
  <message>
   <source>Messages to the channel were turned on and cost {price} each</source>
   <translation>Nachrichten an den Kanal wurden eingeschaltet und kosten je {price}</translation>
  </message>
  <message>
   <source>The channel is now called {title}</source>
   <translation>Der Kanal heißt jetzt {title}</translation>
  </message>
  <message>
   <source>The channel received {amount} for the post</source>
   <translation>Der Kanal hat {amount} für den Beitrag bekommen</translation>
  </message>
  <message>
   <source>The channel's photo was changed</source>
   <translation>Das Bild des Kanals wurde geändert</translation>
  </message>
  <message>
   <source>The channel's photo was removed</source>
   <translation>Das Bild des Kanals wurde entfernt</translation>
  </message>
  <message>
   <source>The giveaway ended without a winner</source>
   <translation>Die Verlosung endete ohne Gewinner</translation>
  </message>
  <message>
   <source>The group became a supergroup</source>
   <translation>Die Gruppe wurde zur Supergruppe</translation>
  </message>
  <message>
   <source>The group {title} became this supergroup</source>
   <translation>Die Gruppe {title} wurde zu dieser Supergruppe</translation>
  </message>
  <message>
   <source>The owner left</source>
   <translation>Der Inhaber ist gegangen</translation>
  </message>
  <message>
   <source>The owner left; you will become the owner</source>
   <translation>Der Inhaber ist gegangen; du wirst Inhaber</translation>
  </message>
  <message>
   <source>The owner left; {person} will become the owner</source>
   <translation>Der Inhaber ist gegangen; {person} übernimmt</translation>
  </message>
  <message>
   <source>The payment was returned because the payer took it back</source>
   <translation>Die Zahlung wurde zurückgegeben, weil der Zahlende sie widerrufen hat</translation>
  </message>
  <message>
   <source>The payment was returned because the post was deleted too early</source>
   <translation>Die Zahlung wurde zurückgegeben, weil der Beitrag zu früh gelöscht wurde</translation>
  </message>
  <message>
   <source>The post was approved and appears {when}</source>
   <translation>Der Beitrag wurde angenommen und erscheint {when}</translation>
  </message>
  <message>
   <source>The post was approved and appears {when} for {price}</source>
   <translation>Der Beitrag wurde für {price} angenommen und erscheint {when}</translation>
  </message>
  <message>
   <source>There are not enough Stars to publish the post</source>
   <translation>Für die Veröffentlichung reichen die Sterne nicht</translation>
  </message>
  <message>
   <source>There is not enough TON to publish the post</source>
   <translation>Für die Veröffentlichung reichen die TON nicht</translation>
  </message>
  <message>
   <source>You added the chat to a community</source>
   <translation>Du hast den Chat zu einer Community hinzugefügt</translation>
  </message>
  <message>
   <source>You added {option} to the poll</source>
   <translation>Du hast {option} zur Umfrage hinzugefügt</translation>
  </message>
  <message>
   <source>You added {people}</source>
   <translation>Du hast {people} hinzugefügt</translation>
  </message>
  <message>
   <source>You added {tasks} to the list</source>
   <translation>Du hast {tasks} auf die Liste gesetzt</translation>
  </message>
  <message>
   <source>You allowed this bot to write to you</source>
   <translation>Du hast diesem Bot erlaubt, dir zu schreiben</translation>
  </message>
  <message>
   <source>You allowed this bot to write to you when you added it to the menu</source>
   <translation>Du hast diesem Bot erlaubt, dir zu schreiben, als du ihn ins Menü geholt hast</translation>
  </message>
  <message>
   <source>You allowed this bot to write to you when you opened {app}</source>
   <translation>Du hast diesem Bot erlaubt, dir zu schreiben, als du {app} geöffnet hast</translation>
  </message>
  <message>
   <source>You allowed this bot to write to you when you signed in on {site}</source>
   <translation>Du hast diesem Bot erlaubt, dir zu schreiben, als du dich bei {site} angemeldet hast</translation>
  </message>
  <message>
   <source>You are now the owner</source>
   <translation>Du bist jetzt Inhaber</translation>
  </message>
  <message>
   <source>You are within {distance} of {person}</source>
   <translation>Für {person} bist du jetzt nur {distance} entfernt</translation>
  </message>
  <message>
   <source>You boosted the group</source>
   <translation>Du hast die Gruppe geboostet</translation>
  </message>
  <message>
   <source>You boosted the group {times}</source>
   <translation>Du hast die Gruppe {times} geboostet</translation>
  </message>
  <message>
   <source>You changed the chat's theme to {theme}</source>
   <translation>Du hast das Farbschema des Chats auf {theme} geändert</translation>
  </message>
  <message>
   <source>You changed the group's photo</source>
   <translation>Du hast das Bild der Gruppe geändert</translation>
  </message>
  <message>
   <source>You changed the topic's icon</source>
   <translation>Du hast das Symbol des Themas geändert</translation>
  </message>
  <message>
   <source>You changed the topic's icon and name to {topic}</source>
   <translation>Du hast Symbol und Namen des Themas geändert: {topic}</translation>
  </message>
  <message>
   <source>You closed the topic</source>
   <translation>Du hast das Thema geschlossen</translation>
  </message>
  <message>
   <source>You created the bot {bot}</source>
   <translation>Du hast den Bot {bot} erstellt</translation>
  </message>
  <message>
   <source>You created the group {title}</source>
   <translation>Du hast die Gruppe {title} erstellt</translation>
  </message>
  <message>
   <source>You created the topic {topic}</source>
   <translation>Du hast das Thema {topic} erstellt</translation>
  </message>
  <message>
   <source>You declined the post</source>
   <translation>Du hast den Beitrag abgelehnt</translation>
  </message>
  <message>
   <source>You declined the post: {comment}</source>
   <translation>Du hast den Beitrag abgelehnt: {comment}</translation>
  </message>
  <message>
   <source>You declined to allow sharing</source>
   <translation>Du hast das Teilen nicht erlaubt</translation>
  </message>
  <message>
   <source>You ended the video chat ({length})</source>
   <translation>Du hast den Videochat beendet ({length})</translation>
  </message>
  <message>
   <source>You hid the topic</source>
   <translation>Du hast das Thema ausgeblendet</translation>
  </message>
  <message>
   <source>You invited {people} to the video chat</source>
   <translation>Du hast {people} zum Videochat eingeladen</translation>
  </message>
  <message>
   <source>You joined Telegram</source>
   <translation>Du bist jetzt bei Telegram</translation>
  </message>
  <message>
   <source>You joined by an invite link</source>
   <translation>Du bist über einen Einladungslink beigetreten</translation>
  </message>
  <message>
   <source>You joined the channel</source>
   <translation>Du bist dem Kanal beigetreten</translation>
  </message>
  <message>
   <source>You joined the group</source>
   <translation>Du bist der Gruppe beigetreten</translation>
  </message>
  <message>
   <source>You left the channel</source>
   <translation>Du hast den Kanal verlassen</translation>
  </message>
  <message>
   <source>You left the group</source>
   <translation>Du hast die Gruppe verlassen</translation>
  </message>
  <message>
   <source>You paid {price}</source>
   <translation>Du hast {price} bezahlt</translation>
  </message>
  <message>
   <source>You paid {price} for {thing}</source>
   <translation>Du hast {price} für {thing} bezahlt</translation>
  </message>
  <message>
   <source>You paid {price} to {partner}</source>
   <translation>Du hast {price} an {partner} bezahlt</translation>
  </message>
  <message>
   <source>You pinned {thing}</source>
   <translation>Du hast {thing} angeheftet</translation>
  </message>
  <message>
   <source>You planned a video chat for {when}</source>
   <translation>Du hast einen Videochat geplant: {when}</translation>
  </message>
  <message>
   <source>You refunded {amount}</source>
   <translation>Du hast {amount} erstattet</translation>
  </message>
  <message>
   <source>You refunded {stars} for {messages}</source>
   <translation>Du hast {stars} für {messages} erstattet</translation>
  </message>
  <message>
   <source>You removed the chat from the community</source>
   <translation>Du hast den Chat aus der Community entfernt</translation>
  </message>
  <message>
   <source>You removed the chat's theme</source>
   <translation>Du hast das Farbschema des Chats entfernt</translation>
  </message>
  <message>
   <source>You removed the group's photo</source>
   <translation>Du hast das Bild der Gruppe entfernt</translation>
  </message>
  <message>
   <source>You removed {option} from the poll</source>
   <translation>Du hast {option} aus der Umfrage entfernt</translation>
  </message>
  <message>
   <source>You removed {person}</source>
   <translation>Du hast {person} entfernt</translation>
  </message>
  <message>
   <source>You renamed the group to {title}</source>
   <translation>Du hast die Gruppe in {title} umbenannt</translation>
  </message>
  <message>
   <source>You renamed the topic to {topic}</source>
   <translation>Du hast das Thema in {topic} umbenannt</translation>
  </message>
  <message>
   <source>You reopened the topic</source>
   <translation>Du hast das Thema wieder geöffnet</translation>
  </message>
  <message>
   <source>You scored {score} in the game</source>
   <translation>Du hast im Spiel {score} erreicht</translation>
  </message>
  <message>
   <source>You scored {score} in {game}</source>
   <translation>Du hast in {game} {score} erreicht</translation>
  </message>
  <message>
   <source>You sent data from the button {button} to the bot</source>
   <translation>Du hast Daten vom Knopf {button} an den Bot gesendet</translation>
  </message>
  <message>
   <source>You sent {documents}</source>
   <translation>Du hast {documents} gesendet</translation>
  </message>
  <message>
   <source>You sent {partner} these documents: {things}</source>
   <translation>Du hast {partner} diese Dokumente gesendet: {things}</translation>
  </message>
  <message>
   <source>You set messages to be deleted after {length}</source>
   <translation>Du lässt Nachrichten löschen, sobald sie älter sind als {length}</translation>
  </message>
  <message>
   <source>You shared {chat} with {partner}</source>
   <translation>Du hast {chat} mit {partner} geteilt</translation>
  </message>
  <message>
   <source>You shared {people} with {partner}</source>
   <translation>Du hast {people} mit {partner} geteilt</translation>
  </message>
  <message>
   <source>You showed the topic again</source>
   <translation>Du hast das Thema wieder eingeblendet</translation>
  </message>
  <message>
   <source>You started a giveaway</source>
   <translation>Du hast eine Verlosung gestartet</translation>
  </message>
  <message>
   <source>You started a giveaway of {stars}</source>
   <translation>Du hast eine Verlosung von {stars} gestartet</translation>
  </message>
  <message>
   <source>You started a video chat</source>
   <translation>Du hast einen Videochat begonnen</translation>
  </message>
  <message>
   <source>You ticked {tasks}</source>
   <translation>Du hast {tasks} abgehakt</translation>
  </message>
  <message>
   <source>You took a screenshot</source>
   <translation>Du hast ein Bildschirmfoto gemacht</translation>
  </message>
  <message>
   <source>You turned automatic deletion off</source>
   <translation>Du hast das automatische Löschen ausgeschaltet</translation>
  </message>
  <message>
   <source>You turned sharing off in this chat</source>
   <translation>Du hast das Teilen in diesem Chat ausgeschaltet</translation>
  </message>
  <message>
   <source>You turned sharing on in this chat</source>
   <translation>Du hast das Teilen in diesem Chat eingeschaltet</translation>
  </message>
  <message>
   <source>You unticked {tasks}</source>
   <translation>Du hast den Haken entfernt: {tasks}</translation>
  </message>
  <message>
   <source>You were accepted to the channel</source>
   <translation>Du wurdest in den Kanal aufgenommen</translation>
  </message>
  <message>
   <source>You were accepted to the group</source>
   <translation>Du wurdest in die Gruppe aufgenommen</translation>
  </message>
  <message>
   <source>a message</source>
   <translation>eine Nachricht</translation>
  </message>
  <message>
   <source>tasks</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <source>{name} added the chat to a community</source>
   <translation>{name} hat den Chat zu einer Community hinzugefügt</translation>
  </message>
  <message>
   <source>{name} added {option} to the poll</source>
   <translation>{name} hat {option} zur Umfrage hinzugefügt</translation>
  </message>
  <message>
   <source>{name} added {people}</source>
   <translation>{name} hat {people} hinzugefügt</translation>
  </message>
  <message>
   <source>{name} added {tasks} to the list</source>
   <translation>{name} hat {tasks} auf die Liste gesetzt</translation>
  </message>
  <message>
   <source>{name} boosted the group</source>
   <translation>{name} hat die Gruppe geboostet</translation>
  </message>
  <message>
   <source>{name} boosted the group {times}</source>
   <translation>{name} hat die Gruppe {times} geboostet</translation>
  </message>
  <message>
   <source>{name} changed the chat's theme to {theme}</source>
   <translation>{name} hat das Farbschema des Chats auf {theme} geändert</translation>
  </message>
  <message>
   <source>{name} changed the group's photo</source>
   <translation>{name} hat das Bild der Gruppe geändert</translation>
  </message>
  <message>
   <source>{name} changed the topic's icon</source>
   <translation>{name} hat das Symbol des Themas geändert</translation>
  </message>
  <message>
   <source>{name} changed the topic's icon and name to {topic}</source>
   <translation>{name} hat Symbol und Namen des Themas geändert: {topic}</translation>
  </message>
  <message>
   <source>{name} closed the topic</source>
   <translation>{name} hat das Thema geschlossen</translation>
  </message>
  <message>
   <source>{name} created the bot {bot}</source>
   <translation>{name} hat den Bot {bot} erstellt</translation>
  </message>
  <message>
   <source>{name} created the group {title}</source>
   <translation>{name} hat die Gruppe {title} erstellt</translation>
  </message>
  <message>
   <source>{name} created the topic {topic}</source>
   <translation>{name} hat das Thema {topic} erstellt</translation>
  </message>
  <message>
   <source>{name} declined the post</source>
   <translation>{name} hat den Beitrag abgelehnt</translation>
  </message>
  <message>
   <source>{name} declined the post: {comment}</source>
   <translation>{name} hat den Beitrag abgelehnt: {comment}</translation>
  </message>
  <message>
   <source>{name} declined to allow sharing</source>
   <translation>{name} hat das Teilen nicht erlaubt</translation>
  </message>
  <message>
   <source>{name} ended the video chat ({length})</source>
   <translation>{name} hat den Videochat beendet ({length})</translation>
  </message>
  <message>
   <source>{name} hid the topic</source>
   <translation>{name} hat das Thema ausgeblendet</translation>
  </message>
  <message>
   <source>{name} invited {people} to the video chat</source>
   <translation>{name} hat {people} zum Videochat eingeladen</translation>
  </message>
  <message>
   <source>{name} is within {distance} of {person}</source>
   <translation>Für {person} ist {name} jetzt nur {distance} entfernt</translation>
  </message>
  <message>
   <source>{name} joined Telegram</source>
   <translation>{name} ist jetzt bei Telegram</translation>
  </message>
  <message>
   <source>{name} joined by an invite link</source>
   <translation>{name} ist über einen Einladungslink beigetreten</translation>
  </message>
  <message>
   <source>{name} joined the channel</source>
   <translation>{name} ist dem Kanal beigetreten</translation>
  </message>
  <message>
   <source>{name} joined the group</source>
   <translation>{name} ist der Gruppe beigetreten</translation>
  </message>
  <message>
   <source>{name} left the channel</source>
   <translation>{name} hat den Kanal verlassen</translation>
  </message>
  <message>
   <source>{name} left the group</source>
   <translation>{name} hat die Gruppe verlassen</translation>
  </message>
  <message>
   <source>{name} paid {price}</source>
   <translation>{name} hat {price} bezahlt</translation>
  </message>
  <message>
   <source>{name} pinned {thing}</source>
   <translation>{name} hat {thing} angeheftet</translation>
  </message>
  <message>
   <source>{name} planned a video chat for {when}</source>
   <translation>{name} hat einen Videochat geplant: {when}</translation>
  </message>
  <message>
   <source>{name} refunded {amount}</source>
   <translation>{name} hat {amount} erstattet</translation>
  </message>
  <message>
   <source>{name} refunded {stars} for {messages}</source>
   <translation>{name} hat {stars} für {messages} erstattet</translation>
  </message>
  <message>
   <source>{name} removed the chat from the community</source>
   <translation>{name} hat den Chat aus der Community entfernt</translation>
  </message>
  <message>
   <source>{name} removed the chat's theme</source>
   <translation>{name} hat das Farbschema des Chats entfernt</translation>
  </message>
  <message>
   <source>{name} removed the group's photo</source>
   <translation>{name} hat das Bild der Gruppe entfernt</translation>
  </message>
  <message>
   <source>{name} removed {option} from the poll</source>
   <translation>{name} hat {option} aus der Umfrage entfernt</translation>
  </message>
  <message>
   <source>{name} removed {person}</source>
   <translation>{name} hat {person} entfernt</translation>
  </message>
  <message>
   <source>{name} renamed the group to {title}</source>
   <translation>{name} hat die Gruppe in {title} umbenannt</translation>
  </message>
  <message>
   <source>{name} renamed the topic to {topic}</source>
   <translation>{name} hat das Thema in {topic} umbenannt</translation>
  </message>
  <message>
   <source>{name} reopened the topic</source>
   <translation>{name} hat das Thema wieder geöffnet</translation>
  </message>
  <message>
   <source>{name} scored {score} in the game</source>
   <translation>{name} hat im Spiel {score} erreicht</translation>
  </message>
  <message>
   <source>{name} scored {score} in {game}</source>
   <translation>{name} hat in {game} {score} erreicht</translation>
  </message>
  <message>
   <source>{name} sent these documents: {things}</source>
   <translation>{name} hat diese Dokumente gesendet: {things}</translation>
  </message>
  <message>
   <source>{name} sent {documents}</source>
   <translation>{name} hat {documents} gesendet</translation>
  </message>
  <message>
   <source>{name} set messages to be deleted after {length}</source>
   <translation>{name} lässt Nachrichten löschen, sobald sie älter sind als {length}</translation>
  </message>
  <message>
   <source>{name} shared {chat}</source>
   <translation>{name} hat {chat} geteilt</translation>
  </message>
  <message>
   <source>{name} shared {people}</source>
   <translation>{name} hat {people} geteilt</translation>
  </message>
  <message>
   <source>{name} showed the topic again</source>
   <translation>{name} hat das Thema wieder eingeblendet</translation>
  </message>
  <message>
   <source>{name} started a giveaway</source>
   <translation>{name} hat eine Verlosung gestartet</translation>
  </message>
  <message>
   <source>{name} started a giveaway of {stars}</source>
   <translation>{name} hat eine Verlosung von {stars} gestartet</translation>
  </message>
  <message>
   <source>{name} started a video chat</source>
   <translation>{name} hat einen Videochat begonnen</translation>
  </message>
  <message>
   <source>{name} ticked {tasks}</source>
   <translation>{name} hat {tasks} abgehakt</translation>
  </message>
  <message>
   <source>{name} took a screenshot</source>
   <translation>{name} hat ein Bildschirmfoto gemacht</translation>
  </message>
  <message>
   <source>{name} turned automatic deletion off</source>
   <translation>{name} hat das automatische Löschen ausgeschaltet</translation>
  </message>
  <message>
   <source>{name} turned sharing off in this chat</source>
   <translation>{name} hat das Teilen in diesem Chat ausgeschaltet</translation>
  </message>
  <message>
   <source>{name} turned sharing on in this chat</source>
   <translation>{name} hat das Teilen in diesem Chat eingeschaltet</translation>
  </message>
  <message>
   <source>{name} unticked {tasks}</source>
   <translation>{name} hat den Haken entfernt: {tasks}</translation>
  </message>
  <message>
   <source>{name} was accepted to the channel</source>
   <translation>{name} wurde in den Kanal aufgenommen</translation>
  </message>
  <message>
   <source>{name} was accepted to the group</source>
   <translation>{name} wurde in die Gruppe aufgenommen</translation>
  </message>
  <message>
   <source>{person} is now the owner</source>
   <translation>{person} ist jetzt Inhaber</translation>
  </message>
  <message>
   <source>{price} were paid for the subscription</source>
   <translation>{price} wurden für das Abo bezahlt</translation>
  </message>
  <message>
   <source>{winners}; {left}</source>
   <translation>{winners}; {left}</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message numerus="yes">
   <source>%n files</source>
   <translation>
    <numerusform>%n Datei</numerusform>
    <numerusform>%n Dateien</numerusform>
   </translation>
  </message>
  <message>
   <source>%s freed</source>
   <translation>%s frei geworden</translation>
  </message>
  <message>
   <source>The desktop's list of programmes to start can't be changed.</source>
   <translation>Die Liste der Programme, die mit dem Desktop starten, lässt sich nicht ändern.</translation>
  </message>
  <message>
   <source>this device</source>
   <translation>dieses Gerät</translation>
  </message>
  <message>
   <source>{application} on {device}</source>
   <translation>{application} auf {device}</translation>
  </message>
  <message>
   <source>{size} in {files}, {database} of messages and lists</source>
   <translation>{size} in {files}, {database} an Nachrichten und Listen</translation>
  </message>
 </context>
 <context>
  <name>SettingsPanel</name>
  <message>
   <source>Close the settings</source>
   <translation>Einstellungen schließen</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>A call is on its way</source>
   <translation>Ein Anruf ist unterwegs</translation>
  </message>
  <message>
   <source>A code was sent to %s. With it you can set a new password.</source>
   <translation>Ein Code wurde an %s gesendet. Damit kannst du ein neues Passwort festlegen.</translation>
  </message>
  <message>
   <source>A text message with a secret phrase went to %s.</source>
   <translation>Eine SMS mit einem geheimen Satz ging an %s.</translation>
  </message>
  <message>
   <source>A text message with a secret word went to %s.</source>
   <translation>Eine SMS mit einem geheimen Wort ging an %s.</translation>
  </message>
  <message>
   <source>A text message with the code went to %s.</source>
   <translation>Eine SMS mit dem Code ging an %s.</translation>
  </message>
  <message>
   <source>Answer the call</source>
   <translation>Nimm den Anruf an</translation>
  </message>
  <message>
   <source>By signing up you accept the terms of service.</source>
   <translation>Mit der Registrierung nimmst du die Nutzungsbedingungen an.</translation>
  </message>
  <message>
   <source>By signing up you confirm that you are at least %d years old and accept the terms of service.</source>
   <translation>Mit der Registrierung bestätigst du, dass du mindestens %d Jahre alt bist, und nimmst die Nutzungsbedingungen an.</translation>
  </message>
  <message>
   <source>Call me with the code</source>
   <translation>Mich mit dem Code anrufen</translation>
  </message>
  <message>
   <source>Check your Telegram messages</source>
   <translation>Sieh in deine Telegram-Nachrichten</translation>
  </message>
  <message>
   <source>Enter the code</source>
   <translation>Gib den Code ein</translation>
  </message>
  <message>
   <source>Enter the phrase</source>
   <translation>Gib den Satz ein</translation>
  </message>
  <message>
   <source>Enter the word</source>
   <translation>Gib das Wort ein</translation>
  </message>
  <message>
   <source>Get the code by a call</source>
   <translation>Code durch einen Anruf bekommen</translation>
  </message>
  <message>
   <source>Get the code from Fragment</source>
   <translation>Hol den Code von Fragment</translation>
  </message>
  <message>
   <source>Hint: %s</source>
   <translation>Hinweis: %s</translation>
  </message>
  <message>
   <source>It begins with “%s”.</source>
   <translation>Er beginnt mit „%s“.</translation>
  </message>
  <message>
   <source>Look at the caller's number</source>
   <translation>Sieh auf die Nummer des Anrufers</translation>
  </message>
  <message>
   <source>Nobody uses this phone number.</source>
   <translation>Niemand benutzt diese Telefonnummer.</translation>
  </message>
  <message>
   <source>Send the code by text message</source>
   <translation>Code als SMS senden</translation>
  </message>
  <message>
   <source>Send the code to Telegram</source>
   <translation>Code an Telegram senden</translation>
  </message>
  <message>
   <source>Telegram asks for a newer version of this programme to sign in.</source>
   <translation>Telegram verlangt zum Anmelden eine neuere Version dieses Programms.</translation>
  </message>
  <message>
   <source>Telegram asks for a one-time purchase in its mobile app before it sends codes to numbers of this country.</source>
   <translation>Telegram verlangt einen einmaligen Kauf in seiner Handy-App, bevor es Codes an Nummern dieses Landes sendet.</translation>
  </message>
  <message>
   <source>Telegram asks for a step that this version does not know (%s). Update Heliograph, or start again.</source>
   <translation>Telegram verlangt einen Schritt, den diese Version nicht kennt (%s). Aktualisiere Heliograph oder beginne von vorn.</translation>
  </message>
  <message>
   <source>Telegram does not accept this e-mail address. Use another one.</source>
   <translation>Telegram nimmt diese E-Mail-Adresse nicht an. Nimm eine andere.</translation>
  </message>
  <message>
   <source>Telegram does not accept this first name.</source>
   <translation>Telegram nimmt diesen Vornamen nicht an.</translation>
  </message>
  <message>
   <source>Telegram does not accept this last name.</source>
   <translation>Telegram nimmt diesen Nachnamen nicht an.</translation>
  </message>
  <message>
   <source>Telegram does not know this api_id and api_hash. Check both at my.telegram.org.</source>
   <translation>Telegram kennt diese api_id mit diesem api_hash nicht. Prüfe beide auf my.telegram.org.</translation>
  </message>
  <message>
   <source>Telegram is calling %s and will tell you the code.</source>
   <translation>Telegram ruft %s an und sagt dir den Code.</translation>
  </message>
  <message>
   <source>Telegram rings %s for a moment. The code is the last %s digits of the number that calls: %s…</source>
   <translation>Telegram klingelt kurz bei %s. Der Code sind die letzten %s Ziffern der Nummer, die anruft: %s…</translation>
  </message>
  <message>
   <source>Telegram rings %s, which this computer can't notice. Ask for the code in another way.</source>
   <translation>Telegram klingelt bei %s, was dieser Computer nicht bemerken kann. Bitte auf einem anderen Weg um den Code.</translation>
  </message>
  <message>
   <source>The code for %s is on Fragment. Sign in there with your wallet to read it.</source>
   <translation>Der Code für %s liegt bei Fragment. Melde dich dort mit deiner Wallet an, um ihn zu lesen.</translation>
  </message>
  <message>
   <source>The code from the e-mail has expired. Ask for a new one.</source>
   <translation>Der Code aus der E-Mail ist abgelaufen. Bitte um einen neuen.</translation>
  </message>
  <message>
   <source>The code is in a message from Telegram on your other device.</source>
   <translation>Der Code steht in einer Nachricht von Telegram auf deinem anderen Gerät.</translation>
  </message>
  <message>
   <source>The sign-in failed. Start it again.</source>
   <translation>Die Anmeldung ist fehlgeschlagen. Beginne sie noch einmal.</translation>
  </message>
  <message>
   <source>The two passwords are different.</source>
   <translation>Die beiden Passwörter sind verschieden.</translation>
  </message>
  <message>
   <source>This api_id was published and is blocked. Get one of your own at my.telegram.org.</source>
   <translation>Diese api_id wurde veröffentlicht und ist gesperrt. Hol dir eine eigene auf my.telegram.org.</translation>
  </message>
  <message>
   <source>This code has expired. Ask for a new one.</source>
   <translation>Dieser Code ist abgelaufen. Bitte um einen neuen.</translation>
  </message>
  <message>
   <source>This code is wrong. Check it and type it again.</source>
   <translation>Dieser Code ist falsch. Prüfe ihn und tippe ihn noch einmal.</translation>
  </message>
  <message>
   <source>This e-mail address has not been confirmed yet.</source>
   <translation>Diese E-Mail-Adresse wurde noch nicht bestätigt.</translation>
  </message>
  <message>
   <source>This is not an e-mail address.</source>
   <translation>Das ist keine E-Mail-Adresse.</translation>
  </message>
  <message>
   <source>This password can't be recovered by e-mail.</source>
   <translation>Dieses Passwort lässt sich nicht per E-Mail wiederherstellen.</translation>
  </message>
  <message>
   <source>This password has no recovery e-mail. If you can't remember it, reset the account on another device, in Settings → Privacy and Security → Two-Step Verification.</source>
   <translation>Dieses Passwort hat keine E-Mail zur Wiederherstellung. Wenn es dir nicht einfällt, setze das Konto auf einem anderen Gerät zurück: Einstellungen → Privatsphäre und Sicherheit → Zweistufige Bestätigung.</translation>
  </message>
  <message>
   <source>This password is wrong. Mind capital letters and the keyboard's layout.</source>
   <translation>Dieses Passwort ist falsch. Achte auf Großbuchstaben und die Belegung der Tastatur.</translation>
  </message>
  <message>
   <source>This phone number doesn't exist. Check the country and every digit.</source>
   <translation>Diese Telefonnummer gibt es nicht. Prüfe das Land und jede Ziffer.</translation>
  </message>
  <message>
   <source>This phone number is banned. Write to recover@telegram.org if that is a mistake.</source>
   <translation>Diese Telefonnummer ist gesperrt. Schreibe an recover@telegram.org, wenn das ein Irrtum ist.</translation>
  </message>
  <message>
   <source>Too many codes were asked for with this number. Try again tomorrow.</source>
   <translation>Mit dieser Nummer wurde um zu viele Codes gebeten. Versuche es morgen noch einmal.</translation>
  </message>
  <message>
   <source>Too many sign-ins with this number. Try again later.</source>
   <translation>Zu viele Anmeldungen mit dieser Nummer. Versuche es später noch einmal.</translation>
  </message>
  <message>
   <source>Type the code first.</source>
   <translation>Tippe zuerst den Code.</translation>
  </message>
  <message>
   <source>Type the code that was sent to %s.</source>
   <translation>Tippe den Code, der an %s gesendet wurde.</translation>
  </message>
  <message>
   <source>Type the password first.</source>
   <translation>Tippe zuerst das Passwort.</translation>
  </message>
  <message>
   <source>Type your first name.</source>
   <translation>Tippe deinen Vornamen.</translation>
  </message>
  <message>
   <source>Type your phone number.</source>
   <translation>Tippe deine Telefonnummer.</translation>
  </message>
  <message>
   <source>You can ask for the code again in %d:%02d.</source>
   <translation>In %d:%02d kannst du noch einmal um den Code bitten.</translation>
  </message>
  <message>
   <source>You can write to %s about it, or sign in by QR code.</source>
   <translation>Du kannst deswegen an %s schreiben oder dich mit dem QR-Code anmelden.</translation>
  </message>
  <message>
   <source>your e-mail address</source>
   <translation>deine E-Mail-Adresse</translation>
  </message>
 </context>
 <context>
  <name>SignInPage</name>
  <message>
   <source>Proxy…</source>
   <translation>Proxy…</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove this account</source>
   <translation>Dieses Konto entfernen</translation>
  </message>
  <message>
   <source>Remove this account from the list?</source>
   <translation>Dieses Konto aus der Liste entfernen?</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>What was typed here and not sent is deleted. Your chats stay at Telegram.</source>
   <translation>Was hier getippt und nicht gesendet wurde, wird gelöscht. Deine Chats bleiben bei Telegram.</translation>
  </message>
 </context>
 <context>
  <name>Skeleton</name>
  <message>
   <source>Loading chats</source>
   <translation>Chats werden geladen</translation>
  </message>
 </context>
 <context>
  <name>SponsoredCard</name>
  <message>
   <source>More about this ad</source>
   <translation>Mehr zu dieser Anzeige</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Report or hide…</source>
   <translation>Melden oder ausblenden…</translation>
  </message>
  <message>
   <source>What is this?</source>
   <translation>Was ist das?</translation>
  </message>
 </context>
 <context>
  <name>StartSection</name>
  <message>
   <source>Go on in the tray when the window is closed</source>
   <translation>Beim Schließen des Fensters im Infobereich weiterlaufen</translation>
  </message>
  <message>
   <source>Start and window</source>
   <translation>Start und Fenster</translation>
  </message>
  <message>
   <source>Start with the desktop</source>
   <translation>Mit dem Desktop starten</translation>
  </message>
  <message>
   <source>Where the desktop has a tray. Otherwise closing the window quits.</source>
   <translation>Wo der Desktop einen Infobereich hat. Sonst beendet das Schließen das Programm.</translation>
  </message>
  <message>
   <source>Without opening the window</source>
   <translation>Ohne das Fenster zu öffnen</translation>
  </message>
 </context>
 <context>
  <name>StorageSection</name>
  <message>
   <source>Counting…</source>
   <translation>Wird gezählt…</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete downloaded files?</source>
   <translation>Heruntergeladene Dateien löschen?</translation>
  </message>
  <message>
   <source>Delete downloaded files…</source>
   <translation>Heruntergeladene Dateien löschen…</translation>
  </message>
  <message>
   <source>Deleting…</source>
   <translation>Wird gelöscht…</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Speicherplatz</translation>
  </message>
  <message>
   <source>They stay at Telegram and are downloaded again when you look at them. Messages stay here, and so does what came in secret chats.</source>
   <translation>Sie bleiben bei Telegram und werden wieder heruntergeladen, wenn du sie ansiehst. Nachrichten bleiben hier, ebenso alles aus geheimen Chats.</translation>
  </message>
 </context>
 <context>
  <name>Times</name>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hours</source>
   <translation>
    <numerusform>%n Stunde</numerusform>
    <numerusform>%n Stunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation>
    <numerusform>%n Minute</numerusform>
    <numerusform>%n Minuten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n months</source>
   <translation>
    <numerusform>%n Monat</numerusform>
    <numerusform>%n Monate</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n seconds</source>
   <translation>
    <numerusform>%n Sekunde</numerusform>
    <numerusform>%n Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n weeks</source>
   <translation>
    <numerusform>%n Woche</numerusform>
    <numerusform>%n Wochen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n years</source>
   <translation>
    <numerusform>%n Jahr</numerusform>
    <numerusform>%n Jahre</numerusform>
   </translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Gestern</translation>
  </message>
  <message>
   <source>today at %s</source>
   <translation>heute um %s</translation>
  </message>
  <message>
   <source>tomorrow at %s</source>
   <translation>morgen um %s</translation>
  </message>
  <message>
   <source>yesterday at %s</source>
   <translation>gestern um %s</translation>
  </message>
  <message>
   <source>{day} at {time}</source>
   <translation>{day} um {time}</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day}, {time}</translation>
  </message>
 </context>
 <context>
  <name>TransferRing</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>Translating</name>
  <message>
   <source>Messages of secret chats are not translated: Telegram would have to read them.</source>
   <translation>Nachrichten geheimer Chats werden nicht übersetzt: Telegram müsste sie lesen.</translation>
  </message>
  <message>
   <source>Telegram could not translate this message.</source>
   <translation>Telegram konnte diese Nachricht nicht übersetzen.</translation>
  </message>
  <message>
   <source>Translation</source>
   <translation>Übersetzung</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message numerus="yes">
   <source>%n unread messages</source>
   <translation>
    <numerusform>%n ungelesene Nachricht</numerusform>
    <numerusform>%n ungelesene Nachrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>Hide the window</source>
   <translation>Fenster verbergen</translation>
  </message>
  <message>
   <source>Notifications</source>
   <translation>Benachrichtigungen</translation>
  </message>
  <message>
   <source>Open Heliograph</source>
   <translation>Heliograph öffnen</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
 </context>
 <context>
  <name>Unresponsive</name>
  <message>
   <source>Heliograph does not answer</source>
   <translation>Heliograph antwortet nicht</translation>
  </message>
  <message>
   <source>Heliograph is already running with this profile (process {process}). Wait, and its window comes forward as soon as it answers. Or end it and start anew: what you have sent and typed is kept.</source>
   <translation>Heliograph läuft schon mit diesem Profil (Prozess {process}). Warte: Sein Fenster kommt nach vorn, sobald es antwortet. Oder beende es und starte neu: Was du gesendet und getippt hast, bleibt erhalten.</translation>
  </message>
  <message>
   <source>It is being ended. This can take a few seconds.</source>
   <translation>Es wird beendet. Das kann einige Sekunden dauern.</translation>
  </message>
 </context>
 <context>
  <name>UnresponsiveWindow</name>
  <message>
   <source>Don't start</source>
   <translation>Nicht starten</translation>
  </message>
  <message>
   <source>End it and start anew</source>
   <translation>Beenden und neu starten</translation>
  </message>
 </context>
 <context>
  <name>Unsent</name>
  <message numerus="yes">
   <source>%n messages were not sent</source>
   <translation>
    <numerusform>%n Nachricht wurde nicht gesendet</numerusform>
    <numerusform>%n Nachrichten wurden nicht gesendet</numerusform>
   </translation>
  </message>
  <message>
   <source>A chat that is gone</source>
   <translation>Ein Chat, den es nicht mehr gibt</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
 </context>
 <context>
  <name>UnsentDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Messages that were not sent</source>
   <translation>Nachrichten, die nicht gesendet wurden</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>Noch einmal senden</translation>
  </message>
 </context>
</TS>
