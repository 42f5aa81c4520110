"""All countries with their calling codes, for the phone field.

A line of the table is: ISO 3166-1 code, calling code, prefixes behind the code that tell countries with the same code
apart (or -), the grouping of the digits (or -), name.
"""

from __future__ import annotations

TABLE = """\
AD 376 - XX_XX_XX Andorra
AE 971 - XX_XXX_XXXX United Arab Emirates
AF 93 - XXX_XXX_XXX Afghanistan
AG 1 268 XXX_XXXX Antigua & Barbuda
AI 1 264 XXX_XXXX Anguilla
AL 355 - XX_XXX_XXXX Albania
AM 374 - XX_XXX_XXX Armenia
AO 244 - XXX_XXX_XXX Angola
AR 54 - - Argentina
AS 1 684 XXX_XXXX American Samoa
AT 43 - X_XXXX_XXXX Austria
AU 61 - X_XXXX_XXXX Australia
AW 297 - XXX_XXXX Aruba
AZ 994 - XX_XXX_XXXX Azerbaijan
BA 387 - XX_XXX_XXX Bosnia & Herzegovina
BB 1 246 XXX_XXXX Barbados
BD 880 - XX_XXX_XXX Bangladesh
BE 32 - XXX_XX_XX_XX Belgium
BF 226 - XX_XX_XX_XX Burkina Faso
BG 359 - XX_XXX_XXXX Bulgaria
BH 973 - XXXX_XXXX Bahrain
BI 257 - XX_XX_XXXX Burundi
BJ 229 - XX_XXX_XXX Benin
BL 590 - - Saint Barthélemy
BM 1 441 XXX_XXXX Bermuda
BN 673 - XXX_XXXX Brunei Darussalam
BO 591 - X_XXX_XXXX Bolivia
BQ 599 - - Bonaire, Sint Eustatius & Saba
BR 55 - XX_XXXXX_XXXX Brazil
BS 1 242 XXX_XXXX Bahamas
BT 975 - XX_XXX_XXX Bhutan
BW 267 - XX_XXX_XXX Botswana
BY 375 - XX_XXX_XXXX Belarus
BZ 501 - - Belize
CA 1 204,226,236,250,289,306,343,365,403,416,418,431,437,438,450,506,514,519,587,604,613,647,705,778 XXX_XXX_XXXX Canada
CD 243 - XX_XXX_XXXX Congo (Dem. Rep.)
CF 236 - XX_XX_XX_XX Central African Rep.
CG 242 - XX_XXX_XXXX Congo (Rep.)
CH 41 - XX_XXX_XXXX Switzerland
CI 225 - XX_XX_XX_XXXX Côte d'Ivoire
CK 682 - - Cook Islands
CL 56 - X_XXXX_XXXX Chile
CM 237 - XXXX_XXXX Cameroon
CN 86 - XXX_XXXX_XXXX China
CO 57 - XXX_XXX_XXXX Colombia
CR 506 - XXXX_XXXX Costa Rica
CU 53 - X_XXX_XXXX Cuba
CV 238 - XXX_XXXX Cape Verde
CW 599 9 - Curaçao
CY 357 - XXXX_XXXX Cyprus
CZ 420 - XXX_XXX_XXX Czech Republic
DE 49 - XXXX_XXXXXXX Germany
DJ 253 - XX_XX_XX_XX Djibouti
DK 45 - XXXX_XXXX Denmark
DM 1 767 XXX_XXXX Dominica
DO 1 809,829,849 XXX_XXXX Dominican Rep.
DZ 213 - XXX_XX_XX_XX Algeria
EC 593 - XX_XXX_XXXX Ecuador
EE 372 - XXXX_XXXX Estonia
EG 20 - XX_XXXX_XXXX Egypt
ER 291 - X_XXX_XXX Eritrea
ES 34 - XXX_XXX_XXX Spain
ET 251 - XX_XXX_XXXX Ethiopia
FI 358 - - Finland
FJ 679 - XXX_XXXX Fiji
FK 500 - - Falkland Islands
FM 691 - - Micronesia
FO 298 - XXX_XXX Faroe Islands
FR 33 - X_XX_XX_XX_XX France
GA 241 - X_XX_XX_XX Gabon
GB 44 - XXXX_XXXXXX United Kingdom
GD 1 473 XXX_XXXX Grenada
GE 995 - XXX_XXX_XXX Georgia
GF 594 - - French Guiana
GH 233 - XX_XXX_XXXX Ghana
GI 350 - XXXX_XXXX Gibraltar
GL 299 - XXX_XXX Greenland
GM 220 - XXX_XXXX Gambia
GN 224 - XXX_XXX_XXX Guinea
GP 590 - XXX_XX_XX_XX Guadeloupe
GQ 240 - XXX_XXX_XXX Equatorial Guinea
GR 30 - XXX_XXX_XXXX Greece
GT 502 - X_XXX_XXXX Guatemala
GU 1 671 XXX_XXXX Guam
GW 245 - XXX_XXXX Guinea-Bissau
GY 592 - - Guyana
HK 852 - X_XXX_XXXX Hong Kong
HN 504 - XXXX_XXXX Honduras
HR 385 - XX_XXX_XXX Croatia
HT 509 - XXXX_XXXX Haiti
HU 36 - XXX_XXX_XXX Hungary
ID 62 - XXX_XXXX_XXXX Indonesia
IE 353 - XX_XXX_XXXX Ireland
IL 972 - XX_XXX_XXXX Israel
IN 91 - XXXXX_XXXXX India
IO 246 - XXX_XXXX Diego Garcia
IQ 964 - XXX_XXX_XXXX Iraq
IR 98 - XXX_XXX_XXXX Iran
IS 354 - XXX_XXXX Iceland
IT 39 - XXX_XXX_XXX Italy
JM 1 658,876 XXX_XXXX Jamaica
JO 962 - X_XXXX_XXXX Jordan
JP 81 - XX_XXXX_XXXX Japan
KE 254 - XXX_XXX_XXX Kenya
KG 996 - XXX_XXXXXX Kyrgyzstan
KH 855 - XX_XXX_XXX Cambodia
KI 686 - XXXX_XXXX Kiribati
KM 269 - XXX_XXXX Comoros
KN 1 869 XXX_XXXX Saint Kitts & Nevis
KP 850 - - North Korea
KR 82 - XX_XXXX_XXXX South Korea
KW 965 - XXXX_XXXX Kuwait
KY 1 345 XXX_XXXX Cayman Islands
KZ 7 6,7 XXX_XXX_XX_XX Kazakhstan
LA 856 - XX_XX_XXX_XXX Laos
LB 961 - XX_XXX_XXX Lebanon
LC 1 758 XXX_XXXX Saint Lucia
LI 423 - XXX_XXXX Liechtenstein
LK 94 - XX_XXX_XXXX Sri Lanka
LR 231 - XX_XXX_XXXX Liberia
LS 266 - XX_XXX_XXX Lesotho
LT 370 - XXX_XXXXX Lithuania
LU 352 - XXX_XXX_XXX Luxembourg
LV 371 - XXX_XXXXX Latvia
LY 218 - XX_XXX_XXXX Libya
MA 212 - XX_XXX_XXXX Morocco
MC 377 - XXXX_XXXX Monaco
MD 373 - XX_XXX_XXX Moldova
ME 382 - XX_XXX_XXX Montenegro
MF 590 - - Saint Martin
MG 261 - XX_XX_XXX_XX Madagascar
MH 692 - - Marshall Islands
MK 389 - XX_XXX_XXX North Macedonia
ML 223 - XXXX_XXXX Mali
MM 95 - - Myanmar
MN 976 - XX_XX_XXXX Mongolia
MO 853 - XXXX_XXXX Macau
MP 1 670 XXX_XXXX Northern Mariana Islands
MQ 596 - - Martinique
MR 222 - XXXX_XXXX Mauritania
MS 1 664 XXX_XXXX Montserrat
MT 356 - XX_XX_XX_XX Malta
MU 230 - XXXX_XXXX Mauritius
MV 960 - XXX_XXXX Maldives
MW 265 - XX_XXX_XXXX Malawi
MX 52 - XX_XXXX_XXXX Mexico
MY 60 - XX_XXXX_XXXX Malaysia
MZ 258 - XX_XXX_XXXX Mozambique
NA 264 - XX_XXX_XXXX Namibia
NC 687 - - New Caledonia
NE 227 - XX_XX_XX_XX Niger
NF 672 - - Norfolk Island
NG 234 - XX_XXXX_XXXX Nigeria
NI 505 - XXXX_XXXX Nicaragua
NL 31 - X_XX_XX_XX_XX Netherlands
NO 47 - XXXX_XXXX Norway
NP 977 - XX_XXXX_XXXX Nepal
NR 674 - - Nauru
NU 683 - - Niue
NZ 64 - XXXX_XXXX New Zealand
OM 968 - XXXX_XXXX Oman
PA 507 - XXXX_XXXX Panama
PE 51 - XXX_XXX_XXX Peru
PF 689 - - French Polynesia
PG 675 - XXX_XXXX Papua New Guinea
PH 63 - XXX_XXX_XXXX Philippines
PK 92 - XXX_XXX_XXXX Pakistan
PL 48 - XXX_XXX_XXX Poland
PM 508 - - Saint Pierre & Miquelon
PR 1 787,939 XXX_XXXX Puerto Rico
PS 970 - XXX_XX_XXXX Palestine
PT 351 - XXX_XXX_XXX Portugal
PW 680 - - Palau
PY 595 - XXX_XXX_XXX Paraguay
QA 974 - XX_XXX_XXX Qatar
RE 262 - XXX_XXX_XXX Réunion
RO 40 - XXX_XXX_XXX Romania
RS 381 - XX_XXX_XXXX Serbia
RU 7 - XXX_XXX_XXXX Russian Federation
RW 250 - XXX_XXX_XXX Rwanda
SA 966 - XX_XXX_XXXX Saudi Arabia
SB 677 - - Solomon Islands
SC 248 - XX_XX_XXX Seychelles
SD 249 - XX_XXX_XXXX Sudan
SE 46 - XX_XXX_XXXX Sweden
SG 65 - XXXX_XXXX Singapore
SH 247 - - Saint Helena
SI 386 - XX_XXX_XXX Slovenia
SK 421 - XXX_XXX_XXX Slovakia
SL 232 - XX_XXX_XXX Sierra Leone
SM 378 - XXX_XXX_XXXX San Marino
SN 221 - XX_XXX_XXXX Senegal
SO 252 - XX_XXX_XXX Somalia
SR 597 - XXX_XXXX Suriname
SS 211 - XX_XXX_XXXX South Sudan
ST 239 - XX_XXXXX São Tomé & Príncipe
SV 503 - XXXX_XXXX El Salvador
SX 1 721 XXX_XXXX Sint Maarten
SY 963 - XXX_XXX_XXX Syria
SZ 268 - XXXX_XXXX Eswatini
TC 1 649 XXX_XXXX Turks & Caicos Islands
TD 235 - XX_XX_XX_XX Chad
TG 228 - XX_XXX_XXX Togo
TH 66 - X_XXXX_XXXX Thailand
TJ 992 - XX_XXX_XXXX Tajikistan
TK 690 - - Tokelau
TL 670 - - Timor-Leste
TM 993 - XX_XXXXXX Turkmenistan
TN 216 - XX_XXX_XXX Tunisia
TO 676 - - Tonga
TR 90 - XXX_XXX_XXXX Turkey
TT 1 868 XXX_XXXX Trinidad & Tobago
TV 688 - - Tuvalu
TW 886 - XXX_XXX_XXX Taiwan
TZ 255 - XX_XXX_XXXX Tanzania
UA 380 - XX_XXX_XX_XX Ukraine
UG 256 - XX_XXX_XXXX Uganda
US 1 - XXX_XXX_XXXX USA
UY 598 - X_XXX_XXXX Uruguay
UZ 998 - XX_XXX_XX_XX Uzbekistan
VC 1 784 XXX_XXXX Saint Vincent & the Grenadines
VE 58 - XXX_XXX_XXXX Venezuela
VG 1 284 XXX_XXXX British Virgin Islands
VI 1 340 XXX_XXXX US Virgin Islands
VN 84 - - Vietnam
VU 678 - - Vanuatu
WF 681 - - Wallis & Futuna
WS 685 - - Samoa
XK 383 - XXXX_XXXX Kosovo
YE 967 - XXX_XXX_XXX Yemen
ZA 27 - XX_XXX_XXXX South Africa
ZM 260 - XX_XXX_XXXX Zambia
ZW 263 - XX_XXX_XXXX Zimbabwe
YL 42 - - Y-land
FT 888 - XXXX_XXXX Anonymous Numbers
"""

CallingCode = tuple[str, list[str], list[str]]


def _read(line: str) -> tuple[str, str, list[CallingCode]]:
    iso2, code, prefixes, pattern, name = line.split(" ", 4)
    found_prefixes = [] if prefixes == "-" else prefixes.split(",")
    found_patterns = [] if pattern == "-" else [pattern.replace("_", " ")]
    return iso2, name, [(code, found_prefixes, found_patterns)]


COUNTRIES: list[tuple[str, str, list[CallingCode]]] = sorted(map(_read, TABLE.splitlines()), key=lambda each: each[1])
"""(ISO code, name, [(calling code, prefixes, patterns)]) by name."""
