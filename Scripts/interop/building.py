"""Compares what PhaseLoom says of BACnet and Modbus with bacpypes3, pymodbus, rusty-bacnet and mbpoll, on loopback.

usage: building.py PROGRAM
"""

import importlib.util
import sys
import time

import building_codec

PROGRAM = sys.argv[1]


def step(name, work, *modules):
    """Does a part, unless a program that it needs is not here."""
    missing = [module for module in modules if importlib.util.find_spec(module) is None]
    if missing:
        print(f"SKIPPED: {name}: {', '.join(missing)} cannot be imported")
        return
    start = time.monotonic()
    said = work(PROGRAM)
    print(f"{name}: {said} ({time.monotonic() - start:.1f} s)", flush=True)


step("messages of bacpypes3", building_codec.bacnet, "bacpypes3")
step("messages of pymodbus", building_codec.modbus, "pymodbus")
