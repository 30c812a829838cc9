"""Asks WOFLAN, as pm4py implements it, whether compositions are sound workflow nets.

A phase becomes a transition that waits for one token from each direct predecessor. A conditional phase can also be
skipped. A loop becomes a choice after its source: go on, or return. To return, the phases between target and source
that are done must be undone together; a net without counters shows that for phases that follow each other in a line,
so loops are taken over where that is the case.
"""

import json
import subprocess
import sys

from pm4py.algo.analysis.woflan import algorithm as woflan
from pm4py.objects.petri_net.obj import Marking, PetriNet
from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to

PROGRAM = sys.argv[1]
COMPOSITIONS = [
    [],
    ["smart-home"],
    ["cctv"],
    ["smart-building"],
    ["smart-building", "cctv"],
    ["ml-feedback"],
    ["cloud-migration"],
    ["--overlay-file", "Samples/OverlayFiles/incident-triage.json"],
]


class Net:
    """A workflow net under construction."""

    def __init__(self):
        self.net = PetriNet("sequence")
        self.source = self.place("source")
        self.sink = self.place("sink")

    def place(self, name):
        place = PetriNet.Place(name)
        self.net.places.add(place)
        return place

    def transition(self, name, inputs, outputs):
        transition = PetriNet.Transition(name, name)
        self.net.transitions.add(transition)
        for place in inputs:
            add_arc_from_to(place, transition, self.net)
        for place in outputs:
            add_arc_from_to(transition, place, self.net)

    def is_sound(self):
        return woflan.apply(
            self.net, Marking({self.source: 1}), Marking({self.sink: 1}),
            parameters={woflan.Parameters.RETURN_ASAP_WHEN_NOT_SOUND: True, woflan.Parameters.PRINT_DIAGNOSTICS: False,
                        woflan.Parameters.RETURN_DIAGNOSTICS: False})


def linear(first, last, followers, phases):
    """Whether phases follow each other in a line from one to the other, with no way in or out between."""
    while first != last:
        if len(followers[first]) != 1:
            return False
        first = followers[first][0]
        if phases[first]["after"] != [before(first, phases)]:
            return False
    return True


def before(identifier, phases):
    return phases[identifier]["after"][0] if phases[identifier]["after"] else None


def translate(sequence):
    net = Net()
    phases = {phase["id"]: phase for phase in sequence["phases"]}
    followers = {name: [other for other in phases if name in phases[other]["after"]] for name in phases}
    edges = {(one, other): net.place(f"{one}>{other}") for one in phases for other in followers[one]}
    begin = {name: net.place(f"begin {name}") for name in phases}
    end = {name: net.place(f"end {name}") for name in phases}
    first = [name for name in phases if not phases[name]["after"]]
    last = [name for name in phases if not followers[name]]
    starts = {name: net.place(f"start {name}") for name in first}
    stops = {name: net.place(f"stop {name}") for name in last}
    net.transition("open engagement", [net.source], starts.values())
    net.transition("close engagement", stops.values(), [net.sink])
    for name, phase in phases.items():
        inputs = [edges[one, name] for one in phase["after"]] or [starts[name]]
        outputs = [edges[name, other] for other in followers[name]] or [stops[name]]
        net.transition(f"ready {name}", inputs, [begin[name]])
        net.transition(f"run {name}", [begin[name]], [end[name]])
        if phase["when"]:
            net.transition(f"skip {name}", [begin[name]], [end[name]])
        net.transition(f"pass {name}", [end[name]], outputs)
    taken = 0
    for loop in sequence["loops"]:
        if linear(loop["to"], loop["from"], followers, phases):
            net.transition(f"return {loop['id']}", [end[loop["from"]]], [begin[loop["to"]]])
            taken += 1
    return net, taken


loops = 0
for composition in COMPOSITIONS:
    run = subprocess.run([PROGRAM, "show", *composition, "--format", "json"], capture_output=True, check=True)
    sequence = json.loads(run.stdout)
    assert not [finding for finding in sequence["findings"] if finding["severity"] == "error"]
    net, taken = translate(sequence)
    loops += taken
    assert net.is_sound(), f"WOFLAN calls {composition} unsound"

# The comparison would notice: a net whose join waits for a branch that a choice may not take is unsound.
broken = Net()
one, other = broken.place("one"), broken.place("other")
broken.transition("choose one", [broken.source], [one])
broken.transition("choose other", [broken.source], [other])
broken.transition("join", [one, other], [broken.sink])
assert not broken.is_sound()
print(f"WOFLAN calls {len(COMPOSITIONS)} compositions with {loops} loops sound")
