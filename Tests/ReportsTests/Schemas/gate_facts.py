"""The facts of the gates before the dose, of who decided, of second checks and of addenda."""

import re

from report_words import clock, fact, said


def screening(report):
    """How each gate stood, in its section; who let the session go on over it, in the head."""
    found = report["screening"]
    section = "Screening before the dose$"
    reasons = {}
    for decision in found["decisions"]:
        for gate in decision["gates"]:
            reasons[gate["gate"]] = decision
            # A page has all of them in one box.
            start = rf"(?:GATE OVERRIDDEN|Gate confirmed) {said(gate['gate'])} (?:(?!GATE |Gate ).)*?"
            add = lambda kind, what: fact(kind, gate["gate"], "head$", f".*?{start}", f"{start}({what})")
            yield add("decision", rf"(?:decided by|: by) {said(decision['decidedBy'])} {clock(decision['at'])}")
            # Where no words were given, the bare confirmation is the reason.
            if gate["reason"] != "confirmed":
                yield add("reason", rf": {said(gate['reason'])}(?!\w)")
            if decision["byTelephone"]:
                signed = decision["countersigned"]
                words = f" \\({said(signed['text'])}\\)" if signed and signed["text"] else ""
                yield add("countersignature", rf"countersigned by {said(signed['by'])} {clock(signed['at'])}{words}"
                          if signed else "COUNTERSIGNATURE OPEN")
    measured = {hold["gate"] for hold in found["holds"]}
    for gate in found["gates"]:
        name = rf"(?<![\w.-]){said(gate['gate'])}(?![\w-])"
        where = rf".*?{name}"
        yield fact("gate", gate["gate"], section, "", name)
        if gate["gate"] in measured or gate["basis"] == "by the readings before the dose":
            yield fact("measured gate", gate["gate"], section, where, "measured")
            continue
        basis = said(gate["basis"])
        rest = gate["basis"].removeprefix(gate["answer"] + ", ")
        yield fact("gate's basis", gate["gate"], section, where, basis if rest == gate["basis"] else f"{basis}|{said(rest)}")
        if gate["holds"]:
            yield fact("gate that held", gate["gate"], section, where, "HELD")
            decision = reasons.get(gate["gate"])
            how = rf"(?:overridden|confirmed) by {said(decision['decidedBy'])} \(#{decision['entry']}\)" if decision \
                else "not decided"
            yield fact("gate's decision", gate["gate"], section, where, how)
            if not decision:
                yield fact("undecided gate", gate["gate"], "head$", rf".*?(?:Gate|\d+ gates) held .*{name}", "no decision recorded")
    for hold in found["holds"]:
        if hold["givenOver"]:
            yield fact("dose over a gate", hold["gate"], "head$", rf".*?GIVEN OVER A HOLDING GATE.*{said(hold['gate'])}", "decided|decision")


def checks(report):
    for dose in report["doses"]:
        who = [said(check["by"]) for check in dose["checks"]]
        words = "checked by " + ".*".join(who) if who else "no second check"
        yield fact("second check", f"#{dose['entry']}", "(?:Doses|Events, actions and notes)$", rf".*#{dose['entry']}(?!\d)", words)


def addenda(report):
    for entry in report["addenda"]:
        where = rf"(?:.* )?#{entry['entry']} {clock(entry['at'])}"
        what = rf"(?<!\w){re.escape(entry['by'])} .*{said(entry['text'])}"
        yield fact("addendum", f"#{entry['entry']}", "Addenda$", where, what)
