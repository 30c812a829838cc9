"""Compares what PhaseLoom says of BACnet and Modbus with bacpypes3, pymodbus, rusty-bacnet and mbpoll, on loopback.

usage: building.py PHASELOOM SIMULATED-BUILDING
"""

import importlib.util
import shutil
import sys
import time

import building_codec
import building_live


def missing(needs):
    """The programs and modules among those that are needed which are not here."""
    return [need for need in needs if not shutil.which(need) and not importlib.util.find_spec(need)]


def step(name, work, *needs):
    """Does a part, unless something that it needs is not here."""
    if lacking := missing(needs):
        print(f"SKIPPED: {name}: {', '.join(lacking)} is not here")
        return
    start = time.monotonic()
    said = work()
    print(f"{name}: {said} ({time.monotonic() - start:.1f} s)", flush=True)


phaseloom, simulator = sys.argv[1:3]
step("messages of bacpypes3", lambda: building_codec.bacnet(phaseloom), "bacpypes3")
step("messages of pymodbus", lambda: building_codec.modbus(phaseloom), "pymodbus")
step("survey, segments", lambda: building_live.segmented(phaseloom), "bacpypes3")
step("survey, no segments", lambda: building_live.refusing(phaseloom), "bacpypes3")
step("survey, instance clash", lambda: building_live.clashing(phaseloom), "bacpypes3")
step("survey, rusty-bacnet", lambda: building_live.fast(phaseloom), "rusty_bacnet")
step("survey, pymodbus", lambda: building_live.modbus(phaseloom), "pymodbus")
step("our devices, bacpypes3", lambda: building_live.by_bacpypes3(phaseloom, simulator), "bacpypes3")
step("our devices, pymodbus", lambda: building_live.by_pymodbus(simulator), "pymodbus")
step("our devices, mbpoll", lambda: building_live.by_mbpoll(simulator), "mbpoll")
