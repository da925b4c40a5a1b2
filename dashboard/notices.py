"""What stands before any number: when to see a doctor, and what the pages do not say.

The lists restate the warning signs collected in the project's methods, section 8; the two weeks
of persistent twitching are the wording of the NHS, recalled. No intake changes or overrides them.
"""

RED_FLAG_LINE = (
    "Trouble breathing, fainting, a seizure, chest pain, an irregular pulse, or twitching with "
    "weakness: see a doctor now, whatever this page shows."
)

EMERGENCY = (
    "difficulty breathing or swallowing, or noisy breathing",
    "a seizure, or fainting",
    "chest pain, palpitations or an irregular pulse",
    "confusion",
    "hands or feet locked in a cramp",
    "sudden weakness on one side, or slurred speech",
)

SOON = (
    "weakness, muscle wasting or a dropping foot",
    "twitching that spreads, gets worse, or lasts more than two weeks",
    "a change in speech, numbness, or weight loss nobody planned",
    "twitching after a new medicine, or motor neuron disease in the family",
    "tingling round the mouth after an operation on the neck",
)

FIRST_ASK = (
    "Kidney disease, pregnancy, an eating disorder, alcohol dependence, long diarrhoea, bowel "
    "disease or bowel surgery, diabetes, kidney stones, sarcoidosis, or regular medicines: ask a "
    "doctor or pharmacist before changing what you take. Some medicines and magnesium or calcium "
    "get in each other's way."
)

WHAT_THIS_IS = (
    "This page adds up the calcium and magnesium in what was reported and sets it beside "
    "reference intakes. It does not examine anybody, names no disease and advises no dose. "
    "Intake below a reference says nothing certain about the body: that takes blood tests and a "
    "doctor. Most twitching is harmless; that food magnesium helps against it is not shown."
)
