"""What a clinic has on file before a session, typed as a person types it: shared by the scripts that measure.

The built-in protocols ask some two dozen questions before a dose, a consent, tests and a score. A session that
is measured is opened as a clinic opens it, through all of these, and not past them.
"""

import datetime
import json
import os
import subprocess
import sys


def run(arguments, environment, stdin=None):
    """One command that has to succeed; what it printed."""
    done = subprocess.run(arguments, env=environment, input=stdin, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"failed with status {done.returncode}: {' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout


def environment_of(folder, record):
    """As a clinician's terminal has it: all that is kept beside a record stays in this folder."""
    return {
        "PATH": os.environ["PATH"], "HOME": folder, "TZ": "UTC", "LANG": "C.UTF-8",
        "VIGIL_RECORD": record, "VIGIL_BY": "BM",
    }


class Clinic:
    """A record in which a protocol is adopted, and patients who may be treated under it."""

    def __init__(self, program, environment, protocol="iv-0.5-40"):
        self.program = program
        self.environment = environment
        self.protocol = protocol
        self.vigil("protocol", "adopt", protocol)
        terms = json.loads(self.vigil("protocol", "show", protocol, "--raw"))
        gates = terms.get("screening", {}).get("gates", [])
        self.answers = "".join(
            f"{gate['id']} {gate['clear']}{' -- D. Example' if gate.get('words') else ''}\n"
            for gate in gates
            if gate["kind"] == "answer"
        )
        self.tests = sorted({test for gate in gates if gate["kind"] == "tests" for test in gate["tests"]})
        scales = [scale for gate in gates if gate["kind"] == "scores" for scale in gate["scales"]]
        self.scales = [scale["name"] for scale in terms.get("scales", []) if scale["name"] in scales][:1]

    def vigil(self, *arguments, stdin=None):
        return run([self.program, *arguments], self.environment, stdin)

    def admit(self, code):
        """A patient with everything on file that the protocol asks, and every question answered clear."""
        self.vigil("patient", "add", code, "--name", "Made Up", "--birth-date", "1984-03-12", "--no-input")
        day = str(datetime.datetime.now(datetime.timezone.utc).date())
        self.vigil(
            "course", "consent", code, "--document", "KET", "--version", "3", "--signed", day, "--off-label-told"
        )
        for test in self.tests:
            self.vigil("course", "lab", code, test, "unremarkable", "--day", day)
        for scale in self.scales:
            self.vigil("course", "score", code, f"{scale} 1")
        if self.answers:
            # Exits with 1 where a gate still holds.
            self.vigil("screening", code, "--protocol", self.protocol, "--answers", "-", stdin=self.answers)

    def open(self, code):
        """Opens a session of a patient who was admitted; commands find it by the patient's code."""
        self.vigil("start", code, "--protocol", self.protocol, "--prescriber", "LH", "--weight", "72")
