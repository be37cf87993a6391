"""A program that lies: it answers before it has saved, and says that nothing failed. The judge has to say so."""

from call_acts import ACTS
from call_judge import Answer, Judge

# What it does of what it says: nothing, or half.
LIES = [
    ("says saved, and saves nothing", 0, "#7 118/74\n", "", []),
    ("says not saved, and has saved", 74, "", "Not saved: the disk reported an error (778).\n", None),
    ("says saved, and has saved twice", 0, "", "", "twice"),
    ("says nothing", 74, "", "", []),
    ("dies", -11, "", "", []),
    ("hangs", None, "", "", []),
    ("calls a whole record damaged", 70, "", "The record is damaged: it has no id.\n", []),
]


def breaches(campaign):
    """How many of the lies are seen; 0 where one is not."""
    act = next(act for act in ACTS if act.name == "ack")
    seen = 0
    for name, status, out, errors, did in LIES:
        judge = Judge(campaign.program, act, campaign.bases, campaign.folder, campaign.verifier)
        judge.learn()
        campaign.bases.copy(act.base, campaign.folder)
        for _ in range({None: 1, "twice": 2}.get(did if not isinstance(did, list) else "no", 0)):
            judge.again()
        said = judge.breaches(Answer(status, out, errors, "pwrite64", "ENOLCK"))
        if not said:
            print(f"the control was not seen: {name}")
            return 0
        seen += len(said)
    return seen
