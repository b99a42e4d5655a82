"""The names SIPRI prints for recipients: those whose code the table of countries would not give, and those without one.

States that are gone keep their own code (the Soviet Union is not Russia). Rebel groups end in `*`, organizations in
`**`; rival governments, North Yemen, South Vietnam and others have no alpha-3 code of their own.
"""

import re

NAMES = {
    "bosnia-herzegovina": "BIH",
    "brunei": "BRN",
    "burma": "MMR",
    "cabo verde": "CPV",
    "cape verde": "CPV",
    "congo": "COG",
    "cote d'ivoire": "CIV",
    "côte d'ivoire": "CIV",
    "czechia": "CZE",
    "czechoslovakia": "CSK",
    "dr congo": "COD",
    "east germany (gdr)": "DDR",
    "eswatini": "SWZ",
    "germany (frg)": "DEU",
    "laos": "LAO",
    "libya": "LBY",
    "macedonia (fyrom)": "MKD",
    "micronesia": "FSM",
    "north korea": "PRK",
    "north macedonia": "MKD",
    "palestine": "PSE",
    "russia": "RUS",
    "serbia and montenegro": "SCG",
    "south korea": "KOR",
    "south yemen": "YMD",
    "soviet union": "SUN",
    "swaziland": "SWZ",
    "syria": "SYR",
    "taiwan (roc)": "TWN",
    "taiwan": "TWN",
    "timor-leste": "TLS",
    "turkey": "TUR",
    "turkiye": "TUR",
    "türkiye": "TUR",
    "uae": "ARE",
    "viet nam": "VNM",
    "yugoslavia": "YUG",
    "kosovo": "XKX",
}
NO_CODE = re.compile(
    r"\*$|^unknown|^biafra$|^katanga$|^libya (gnc|hor)$|^lebanon palestinian|^north(ern)? (yemen|cyprus)$"
    r"|^south vietnam$|^yemen arab republic|^zanzibar$|^united nations|^nato$|^african union"
    r"|^regional security system|^unita|^western hemisphere",
    re.IGNORECASE,
)
