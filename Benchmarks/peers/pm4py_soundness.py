#!/usr/bin/env python3
"""Times pm4py's soundness check (WOFLAN) on the shapes that PhaseLoomBenchmarks verifies.

Prints JSON: microseconds by measurement, negative when the check was ended after so long. Every net is sound; a check
that says otherwise measured something else than a proof, and fails.
usage: pm4py_soundness.py [--quick]
"""
import json
import multiprocessing
import os
import sys
import time


def phases(count):
    """Phases in sequence: two parallel activities, a gate, and a loop back at every third gate."""
    # A loop back may reach the first phase, so the source is a place of its own: nothing leads into it.
    steps = [("start", ["source"], ["at0"])]
    for n in range(count):
        steps.append((f"open{n}", [f"at{n}"], [f"a{n}", f"b{n}"]))
        steps.append((f"doA{n}", [f"a{n}"], [f"doneA{n}"]))
        steps.append((f"doB{n}", [f"b{n}"], [f"doneB{n}"]))
        steps.append((f"gate{n}", [f"doneA{n}", f"doneB{n}"], [f"gated{n}"]))
        steps.append((f"pass{n}", [f"gated{n}"], [f"at{n + 1}"]))
        if n % 3 == 2:
            steps.append((f"back{n}", [f"gated{n}"], [f"at{n - 2}"]))
    return steps, "source", f"at{count}"


def branches(count):
    """Parallel branches of two steps each."""
    steps = [("split", ["start"], [f"x{n}" for n in range(count)])]
    for n in range(count):
        steps += [(f"doX{n}", [f"x{n}"], [f"y{n}"]), (f"doY{n}", [f"y{n}"], [f"z{n}"])]
    return steps + [("join", [f"z{n}" for n in range(count)], ["end"])], "start", "end"


def crossing(count):
    """Tracks of three steps, the second also after the first of the track before."""
    steps = [("split", ["start"], [f"p{n}" for n in range(count)])]
    for n in range(count):
        following = [f"m{n + 1}"] if n + 1 < count else []
        steps.append((f"one{n}", [f"p{n}"], [f"q{n}"] + following))
        steps.append((f"two{n}", [f"q{n}"] + ([f"m{n}"] if n else []), [f"r{n}"]))
        steps.append((f"three{n}", [f"r{n}"], [f"s{n}"]))
    return steps + [("join", [f"s{n}" for n in range(count)], ["end"])], "start", "end"


def check(case, answer):
    sys.stdout = sys.stderr = open(os.devnull, "w")
    import pm4py
    from pm4py.objects.petri_net.obj import Marking, PetriNet
    from pm4py.objects.petri_net.utils.petri_utils import add_arc_from_to

    steps, start, end = case
    net, places = PetriNet("net"), {}
    for name in {place for _, before, after in steps for place in before + after}:
        places[name] = PetriNet.Place(name)
        net.places.add(places[name])
    for name, before, after in steps:
        transition = PetriNet.Transition(name, name)
        net.transitions.add(transition)
        for place in before:
            add_arc_from_to(places[place], transition, net)
        for place in after:
            add_arc_from_to(transition, places[place], net)
    clock = time.perf_counter()
    verdict = pm4py.check_soundness(net, Marking({places[start]: 1}), Marking({places[end]: 1}))
    elapsed = 1e6 * (time.perf_counter() - clock)
    answer.put((verdict[0] if isinstance(verdict, tuple) else verdict, elapsed))


def timed(case, limit):
    answer = multiprocessing.Queue()
    child = multiprocessing.Process(target=check, args=(case, answer))
    child.start()
    child.join(limit)
    if child.is_alive():
        child.kill()
        child.join()
        return -1e6 * limit
    if child.exitcode != 0:
        return None
    is_sound, elapsed = answer.get()
    if not is_sound:
        sys.exit("pm4py finds a sound net unsound: its time says nothing")
    return elapsed


if __name__ == "__main__":
    limit = 10 if "--quick" in sys.argv else 35
    cases = {
        "verify/phases-8": phases(8), "verify/crossing-3": crossing(3), "verify/phases-75": phases(75),
        "verify/branches-17": branches(17), "verify/crossing-6": crossing(6),
    }
    results = {name: timed(case, limit) for name, case in cases.items()}
    print(json.dumps({name: time for name, time in results.items() if time is not None}, indent=2))
