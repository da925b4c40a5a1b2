### "Why does it twitch?": what is common, what the diary says, when to see a doctor.
### Ids: twitch-<part>; cause-<cause of twitch_causes.csv>-name, -mechanism, -symptoms;
### cause-common-<how_common>; cause-urgency-<urgency>.
### Only twitch-mostly-harmless, twitch-neurology-rare and cause-urgency-self-care may comfort;
### they are left out as soon as a warning sign is ticked.

twitch-title = Why does it twitch?
twitch-lead = A food record alone cannot tell why a muscle twitches. It can show what was eaten; the rest comes from what you notice and, where needed, from a doctor.
twitch-mostly-harmless = Most twitches are harmless and pass within days or weeks. They often go with short sleep, stress and caffeine.
twitch-section-causes = What often plays a part
twitch-section-minerals = Calcium and magnesium in the record
twitch-section-b12 = Vitamin B12
twitch-section-neurology = Nerves and muscles
twitch-section-steps = What you can do
twitch-section-table = Causes at a glance

twitch-sleep-below = Sleep: { $hours } hours a night. For this age { $low } to { $high } hours are recommended ({ $body }). Short sleep often goes with twitching.
twitch-sleep-within = Sleep: { $hours } hours a night, within the { $low } to { $high } hours recommended for this age ({ $body }).
twitch-sleep-above = Sleep: { $hours } hours a night, more than the { $low } to { $high } hours recommended for this age ({ $body }).
twitch-sleep-not-said = Sleep: not said yet. For this age { $low } to { $high } hours a night are recommended ({ $body }).
twitch-sleep-no-age = Sleep: how much is recommended depends on age, which is not known here.

twitch-caffeine-above = Caffeine: { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}, above { $limit } mg a day ({ $body }).
twitch-caffeine-above-at-least = Caffeine: at least { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}, above { $limit } mg a day ({ $body }); some items have no caffeine value.
twitch-caffeine-not-above = Caffeine: { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}; the comparison value is { $limit } mg a day ({ $body }). Single days may differ, and people differ in how they react.
twitch-caffeine-at-least = Caffeine: at least { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}. Some items have no caffeine value, so how it compares with { $limit } mg a day ({ $body }) cannot be told.
twitch-caffeine-needs-weight = Caffeine: { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}. Under 18 the comparison value is { $per_kg } mg per kg of body weight ({ $body }); the weight is not known.
twitch-caffeine-needs-weight-at-least = Caffeine: at least { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}; some items have no caffeine value. Under 18 the comparison value is { $per_kg } mg per kg of body weight ({ $body }); the weight is not known.
twitch-caffeine-no-limit = Caffeine: { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}. No comparison value is set for this person.
twitch-caffeine-no-limit-at-least = Caffeine: at least { $amount } mg a day on average over { $days ->
    [0] the usual habits asked for
    [one] one complete day
   *[other] { $days } complete days
}; some items have no caffeine value. No comparison value is set for this person.
twitch-caffeine-no-record = Caffeine: no complete day with a caffeine value is recorded.

twitch-stress-little = Stress: little, as you say.
twitch-stress-some = Stress: some, as you say. Tension and twitching often go together.
twitch-stress-much = Stress: much, as you say. Tension and twitching often go together.
twitch-stress-not-said = Stress: not said yet.
twitch-screen-said = Screens: { $hours } hours a day. In one study people with a twitching eyelid spent more time at screens; that does not show which came first.
twitch-screen-not-said = Screens: not said yet.
twitch-eyes-strained = Tired or dry eyes: yes, as you say. An eyelid is the place where this shows.
twitch-eyes-not-strained = Tired or dry eyes: no, as you say.
twitch-eyes-not-said = Tired or dry eyes: not said yet.
twitch-nicotine-yes = Nicotine: yes, as you say. It stimulates nerves and can shorten sleep.
twitch-nicotine-no = Nicotine: no, as you say.
twitch-nicotine-not-said = Nicotine: not said yet.

twitch-mineral-probability = Reported { $mineral }: { $intake } mg a day, from { $days ->
    [0] a questionnaire on habits
    [one] one complete day
   *[other] { $days } complete days
}. Chance that usual intake meets the requirement: { $chance }. Reference: { $reference }.
twitch-mineral-probability-at-least = Reported { $mineral }: at least { $intake } mg a day, from { $days ->
    [0] a questionnaire on habits
    [one] one complete day
   *[other] { $days } complete days
}; some items have no value. Chance that usual intake meets the requirement: at least { $chance }. Reference: { $reference }.
twitch-mineral-intake = Reported { $mineral }: { $intake } mg a day. How likely usual intake meets the requirement cannot be stated here.
twitch-mineral-intake-at-least = Reported { $mineral }: at least { $intake } mg a day; some items have no value. How likely usual intake meets the requirement cannot be stated here.
twitch-mineral-no-record = { $mineral }: no complete day with a value is recorded.
twitch-chance-tenths = { $tenths } in 10
twitch-chance-more = more than 9 in 10
twitch-chance-less = less than 1 in 10
twitch-symptoms-apart = These figures come from the food record alone. Twitching, cramps or anything else you feel has not changed them.
twitch-evidence = How weak the evidence is: that more magnesium or calcium from food or tablets stops ordinary twitching has not been shown. For muscle cramps in older adults a review of trials found it unlikely that magnesium makes a difference that matters. In one study magnesium and calcium in the blood did not differ between people with a twitching eyelid and people without. A low figure here does not explain the twitch, and a high one does not rule anything out.

twitch-b12-reported = Reported vitamin B12: { $amount } µg a day, from { $days ->
    [0] a questionnaire on habits
    [one] one complete day
   *[other] { $days } complete days
}. Beside it, for orientation: the RDA for this age is { $rda } µg a day ({ $body }).
twitch-b12-reported-at-least = Reported vitamin B12: at least { $amount } µg a day, from { $days ->
    [0] a questionnaire on habits
    [one] one complete day
   *[other] { $days } complete days
}; some items have no value. Beside it, for orientation: the RDA for this age is { $rda } µg a day ({ $body }).
twitch-b12-no-rda = Reported vitamin B12: { $amount } µg a day, from { $days ->
    [0] a questionnaire on habits
    [one] one complete day
   *[other] { $days } complete days
}. No RDA applies here, or age is not known.
twitch-b12-no-rda-at-least = Reported vitamin B12: at least { $amount } µg a day, from { $days ->
    [0] a questionnaire on habits
    [one] one complete day
   *[other] { $days } complete days
}; some items have no value. No RDA applies here, or age is not known.
twitch-b12-no-record = Vitamin B12: no complete day with a value is recorded.
twitch-b12-limits = Intake cannot show how much reaches the body; a blood test ordered by a doctor can. Nerves can suffer when B12 runs short, usually with numbness or tingling.
twitch-b12-vegan = A vegan diet has no reliable B12 but from fortified foods or supplements: ask how it is covered.
twitch-b12-metformin = Metformin over years can lower B12 in the blood: ask the prescriber whether it has been tested.
twitch-b12-acid-blockers = Acid blockers over a long time can lower B12 in the blood: ask the prescriber whether it has been tested.
twitch-b12-ask-vegan = Still to ask: a vegan diet?
twitch-b12-ask-metformin = Still to ask: metformin?
twitch-b12-ask-acid-blockers = Still to ask: acid blockers?

twitch-neurology-rare = Diseases of nerves and muscles are a rare cause of twitching and come with other signs, such as weakness. Judging them is a doctor’s matter, not that of a food record.
twitch-neurology-doctor = Whether nerves or muscles are affected is for a doctor to judge; the signs ticked above are the reason to go.
twitch-neurology-not-asked = Whether nerves or muscles are affected is for a doctor to judge; go through the warning signs first.

twitch-step-stimulants = Cut down on coffee, tea, cola, energy drinks and nicotine step by step, and have none in the hours before bed.
twitch-step-sleep = Keep regular hours and give sleep the time your age needs.
twitch-step-stress = Find what eases tension for you: walking, breathing slowly, talking it over.
twitch-step-eyes = Rest your eyes from the screen often, blink, and have your glasses checked.
twitch-step-alcohol = Drink less alcohol; if you drink heavily every day, do not stop suddenly but ask a doctor first.
twitch-step-dietitian = Go through the food record with a dietitian before changing much or buying tablets.
twitch-step-medicines = Check medicines and supplements with a pharmacist; stop nothing prescribed by yourself.
twitch-step-doctor = See a doctor if it lasts more than two weeks, spreads, gets worse, comes with weakness, numbness or weight loss, or began after a new medicine. Call the emergency services for any sign of the first group above.
twitch-step-signs-first = Act on the warning signs ticked above before anything else on this page.

cause-common-very-common = very common
cause-common-common = common
cause-common-uncommon = uncommon
cause-common-rare = rare
cause-common-doctor = for a doctor to judge
cause-urgency-self-care = not urgent; try the steps on this page
cause-urgency-doctor = ask a doctor or pharmacist
cause-urgency-prompt = see a doctor promptly
cause-urgency-after-signs = only after the warning signs have been looked at
twitch-table-cause = What
twitch-table-mechanism = How it may act
twitch-table-symptoms = What people notice
twitch-table-common = How common
twitch-table-urgency = How urgent
twitch-table-source = Source

cause-sleep-name = Short or broken sleep
cause-sleep-mechanism = Tired nerves fire more easily by themselves.
cause-sleep-symptoms = Eyelid or calf flickers, more in the evening and after bad nights
cause-caffeine-name = Caffeine
cause-caffeine-mechanism = It stimulates the nervous system and delays sleep.
cause-caffeine-symptoms = Flickering eyelid, restlessness, trembling hands, light sleep
cause-stress-name = Stress and worry
cause-stress-mechanism = Stress hormones keep muscles tense and nerves alert; watching the twitch keeps it in mind.
cause-stress-symptoms = Changing places, more in tense weeks, less when distracted
cause-screen-name = Screens and tired eyes
cause-screen-mechanism = Long near work and rare blinking tire the muscles round the eye.
cause-screen-symptoms = One eyelid, dry or burning eyes
cause-nicotine-name = Nicotine
cause-nicotine-mechanism = It acts on the switches between nerve and muscle and disturbs sleep.
cause-nicotine-symptoms = Fine trembling, restlessness
cause-exercise-name = Hard exercise
cause-exercise-mechanism = Tired muscle fibres and their nerve endings stay irritable for hours.
cause-exercise-symptoms = The muscles that worked, in the hours afterwards
cause-alcohol-name = Alcohol
cause-alcohol-mechanism = It disturbs sleep and increases magnesium losses; stopping after heavy use over-excites the nerves.
cause-alcohol-symptoms = Trembling, poor sleep; shaking and sweating after stopping are an emergency
cause-medicines-name = Medicines
cause-medicines-mechanism = Some act on nerves directly, some change blood minerals.
cause-medicines-symptoms = Began after a new medicine or dose
cause-magnesium-name = Low magnesium in the blood
cause-magnesium-mechanism = With little magnesium, nerves and muscles are more excitable; it comes mostly from losses through bowel, kidneys or medicines.
cause-magnesium-symptoms = Usually none until it is very low; then trembling, cramps, weakness, irregular heartbeat
cause-calcium-name = Low calcium in the blood
cause-calcium-mechanism = With little free calcium, nerves fire by themselves; glands, kidneys and vitamin D steer it more than food does.
cause-calcium-symptoms = Tingling round the mouth and in the fingers, hands locking in a cramp
cause-vitamin-b12-name = Low vitamin B12
cause-vitamin-b12-mechanism = Nerve sheaths suffer over months.
cause-vitamin-b12-symptoms = Numb or tingling feet, unsteady walking, tiredness
cause-thyroid-name = Overactive thyroid
cause-thyroid-mechanism = Too much thyroid hormone speeds up nerves and heart.
cause-thyroid-symptoms = Trembling, fast pulse, sweating, weight loss
cause-nerve-root-name = A pinched nerve
cause-nerve-root-mechanism = Pressure on a nerve in the neck, back or arm irritates its muscles.
cause-nerve-root-symptoms = One region, with pain, numbness or weakness
cause-neurological-name = Diseases of nerves and muscles
cause-neurological-mechanism = Nerve cells that steer muscles are damaged or over-excitable.
cause-neurological-symptoms = Weakness, thinner muscles, changed speech or swallowing, getting worse
