"""The facts of a report's document, each with the place where it has to stand and the words that say it."""

import re

from flag_facts import corrections, flags, leaving, news2, present
from gate_facts import addenda, checks, screening
from report_words import EVENTS, MARK, MONTHS, SIGNS, clock, date, duration, fact, number, said


def facts(report):
    """Every fact of a report."""
    for make in (head, entries, effects, doses, schedule, extremes, flags, news2, leaving, present, corrections,
                 screening, checks, addenda):
        yield from make(report)


def head(report):
    patient, session = report["patient"], report["session"]
    add = lambda kind, what, where="": fact(kind, "head", "head$", where, what)
    code = rf"(?<![\w-]){said(patient['code'])}(?![\w-])"
    yield add("patient code", code)
    if patient["identityErased"]:
        yield add("identity erased", "identity (?:was )?erased")
    else:
        for key, kind, before in (("name", "patient name", ""), ("medicalRecordNumber", "record number", "MRN "),
                                  ("allergies", "allergies", "allergies: ")):
            yield add(kind, before + said(patient[key]) if patient[key] else f"{before or 'name '}not given")
        if patient["birthDate"]:
            yield add("birth date", r"b(?:orn|\.) " + date(patient["birthDate"]))
    yield add("session", said(session["label"]))
    word = {"draft": "DRAFT"}.get(report["state"], report["state"].upper())
    yield add("state", rf"(?<!\w){word}(?!\w)")
    year, month, day = session["opened"][:10].split("-")
    yield add("opened", rf"(?:{session['opened'][:10]} |{int(day)} \w+ {year}, ){session['opened'][11:16]}(?!\d)")
    yield add("indication", r"[Ii]ndication:? " + (said(session["indication"]) if session["indication"] else "not given"))
    yield add("protocol", rf"{said(session['protocol']['id'])} version {said(session['protocol']['version'])}(?!\w)")
    if session["room"]:
        yield add("room", rf"{session['setting']}, (?:room .*, then )?room {said(session['room'])}")
    if session["prescriber"]:
        yield add("prescriber", rf"(?:prescribed by|Prescriber) {said(session['prescriber'])}(?!\w)")
    if not session["limitsAdopted"]:
        yield add("not adopted", "[Ll]imits not adopted by this clinic")
    weight = report["weightOfTheDay"]
    yield add("weight", "weight of the day: " + (number(weight["value"]) + " kg" if weight and not weight["entered"]
                                                 else r"\d" if weight else "not given"))
    replaced = report["supersedes"]
    if replaced:
        where = "Takes the place of"
        yield add("superseded", rf"as closed {date(replaced['closed'])} {replaced['closed'][11:16]} by {said(replaced['by'])}"
                                rf"; {len(replaced['since'])} entr", where)
        for entry in replaced["since"]:
            yield add("entered since", rf"(?<!\w)#{entry}(?!\d)", where)
    clinic = report["clinic"]
    if clinic:
        yield fact("clinic", "head", "head$", "", said(clinic["name"]))
        for line in clinic["address"] + [clinic["telephone"]]:
            yield fact("clinic's address", "head", "head$", "", rf"(?<!\w){said(line)}(?!\w)")
    if report["record"]:
        fours = " ".join(report["record"][i:i + 4] for i in range(0, 16, 4))
        yield fact("fingerprint", "foot", "", "Vigil ", f"record {fours}")


def shown(reading, mark=""):
    """A reading as a cell of the table of vital signs has it."""
    status = reading["status"]
    if status == "measured":
        value = reading["level"] if reading["sign"] == "acvpu" else number(reading["value"])
        if reading["entered"] and reading["sign"] in ("temperature", "weight"):
            value = f"{reading['value']:.1f}"
        if reading["sign"] == "rass" and reading["value"] > 0:
            value = r"\+" + value
        doubt = r"\?" if mark == "?" else ""
        broke = {"HIGH": "▲", "LOW": "▼", "FLAGGED": "●"}.get(reading["broke"] or "", "")
        return rf"{value}{doubt}(?: exp\.)?\s?{broke}"
    if status == "not-obtained":
        return r"–\[\d+\]"
    if status == "not-usable":
        return rf"\[{said(reading['written'])}\]"
    return rf"unrec\.\s?{MARK}?" if status == "unrecordable" else "air"


def entries(report):
    standing = [e for e in report["entries"] if not e["void"]]
    sets = [e for e in standing if e["kind"] == "vitals"]
    named = {r["sign"] for e in sets for r in e["content"]["readings"]}
    for entry in sets:
        yield from readings(entry, named, any(e["content"]["computedMap"] for e in sets))
    acknowledging = {a["entry"] for f in report["flags"] for a in f["acknowledgements"]}
    for entry in standing:
        kind, where = entry["kind"], rf"(?:[a-z]+ )?#{entry['number']} {clock(entry['observed'])} "
        circumstance = kind == "effect" and not any(entry["number"] in e["entries"] for e in report["effects"])
        section = {"dose": "Doses$", "infusion": "Doses$", "check": "Doses$", "waste": "Doses$", "scale": "Scores$",
                   "action": EVENTS, "note": EVENTS, "mark": EVENTS, "deferred": EVENTS, "verification": EVENTS,
                   "closed": EVENTS, "presence": EVENTS, "assigned": EVENTS, "moved": EVENTS}.get(kind)
        if kind == "infusion" or kind == "dose" and entry["content"].get("overMinutes"):
            # A closely set page has the infusion where its chart's letters are told.
            section = "(?:Doses|Events, actions and notes)$"
        if kind == "acknowledgement" and entry["number"] not in acknowledging:
            section = EVENTS
        if kind == "leaving" and "answers" in str(entry["content"].get("kind", "")) + str(entry["content"].keys()):
            section = "Leaving$" if entry["content"].get("answers") else None
        if kind == "effect" and entry["content"]["remark"]:
            section = "(?:Intended state|Side effects|Actions and notes|Events)"
        if kind == "effect" and circumstance and entry["content"]["course"] == "absent" and not entry["content"]["remark"]:
            yield fact("absent effect", f"#{entry['number']}", "Side effects$|Actions|Events", "Looked for and absent|.*#",
                       rf"{said(entry['content']['name'])} (?:[^;.]*, )?{entry['observed'][11:16]}(?!\d)|"
                       rf"#{entry['number']} {clock(entry['observed'])} .*{said(entry['text'])}")
        if section:
            yield fact(f"{kind} entry", f"#{entry['number']}", section, where, said(entry["text"]))
            if kind in ("dose", "infusion", "action", "note", "scale"):
                yield fact("author", f"#{entry['number']}", section, where, rf"^(?:\S+ )?#\d+ .*?(?<!\w)({said(entry['author'])})(?!\w)")


def readings(entry, named, has_mean):
    where, section = rf"{entry['number']} {clock(entry['observed'])}", "Every set of vital signs$"
    values = {r["sign"]: r for r in entry["content"]["readings"]}
    cell = lambda sign: shown(values[sign], "?" if values[sign]["verified"] is False and not entry["verifiedBy"] else "") \
        if sign in values else "–"
    cells = {}
    pair = [values.get("systolic"), values.get("diastolic")]
    if not any(pair):
        cells["BP"] = "–"
    elif pair[0] and pair[0]["status"] == "unrecordable":
        cells["BP"] = rf"unrec\.\s?{MARK}?"
    elif all(p and p["status"] == "not-obtained" for p in pair) and pair[0]["reason"] == pair[1]["reason"]:
        cells["BP"] = r"–\[\d+\]"
    else:
        cells["BP"] = cell("systolic") + "/" + cell("diastolic")
    cells["MAP"] = rf"(?:–|\S+(?: {MARK})?(?: \(\S+\))?)"
    for sign, name in SIGNS.items():
        if sign not in ("systolic", "diastolic", "map"):
            cells[name] = cell(sign)
    shown_columns = [n for n in cells if n == "BP" and named & {"systolic", "diastolic"}
                     or n == "MAP" and ("map" in named or has_mean) or any(SIGNS[s] == n for s in named - {"map"})]

    def row(columns):
        return rf"^{where}[†Lipc]*(?:\[\d+\])* T?[+−–]?\d* ?" + " ".join(cells[n] for n in columns) + r"(?: |$)"

    def what(place):
        heads = [next((n for n in cells if c == n or c.startswith(n + " ")), None) for c in place.columns]
        columns = [n for n in heads if n] if place.columns else shown_columns
        return row(columns)

    yield fact("set", f"#{entry['number']} {entry['text']}", section, where + r"(?!\d)", what)
    for sign, reading in values.items():
        said_name = SIGNS[sign]
        label = f"#{entry['number']} {said_name}"
        if reading["status"] == "not-obtained":
            yield fact("why not obtained", label, section, r"\[\d+\]", rf"not obtained: {said(reading['reason'])}(?=$| \[\d+\])")
    if entry["content"]["remark"]:
        yield fact("remark of a set", f"#{entry['number']}", section, r"\[\d+\]", rf"remark: {said(entry['content']['remark'])}(?=$| \[\d+\])")


def effects(report):
    for effect in report["effects"]:
        section = "Intended state" if effect["intendedState"] else "Side effects$"
        where = rf"{said(effect['name'])} {clock(effect['began'])} T[+−]?\d+|{said(effect['name'])} {clock(effect['began'])} –"
        add = lambda kind, what: fact(f"effect's {kind}", effect["name"], section, where, what)
        since = r"(?: T[+−]\d+| –)"
        yield add("onset", rf"^{said(effect['name'])} ({clock(effect['began'])})")
        worst = effect["worst"] or "not graded"
        at = rf"(?: {clock(effect['worstAt'])})?" if effect["worstAt"] else ""
        if effect["worstAt"] and effect["worstAt"] != effect["began"]:
            at = rf" {clock(effect['worstAt'])}"
        distress = ", distressing" if effect["distressing"] else ""
        yield add("worst", rf"^{said(effect['name'])} {clock(effect['began'])}{since} ({worst}{at}{distress})(?!,)")
        yield add("end", rf" ({clock(effect['ended'])})(?:{since})? \d+ \w+.* #" if effect["ended"] else "not seen to end")
        yield add("entries", " ".join(f"#{n}" for n in effect["entries"]) + r"$")


def doses(report):
    for given in report["exposure"]["given"]:
        if not given["infusion"]:
            continue
        route = f" {given['route']}" if given["route"] else ""
        where = rf"infusion of {said(given['drug'])}{route} from {clock(given['began'])}"
        add = lambda kind, what: fact(f"infusion's {kind}", given["drug"], "Doses$", where, what)
        yield add("start", rf"from {clock(given['began'])}")
        if given["planned"]:
            yield add("plan", rf"planned {number(given['planned']['value'])} {said(given['planned']['unit'])}(?!\w)")
        if given["stop"]:
            yield add("stop", rf"stopped (?:{clock(given['ended'])} )?\(#{given['stop']}\)" if given["ended"] else
                      rf"stopped \(#{given['stop']}\)")
        if given["given"]:
            yield add("amount", rf"given {number(given['given']['value'])} {said(given['given']['unit'])}(?!\w)")
        for pause in given["pauses"]:
            if pause["to"]:
                yield add("pause", rf"{clock(pause['from'])}–{clock(pause['to'])}")
    for total in report["exposure"]["totals"]:
        if total["milligrams"] is not None and (total["counted"] + total["uncounted"]):
            route = f" {total['route']}" if total["route"] else ""
            yield fact("total", total["drug"], "Doses$", rf"{said(total['drug'])}{route}: ",
                       rf": {number(total['milligrams'])} mg(?!/)")
    zero = report["timeZero"]
    yield fact("time zero", "doses", "Doses$", "Time zero", rf"{date(zero)} {zero[11:16]}(?!\d)" if zero else "none")
    for sign in report["baseline"]["signs"]:
        value = sign["baseline"]["value"]
        name = SIGNS[sign["sign"]]
        behind = rf"[^(]* \({', '.join(f'#{n}' for n in sign['entries'])}, {clock(sign['observed'])}\)"
        if value is None:
            continue
        shown_value = {"acvpu": "ACVPU"[int(value)] if sign["sign"] == "acvpu" else ""}.get(sign["sign"]) or number(value)
        before = {"systolic": "BP ", "diastolic": r"BP [^ ]*/"}.get(sign["sign"], name + r" \+?")
        yield fact("baseline", name, "Doses$", "Baseline", before + shown_value + rf"(?![\d.]){behind}"
                   if sign["sign"] not in ("systolic",) else before + shown_value + rf"/{behind}|systolic {shown_value}(?!\d){behind}")


def schedule(report):
    told = {"kept-late": "kept late", "missed": "missed", "not-obtained": "not obtained", "deferred": "deferred",
            "overdue": "OVERDUE"}
    for group in report["schedule"]:
        title, count = said(group["title"]), group["count"]
        if report["timeZero"] and count["required"]:
            yield fact("kept", group["title"], "Schedule$", title + ": ", rf"^{title}: {count['kept']} of {count['required']} kept")
        if group["baseline"]:
            yield fact("baseline sets", group["title"], "Schedule$", title + ": ", rf"baseline: {group['baseline']['taken']} ")
        for slot in group["slots"]:
            if slot["state"] in told:
                label = f"{group['title']} T+{slot['minutes']}"
                where = rf"T\+{slot['minutes']} {clock(slot['due'])} "
                late = rf" {clock(slot['closed'])}" if slot["state"] == "kept-late" else ""
                yield fact("slot", label, "Schedule$", where, told[slot["state"]] + late, rf"^{title}: ")
                for reason in slot["reasons"]:
                    yield fact("slot's reason", label, "Schedule$", where, said(reason), rf"^{title}: ")
                for entry in slot["entries"]:
                    yield fact("slot's entry", label, "Schedule$", where, rf"#{entry}(?!\d)", rf"^{title}: ")
    for gap in report["gaps"]:
        span = duration(gap["minutes"] * 60)
        to = rf"since {clock(gap['from'])}" if gap["goesOn"] else rf"{clock(gap['from'])} to {clock(gap['to'])}"
        yield fact("gap", span, "Schedule$", "", rf"(?<!\d){span} without a reading,? {to}")


def extremes(report):
    baselines = {s["sign"] for s in report["baseline"]["signs"]}
    for sign in report["extremes"]:
        name = SIGNS[sign["sign"]]
        where = rf"{said(name)}(?: as given)?(?: (?:mmHg|/min|%|°C|l/min|kg))? "
        base = r"\S+" if sign["sign"] in baselines else "missing"
        cells = []
        for end in (sign["highest"], sign["lowest"]):
            value = end["level"] or number(end["value"])
            if sign["sign"] in ("temperature", "weight"):
                value = rf"(?:{value}|{end['value']:.1f})"
            if sign["sign"] == "rass" and end["value"] > 0:
                value = r"\+" + value
            change = end["change"]
            moved = r"\S+" if change is None else "±0" if change == 0 else (r"\+" if change > 0 else "") + number(change)
            cells.append(rf"{value}{'' if end['verified'] else '[?]'}\s?{MARK}? {clock(end['observed'])} {moved}")
        yield fact("extremes", name, "Extremes$", where, rf"^{where}{base} " + " ".join(cells) + "$")
