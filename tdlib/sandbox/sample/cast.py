"""The sample people."""

from __future__ import annotations

from dataclasses import dataclass

ME = "robin"


@dataclass(frozen=True)
class Role:
    """One of the sample people.

    Attributes:
        key: by which scripts name the person.
        phone: digits; "" for whom nobody can sign in as.
        seen: minutes since the last visit; 0 is now, -1 is hidden.
        portrait: the number of the profile photo's drawing, -1 for none.
        language: in which of the actors' languages the person answers.
    """

    key: str
    first_name: str
    last_name: str = ""
    phone: str = ""
    username: str = ""
    about: str = ""
    seen: int = -1
    portrait: int = -1
    is_contact: bool = True
    is_bot: bool = False
    is_deleted: bool = False
    is_premium: bool = False
    is_verified: bool = False
    color: int | None = None
    language: str = "en"


CAST = (
    Role(ME, "Robin", "Hale", "9996612222", "robin_hale", "Maps, bread, small radios.", 0, 21),
    Role("vera", "Vera", "Lindqvist", "9996613333", "vera_lind", "Translator. Slow replies, good ones.", 42, 5),
    Role("alice", "Alice", "Morgan", "9996614444", "alice_morgan", "Hello from the far end of the bay", 3, 12),
    Role("bob", "Bob", "Carter", "9996615555", "bob_carter", "I fix bicycles", 0, 27),
    Role("mila", "Mila", "Novák", "9996616001", "mila_novak", "Uphill first, questions later 🥾", 0, 1, color=4),
    Role("jonas", "Jonas", "Weber", "9996616002", "jonasweber", "", 18, 8),
    Role("priya", "Priya", "Raman", "9996616003", "priya_r", "Botany, mostly ferns", 65, 15, color=10),
    Role("tomas", "Tomás", "Rivera", "9996616004", "tomas_rv", "", 240, -1),
    Role("hana", "鈴木", "花", "9996616005", "hana_suzuki", "写真と散歩", 9, 3, language="ja"),
    Role("dmitri", "Дмитрий", "Соколов", "9996616006", "d_sokolov", "Инженер, шахматист", 130, 19, language="ru"),
    Role("olga", "Ольга", "Белова", "9996616007", "olga_belova", "Кофе и корректура", 33, 24, language="ru"),
    Role("eleni", "Ελένη", "Παπαδοπούλου", "9996616008", "eleni_papa", "", 700, 30, language="el"),
    Role("amal", "أمل", "الحداد", "9996616009", "amal_haddad", "مهندسة معمارية", 5, 10, language="ar"),
    Role("noa", "נועה", "לוי", "9996616010", "noa_levi", "", 95, -1, language="he"),
    Role("rahul", "राहुल", "शर्मा", "9996616011", "rahul_sharma", "चाय पर चर्चा", 400, 33, language="hi"),
    Role("ming", "王", "小明", "9996616012", "xiaoming_w", "", 55, -1, language="zh"),
    Role("minji", "김", "민지", "9996616013", "minji_kim", "커피 한 잔의 여유", 14, 36, language="ko"),
    Role("somchai", "สมชาย", "ใจดี", "9996616014", "somchai_j", "", 1500, -1, language="th"),
    Role("zoe", "Zoë 🌻", "", "9996616015", "zoe_sun", "plants > people", 7, 39, is_premium=True, color=12),
    Role("mum", "Mum", "", "9996616016", "", "", 2, 42),
    Role("dad", "Dad", "", "9996616017", "", "", 51, -1),
    Role("lina", "Lina", "Hale", "9996616018", "lina_hale", "your favourite sister", 0, 45),
    Role("grandma", "Grandma", "Ruth", "9996616019", "", "", 1300, 48),
    Role("sam", "Sam", "Okafor", "9996616020", "sam_okafor", "Backend, trains, jollof", 1, 51, color=8),
    Role("ines", "Inês", "Duarte", "9996616021", "ines_duarte", "", 22, 54, color=9),
    Role("kenji", "Kenji", "Mori", "9996616022", "kenji_m", "", 80, -1),
    Role("freya", "Freya", "Lund", "9996616023", "freya_lund", "Reads the last page first", 160, 57),
    Role("oscar", "Oscar", "Bell", "9996616024", "", "", 2900, -1),
    Role("nadia", "Nadia", "Haddad-Karlsson", "9996616025", "nadia_hk", "", 4400, 60),
    Role("marek", "Marek", "Zieliński", "9996616026", "", "", 11000, -1),
    Role("chidi", "Chidi", "", "9996616027", "", "", 600, 63),
    Role("sofia", "Sofia", "Rossi", "9996616028", "sofia_rossi", "", 35, 66),
    Role("lars", "Lars", "", "9996616029", "", "", 20000, -1),
    Role("yuki", "ゆき", "", "9996616030", "", "", 75, 69, language="ja"),
    Role("anh", "Nguyễn", "Thị Ánh", "9996616031", "", "", 300, -1),
    Role("giorgi", "გიორგი", "ბერიძე", "9996616032", "", "", 900, -1),
    Role("aram", "Արամ", "Պետրոսյան", "9996616033", "", "", 1900, 72),
    Role("tamar", "த. கயல்விழி", "", "9996616034", "", "", 2500, -1),
    Role(
        "baron",
        "Maximilian Alexander Ferdinand Leopold",
        "von und zu Hohenstein-Wartenberg-Lichtenau auf Burg Falkenstein",
        "9996616035",
        "",
        "The short form is Max.",
        5000,
        75,
    ),
    Role("landlord", "Mr. Petrov", "(flat)", "9996616036", "", "", 3000, -1),
    Role("dentist", "Dr. Amsel", "Dental Practice", "9996616037", "", "", -1, 78, is_contact=False),
    Role("stranger", "K.", "", "9996616038", "", "", 8, -1, is_contact=False),
    Role("gone", "Deleted", "", "", "", "", -1, -1, is_contact=False, is_deleted=True),
    Role(
        "weather", "Weather Bell", "", "", "weather_bell_bot", "I ring when the sky changes.", is_bot=True, portrait=81
    ),
    Role("library", "City Library", "", "", "city_library_bot", "Loans, renewals, opening hours.", is_bot=True),
)
"""Everybody, the owner of the demo first."""

PASSWORDS = {"vera": ("sunlight", "It falls through the window at noon")}
"""Key → (password, hint) of who uses two-step verification."""
