### Warning signs and what to do. Read by a person who treats patients before it changes.
### Ids: red-flag-<flag of red_flags.csv>, red-flag-advice-<flag>, red-flags-<anything else>.

red-flags-title = First: signs that need medical care
red-flags-ask = Tick everything that is happening now or is new.
red-flags-tier-1 = Call the emergency services now
red-flags-tier-2 = See a doctor promptly
red-flags-call-now = Call the emergency services now: { $number }.
red-flags-call-now-also = Call the emergency services now: { $number } (or { $also }).
red-flags-call-now-unknown = Call the emergency services now: your local emergency number. In the European Union and on mobile phones in many other countries that is { $number }.
red-flags-see-doctor = Make an appointment with a doctor in the next days; if it gets worse quickly, go today.
red-flags-stand = This stands whatever the food record shows. No intake figure, high or low, explains these signs or makes them less urgent.
red-flags-none-ticked = No warning sign was ticked. Should one appear, act on it at once, whatever this page shows.
red-flags-not-asked = The warning signs have not been gone through yet. Please do that before reading on.

## Tier 1

red-flag-breathing = Trouble breathing
red-flag-swallowing = Trouble swallowing or choking
red-flag-stridor = Noisy, crowing breathing or a tight throat
red-flag-seizure = A seizure (fit)
red-flag-fainting = Fainting or passing out
red-flag-chest-pain = Chest pain or pressure
red-flag-pulse = A racing, pounding or irregular heartbeat
red-flag-confusion = Confusion or unusual drowsiness
red-flag-locked-cramp = Hands or feet locked in a cramp
red-flag-one-sided-weakness = Sudden weakness of one arm, leg or side
red-flag-slurred-speech = Sudden slurred speech or trouble finding words
red-flag-facial-droop = One side of the face drooping
red-flag-serotonin-fever = Fever with stiff muscles, shaking or agitation after starting, raising or combining medicines that act on serotonin
red-flag-withdrawal = Shaking, sweating, agitation or seeing things after stopping or cutting down alcohol or benzodiazepines
red-flag-pregnancy-headache = In pregnancy or the weeks after birth: a severe headache, or blurred or flashing vision

red-flag-advice-serotonin-fever = Medicines that act on serotonin include many antidepressants, tramadol, triptans, linezolid and St John’s wort. Tell the emergency team everything that was taken.
red-flag-advice-withdrawal = Stopping suddenly after heavy use can be dangerous. Do not wait to see whether it passes.
red-flag-advice-pregnancy-headache = If the maternity unit can be reached at once, call it as well.

## Tier 2

red-flag-weakness = Muscle weakness or stiffness where it twitches or elsewhere
red-flag-wasting = A muscle getting thinner
red-flag-foot-drop = A foot that drops or trips you
red-flag-spreading = Twitching in more than one place, or spreading
red-flag-progressive = Twitching or weakness that gets worse over weeks
red-flag-persistent = Twitching for more than two weeks
red-flag-speech-change = A change in speech or voice that came on slowly
red-flag-numbness = Numbness or tingling that stays
red-flag-weight-loss = Losing weight without meaning to
red-flag-new-medicine = Twitching that began after a new medicine or a new dose
red-flag-family-history = Motor neurone disease (ALS) in the family
red-flag-mouth-tingling = Tingling round the mouth after an operation on the neck or thyroid

red-flag-advice-new-medicine = Do not stop a prescribed medicine by yourself; ask the prescriber or a pharmacist today.
red-flag-advice-mouth-tingling = Ring the surgical team today. If hands, feet or throat cramp, call the emergency services.
