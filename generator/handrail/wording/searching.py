"""The generator's own texts about searching, in English: the keys of their translations."""

MEETING = "Meeting"
PLACE = "Place"
EMERGENCY = "If somebody is in danger, call now"
CRISIS = "You do not have to carry this alone"
SLIP = "You have not lost what you learned"
CRAVING = "A craving rises, and it passes"
EMERGENCY_WORDS = "They want you to call, also when you are not sure. Stay with the person if you can."
CRISIS_WORDS = "Somebody is there to listen now. You can start with “I need help”."
SLIP_WORDS = "Many people slip, and come back. Here is what helps in the next hours."
CRAVING_WORDS = "Here is what helps through the next minutes."

SEARCH_TEXTS = (
    MEETING,
    PLACE,
    EMERGENCY,
    CRISIS,
    SLIP,
    CRAVING,
    EMERGENCY_WORDS,
    CRISIS_WORDS,
    SLIP_WORDS,
    CRAVING_WORDS,
)
