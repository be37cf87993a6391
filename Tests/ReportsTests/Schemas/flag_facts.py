"""The facts of flags, of scores, of leaving, of who was present and of corrections."""

import re
from datetime import datetime

from report_words import ACTS, MARK, clock, duration, fact, number, said


def flags(report):
    for flag in report["flags"]:
        where = rf"{MARK}{flag['number']} "
        add = lambda kind, what: fact(f"flag's {kind}", f"flag {flag['number']}", "Flags$", where, what)
        yield add("raising", rf"^{where}(?:~~)?({clock(flag['raised'])})")
        if flag["measure"]["kind"] != "scale":
            yield add("title", said(flag["title"]))
        yield add("priority", rf"(?<!\w){flag['priority']} priority")
        yield add("rule", rf"rule {said(flag['rule'])}(?:$|[ ,;])")
        if flag["retractedBy"]:
            yield add("retraction", rf"retracted by #{flag['retractedBy']}(?!\d)")
        else:
            yield from life(flag, add)
        if flag["limit"] and flag["limit"]["value"] is not None and flag["measure"]["kind"] in ("sign", "derived", "news2", "scale") \
                and flag["measure"]["name"] not in ("acvpu", "consciousness"):
            words = flag["limit"]["comparison"].replace("-", " ")
            yield add("limit", rf"{words} \+?{number(flag['limit']['value'])}(?!\d)")
        peak = flag["peak"]
        if peak:
            reckoned = (peak["reckoned"] or peak)["value"]
            value = number(abs(reckoned)) if reckoned is not None and not peak["level"] else ""
            yield add("peak", rf"peak [^;]*?{value}(?![\d])[^;]*?\(#{peak['entry']}\)|entry #{peak['entry']}(?!\d)")
        for answer in flag["acknowledgements"]:
            # Acknowledged before a late entry made it known: since it was raised.
            seconds = answer["secondsAfterKnown"]
            waited = duration(between(flag["raised"], answer["at"]) if seconds is None else seconds)
            cover = r" \(with a worse flag\)" if answer["covering"] else ""
            yield add("acknowledgement", rf"{clock(answer['at'])} by {said(answer['by'])} after {waited}{cover}:? {said(answer['text'])}")
        if not flag["acknowledgements"]:
            yield add("waiting", "not acknowledged")
        review = flag["review"]
        if review:
            follow = f"; follow-up: {said(review['followUp'])}" if review["followUp"] else ""
            yield add("review", rf"reviewed {clock(review['at'])} by {said(review['by'])}.*: "
                                rf"{review['verdict'].replace('-', ' ')} — {said(review['text'])}{follow}")
        if flag["stopCriterionMet"] and not flag["retractedBy"]:
            yield add("stop criterion", "clinic's stop criterion met")
        if flag["text"]:
            yield add("own words", "“" + said(flag["text"]) + "”")


def between(start, end):
    return max(int((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()), 0)


def life(flag, add):
    span = lambda seconds: rf",? (?:after )?{duration(seconds)}(?!\w)"
    inside = flag["measure"]["kind"] in ("sign", "derived", "rate", "news2") or \
        flag["measure"]["kind"] == "rule" and not flag["process"]
    if flag["confirmed"] and flag["confirmed"] != flag["raised"]:
        yield add("confirmation", rf"confirmed (?:by repeat|\(not repeated\)) {clock(flag['confirmed'])}")
    if flag["state"] == "unconfirmed":
        yield add("state", "unconfirmed")
    if flag["open"]:
        yield add("openness", "still open")
    if flag["cleared"]:
        repeat = "on repeat " if flag["state"] == "cleared-on-repeat" else ""
        yield add("clearing", rf"{repeat}{clock(flag['cleared'])}(?: \(never repeated\))?{span(flag['secondsToCleared'])}")
    if flag["backInside"] and inside:
        yield add("return", rf"(?:so far )?{clock(flag['backInside'])}{span(flag['secondsToBackInside'])}")


RUN = r"#(\d+)(?:–#(\d+))?(?: [^,#]*?(\d\d:\d\d)(?:[^,#]*?–[^,#]*?(\d\d:\d\d))?)?"


def covers(run, entry, at):
    """Whether a set is one of a run, which goes from its first to its last by time.

    Where no time stands the numbers go up with the time, and tell it alone.
    """
    first, last, begins, ends = run
    if not last:
        return entry == int(first)
    if entry in (int(first), int(last)) or int(first) < entry < int(last):
        return True
    if not begins:
        return False
    return begins <= at <= ends if begins <= ends else at >= begins or at <= ends


def news2(report):
    for score in (report["news2"] or {"sets": []})["sets"]:
        total = (str(score["total"]) if score["complete"] else f"≥{score['atLeast']}") + ("" if score["verified"] else r"\?")
        missing = ", ".join(score["missing"]) or "none"
        missing = re.sub("acvpu", "consciousness", re.sub("respiratoryRate", "respiratory rate", re.sub("spo2", "SpO2", missing)))
        entry = score["entry"]

        def what(place, score=score, entry=entry, total=total, missing=missing):
            if "Sets" not in place.columns:
                return rf"^{entry} .*? (?:T\S+|–) ({total} .*{missing})$"
            # On the page sets that say the same are one row, and those that follow on each other one run.
            is_there = any(covers(run, entry, score["observed"][11:16]) for run in re.findall(RUN, place.text))
            return rf"^({total} \S.* {missing}) #" if is_there else r"(?!)"

        yield fact("NEWS2", f"#{entry} {total} {missing}", "NEWS2$", "", what)


def leaving(report):
    part, section = report["leaving"], "Leaving$"
    states = {"met": "met", "missing": "NOT MET", "not-answered": "NOT ANSWERED"}
    for row in part["criteria"]:
        mark = rf".*\[{said(row['id'])}\]"
        name = f"criterion {row['id']}"
        yield fact("criterion's state", name, section, mark, rf"^\W*{states[row['state']]}(?!\w)")
        yield fact("criterion's title", name, section, mark, said(row["title"]) + r" \[")
        if row["missing"]:
            yield fact("what is missing", name, section, mark, r"\] " + said(row["missing"]))
        if row["since"]:
            yield fact("met since", name, section, mark, rf"\] (?:T[+−]\d+ \({clock(row['since'])}\)|{clock(row['since'])})")
        if row["entries"]:
            yield fact("criterion's entries", name, section, mark, " ".join(f"#{n}" for n in row["entries"]) + "$")
    if part["criteria"] and not part["allMetSince"]:
        yield fact("criteria met", "leaving", section, "Criteria as of", rf": {part['met']} of {part['count']} ")
    record = part["decision"]
    if not record:
        yield fact("no decision", "leaving", section, "", "No decision recorded")
        return
    decision, where = record["decision"], rf"#{record['entry']} {clock(record['observed'])} "
    yield fact("decision", "leaving", section, where, rf"(?:decided by|said to) {said(decision['decidedBy'])}")
    inner = rf"(?:#{record['entry']} |  |\w)"
    for key in ("reason", "witness", "escort", "instructions"):
        if decision[key]:
            yield fact(f"decision's {key}", "leaving", section, inner, said(decision[key]), "")
    for unmet in decision["unmet"]:
        name = unmet.get("criterion") or unmet.get("id")
        yield fact("unmet criterion", name, section, inner, rf"(?<!\w){said(name)} .*{said(unmet['missing'])}")


def present(report):
    for person in report["present"]:
        name = said(person["name"])
        listed = ", ".join(filter(None, [person["fullName"], *person["roles"]]))
        start = name + " " + (said(listed) + " " if listed else "")
        for act in person["acts"]:
            words = ACTS[act["act"]].format(n=len(act["entries"]))
            yield fact("present", person["name"], "Who was present$", start, rf"(?:^{start}|; ){words}")
            for moment in act["moments"]:
                at = clock(moment["at"])
                with_whom = rf"{at}[^;]*? {said(moment['role'] or moment['other'])}" if moment["role"] or moment["other"] else at
                yield fact("moment", person["name"], "Who was present$", start, rf"{words} (?:[^;]*, )?{with_whom}")


def old_words(content):
    """The values and words of what an entry said before."""
    if content.get("readings"):
        return [number(r["value"]) for r in content["readings"] if r["status"] == "measured" and not r["level"]]
    amount = content.get("amount") or content.get("given")
    words = [content.get("text"), content.get("drug"), content.get("name"), content.get("severity")]
    words += [number(amount["value"])] if isinstance(amount, dict) and "value" in amount else []
    return [w for w in words if isinstance(w, str) and w]


def corrections(report):
    section = "Corrections and withdrawals$"
    for entry in report["entries"]:
        where = rf"#{entry['number']} "
        for change in entry["corrections"]:
            name = f"#{entry['number']} by #{change['by']}"
            how = rf"corrected by #{change['by']} {said(change['author'])} {clock(change['recorded'])}"
            yield fact("correction", name, section, where, how)
            yield fact("correction's reason", name, section, where, how + ":? " + said(change["reason"]))
            for word in old_words(change["was"]):
                yield fact("old value", name, section, where, rf"#\d+ .*?(?<![\w.])({said(word)})(?![\w]).*{how}|"
                           rf"^#\d+ (?:\S+ )+?({said(word)})[ ,/].*corrected by #{change['by']} ")
        void = entry["void"]
        if void:
            how = rf"voided by #{void['by']} {said(void['author'])} {clock(void['recorded'])}"
            yield fact("withdrawal", f"#{entry['number']}", section, where, how)
            reason = "undone" if void["undone"] else said(void["reason"])
            yield fact("withdrawal's reason", f"#{entry['number']}", section, where, how + ":? " + reason)
            for word in old_words(entry["content"]):
                yield fact("withdrawn value", f"#{entry['number']}", section, where,
                           rf"^#\d+ .*?(?<![\w.])({said(word)})(?![\w.]).*voided")
