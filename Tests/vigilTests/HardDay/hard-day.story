# A hard day in a small clinic, as it was typed. LH prescribes, KO and MB are nurses, all times are UTC.

# Who works here, what is used, how long it is kept.

## 2026-11-16 08:30
LH$ vigil init
LH$ vigil clinician add LH --name 'Lena Hart' --role prescriber,reviewer,administrator --by LH
KO$ vigil clinician add KO --name 'Kim Osei' --role observer --by LH
KO$ vigil clinician add MB --name 'Mo Berg' --role observer --by LH
LH$ vigil clinic --name 'Northgate Clinic' --retention-years 10 --backup-days 7 --by LH
LH$ vigil protocol adopt iv-0.5-40 --by LH
KO$ vigil patient add P-014 --name 'Alex Rivera' --birth-date 1984-03-12 --mrn VGL-0042
KO$ vigil patient add P-015 --name 'Sam Okafor' --birth-date 1990-07-01
KO$ vigil patient add P-016 --name 'Robin Vale' --birth-date 1979-01-23

# The day before: consent, tests and scores of the two who come tomorrow.

## 2026-11-16 10:00
KO$ vigil course consent P-014 --document 'Ketamine, off-label' --version 4 --signed 2026-11-16 --off-label-told --capacity-by LH --by KO
= off-label
KO$ vigil course consent P-016 --document 'Ketamine, off-label' --version 4 --signed 2026-11-16 --off-label-told --capacity-by LH --by KO
KO$ vigil course lab P-014 ecg unremarkable --by KO
KO$ vigil course lab P-014 renal unremarkable --by KO
KO$ vigil course lab P-014 liver unremarkable --by KO
KO$ vigil course lab P-014 pdmp unremarkable --by KO
KO$ vigil course lab P-014 urinary unremarkable --by KO
KO$ vigil course score P-014 'pcl-5 52' --by KO

# Tuesday. The screening of the day: one answer is yes, one is not known.

## 2026-11-17 12:05
KO$ vigil screening P-014 --protocol iv-0.5-40 --answers - --by KO
| suitable yes
| hypersensitivity no
| vascular no
| heart no
| pressure-head no
| glaucoma yes -- treated, seen by the eye clinic in October
| psychosis no
| mania no
| sud no
| sud-remission unknown -- letter asked for
| intoxication no
| suicidal-intent no
| pregnancy no
| liver no
| liver-moderate no
| cystitis no
| urinary no
| thyroid no
| lungs no
| apnoea no
| seizure no
| medicines no
| fasting yes
| escort yes -- sister, A. Meier
exit 1

## 2026-11-17 12:30
KO$ vigil start P-014 --protocol iv-0.5-40 --prescriber LH --weight 72 --room 2 --by KO
= glaucoma
= sud-remission
exit 77
KO$ vigil start P-014 --protocol iv-0.5-40 --prescriber LH --weight 72 --room 2 --by KO --override 'glaucoma=pressure normal in October, letter read out' --confirm 'sud-remission=letter asked for, ten years ago'
= --read-back
exit 64
KO$ vigil start P-014 --protocol iv-0.5-40 --prescriber LH --weight 72 --room 2 --by KO --override 'glaucoma=pressure normal in October, letter read out' --confirm 'sud-remission=letter asked for, ten years ago' --read-back
= Alex Rivera
= 1984-03-12

# The first pressure is over the hold limit; after five minutes of rest it is not.

## 2026-11-17 12:40
KO$ vigil add 146/88 82 98% rr 14 moaas 5 A ra t 36.6
= repeat after 5 min
## 2026-11-17 12:46
KO$ vigil add 136/84 78 98% rr 14 moaas 5 A ra
KO$ vigil add - --by KO
| no dissociation
| no nausea
| no vomiting
| no headache
| no dizziness
| no anxiety

# Premedication, then the dose, checked by a second person.

## 2026-11-17 12:50
KO$ vigil add ondansetron 4 mg iv
## 2026-11-17 12:57
KO$ vigil add 132/82 76 98% rr 14 moaas 5 A ra
## 2026-11-17 13:00
KO$ vigil add ketamine 36 mg iv over 40 min
KO$ vigil add check KO
= another person
exit 65
KO$ vigil add check MB
KO$ vigil add start infusion
## 2026-11-17 13:10
KO$ vigil add 148/92 88 97% rr 16 moaas 5 A ra
KO$ vigil add dissociation mod

# Panic: the pressure rises, the infusion is paused, the prescriber comes.

## 2026-11-17 13:18
KO$ vigil add panic severe distressing
= medium priority: distressing panic
KO$ vigil add pause infusion
KO$ vigil add arrives LH prescriber
## 2026-11-17 13:20
KO$ vigil add 184/112 118 96% rr 22 moaas 5 A ra
= HIGH
KO$ vigil ack all 'sits with the patient, breathing together; LH in the room'
KO$ vigil flags --unacknowledged --patient P-014
## 2026-11-17 13:25
KO$ vigil add 158/94 104 97% rr 18 moaas 5 A ra
KO$ vigil add panic mild better
KO$ vigil add resume infusion
KO$ vigil add leaves LH

# Vomiting, and the cuff fails: a value that is not there is said to be so.

## 2026-11-17 13:31
KO$ vigil add vomited
KO$ vigil add - --by KO
| nausea severe
| bp - hr 96 97% rr 16 moaas 5 A ra -- cuff error, hose came off
## 2026-11-17 13:34
KO$ vigil add 151/93 95 97%
KO$ vigil add do position on the side, head up

# A second patient arrives, and KO opens the session under the wrong code.

## 2026-11-17 13:38
MB$ vigil screening P-015 --protocol iv-0.5-40 --answers - --by MB
| suitable yes
| hypersensitivity no
| vascular no
| heart no
| pressure-head no
| glaucoma no
| psychosis no
| mania no
| sud no
| sud-remission no
| intoxication no
| suicidal-intent no
| pregnancy no
| liver no
| liver-moderate no
| cystitis no
| urinary no
| thyroid no
| lungs no
| apnoea no
| seizure no
| medicines no
| fasting yes
| escort yes -- friend, J. Lind
exit 1
MB$ vigil course consent P-015 --document 'Ketamine, off-label' --version 4 --signed 2026-11-17 --off-label-told --by MB
MB$ vigil start P-015 --protocol iv-0.5-40 --prescriber LH --weight 81 --room 3 --by MB --confirm 'labs=asked for' --confirm 'scores=after the session' --confirm 'pdmp=LH looks today'
## 2026-11-17 13:41
MB$ vigil add -s P-015 128/80 70 99% rr 14 moaas 5 A ra

# KO types a set of P-014 into room 3 by mistake, and it is moved where it belongs.

KO$ vigil add -s P-015 149/91 94 97% rr 15 moaas 5 A ra
= Sam Okafor
KO$ vigil move 2 --entry 5 --to P-014 --because 'typed into the wrong room' --by KO
= Alex Rivera
= Sam Okafor

# Who lies in room 3 is Robin Vale: the whole session is moved.

## 2026-11-17 13:46
MB$ vigil move 2 --to P-016 --because 'wrong code at the door; name and birth date read again' --by MB
= Robin Vale
MB$ vigil sessions

# KO goes off duty: what is open is read back to MB, and what comes after is MB's, also on KO's tablet.

## 2026-11-17 13:50
KO$ vigil add -s 1 handover MB
= due
KO$ vigil add -s 1 142/88 88 98% rr 14 moaas 5 A ra
= MB
KO$ vigil add -s 1 no nausea
MB$ vigil add -s 1 panic gone

# The power goes while a set is being saved; the same line with the same id is typed again.

## 2026-11-17 13:55
cut MB$ vigil add -s 1 --id 6c5f6f0e-0d3f-4b54-9d2a-6f1f5c0a7b11 @13:55 138/86 84 98% rr 14 moaas 5 A ra
## 2026-11-17 13:58
MB$ vigil add -s 1 --id 6c5f6f0e-0d3f-4b54-9d2a-6f1f5c0a7b11 @13:55 138/86 84 98% rr 14 moaas 5 A ra
MB$ vigil status
= Alex Rivera
= Robin Vale

# The infusion ends; the room is needed; the patient goes on in room 5 and leaves at the end.

## 2026-11-17 14:00
MB$ vigil add -s 1 stop infusion given 30 mg
MB$ vigil add -s 1 waste 14 mg witness KO
MB$ vigil add -s 1 dissociation mild
## 2026-11-17 14:02
MB$ vigil add -s 1 room 5
## 2026-11-17 14:15
MB$ vigil add -s 5 134/84 80 98% rr 14 moaas 5 A ra
## 2026-11-17 14:30
MB$ vigil add -s 1 131/82 78 98% rr 14 moaas 5 A ra
## 2026-11-17 14:45
MB$ vigil add -s 1 129/82 76 98% rr 14 moaas 5 A ra
MB$ vigil add -s 1 - 
| no dissociation
| no nausea
| no vomiting
| no headache
| no dizziness
| no anxiety
## 2026-11-17 15:02
MB$ vigil add -s 1 128/80 75 98% rr 14 moaas 5 A ra t 36.7
MB$ vigil add -s 1 handover KO
## 2026-11-17 15:10
MB$ vigil add -s 1 do cannula out
= KO
LH$ vigil leaving 1 --met gait,oriented,cannula-out --escort 'sister, A. Meier' --instructions 'no driving until tomorrow; says so too' --by LH
exit 1
KO$ vigil end 1 --decided-by LH --by KO --because 'seen by LH, two hours after the start'
MB$ vigil add -s P-016 note unwell since the morning, goes home, nothing was given
MB$ vigil end 3 --by MB

# The next morning: a pulse was typed wrong, the prescriber countersigns, the report is printed.

## 2026-11-18 09:05
KO$ vigil fix -s 1 --because 'two digits of another line' #45 hr 78
LH$ vigil countersign 1 --by LH 'read the letter myself'
LH$ vigil addendum 1 'Patient called at eight: slept well, no nausea.' --by LH
LH$ vigil report 1
= AMENDED
= glaucoma
= countersigned
KO$ vigil report 1 --format html --out hard-day.html
KO$ vigil course follow-up P-014 call done 'slept well, no nausea, mood even' --by KO
KO$ vigil followups

# Friday: the week is reviewed until nothing is left.

## 2026-11-20 15:00
LH$ vigil flags --unreviewed --since 2026-11-16
LH$ vigil effects --unreviewed --since 2026-11-16
LH$ vigil review -s 1 panic adverse-event --by LH --follow-up 'talk over the fear before the next session' 'began at T+18, gone at T+50'
= adverse event
LH$ vigil review -s 1 all expected --by LH 'expected after the dose, watched and gone'
LH$ vigil review -s 3 all artefact --by LH 'nothing was given, the baseline was not taken to its end'
LH$ vigil flags --unreviewed --since 2026-11-16
= is closed
LH$ vigil effects --unreviewed --since 2026-11-16
= is closed
LH$ vigil followups
= integration session
exit 1
LH$ vigil course P-014
LH$ vigil summary --since 2026-11-16
