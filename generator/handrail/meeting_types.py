"""What kinds of meeting there are: a word for YAML, a label for people, and the code of the Meeting Guide format.

A code means the same in every feed (Meeting Guide specification, `types`), whatever a fellowship uses the letter for,
so words without a code of that very meaning have none. Languages and attendance are fields of their own.
"""

from typing import NamedTuple


class MeetingType(NamedTuple):
    """A kind of meeting; `code` is empty when the Meeting Guide format has none."""

    label: str
    code: str = ""


TYPES: dict[str, MeetingType] = {
    "open": MeetingType("Open to everybody", "O"),
    "closed": MeetingType("For people who want to recover", "C"),
    "newcomers": MeetingType("Good for newcomers", "BE"),
    "discussion": MeetingType("Discussion", "D"),
    "speaker": MeetingType("Speaker", "SP"),
    "sharing": MeetingType("Sharing in turn"),
    "meditation": MeetingType("Meditation", "MED"),
    "literature": MeetingType("Reading together", "LIT"),
    "step-study": MeetingType("Step study", "ST"),
    "tradition-study": MeetingType("Tradition study", "TR"),
    "steps-and-traditions": MeetingType("Steps and Traditions", "12x12"),
    "eleventh-step": MeetingType("Eleventh Step meditation", "11"),
    "big-book": MeetingType("Big Book", "B"),
    "daily-reflections": MeetingType("Daily Reflections", "DR"),
    "as-bill-sees-it": MeetingType("As Bill Sees It", "ABSI"),
    "living-sober": MeetingType("Living Sober", "LS"),
    "grapevine": MeetingType("Grapevine", "GR"),
    "birthdays": MeetingType("Recovery birthdays", "H"),
    "women": MeetingType("Women", "W"),
    "men": MeetingType("Men", "M"),
    "non-binary": MeetingType("Non-binary people", "NB"),
    "transgender": MeetingType("Transgender people", "T"),
    "lgbtq": MeetingType("LGBTQ+", "LGBTQ"),
    "gay": MeetingType("Gay people", "G"),
    "lesbian": MeetingType("Lesbians", "L"),
    "bisexual": MeetingType("Bisexual people", "BI"),
    "young-people": MeetingType("Young people", "Y"),
    "seniors": MeetingType("Older people", "SEN"),
    "people-of-color": MeetingType("People of colour", "POC"),
    "native-american": MeetingType("Native Americans", "N"),
    "indigenous": MeetingType("Indigenous people", "NDG"),
    "professionals": MeetingType("People of one profession", "P"),
    "families": MeetingType("Families and friends"),
    "with-al-anon": MeetingType("With an Al-Anon meeting at the same time", "AL-AN"),
    "with-alateen": MeetingType("With an Alateen meeting at the same time", "AL"),
    "dual-diagnosis": MeetingType("Addiction and mental health", "DD"),
    "secular": MeetingType("Secular", "A"),
    "sign-language": MeetingType("American Sign Language", "ASL"),
    "wheelchair": MeetingType("Wheelchair access", "X"),
    "wheelchair-toilet": MeetingType("Wheelchair-accessible toilet", "XB"),
    "fragrance-free": MeetingType("Fragrance-free", "FF"),
    "children-welcome": MeetingType("Children welcome", "CF"),
    "childcare": MeetingType("Childcare", "BA"),
    "outdoors": MeetingType("Outdoors", "OUT"),
    "candlelight": MeetingType("Candlelight", "CAN"),
    "breakfast": MeetingType("Breakfast", "BRK"),
    "smoking": MeetingType("Smoking allowed", "SM"),
    "cross-talk": MeetingType("Answering each other is allowed", "XT"),
    "digital-basket": MeetingType("Online basket", "DB"),
    "proof-of-attendance": MeetingType("Proof of attendance", "POA"),
}

# Codes that say what other fields say: the language spoken, and that the usual place is closed for now.
LANGUAGE_CODES: dict[str, str] = {
    "AF": "af", "AM": "am", "AR": "ar", "BG": "bg", "DA": "da", "DE": "de", "EL": "el", "EN": "en", "FA": "fa",
    "FI": "fi", "FR": "fr", "HE": "he", "HI": "hi", "HR": "hr", "HU": "hu", "IS": "is", "ITA": "it", "JA": "ja",
    "KA": "ka", "KOR": "ko", "LT": "lt", "ML": "ml", "MT": "mt", "NE": "ne", "NL": "nl", "NO": "no", "POL": "pl",
    "POR": "pt", "PUN": "pa", "RUS": "ru", "S": "es", "SK": "sk", "SL": "sl", "SV": "sv", "TH": "th", "TL": "tl",
    "TUR": "tr", "UK": "uk",
}  # fmt: skip
PLACE_CLOSED = "TC"
