#!/usr/bin/env python3
"""Everything that bacpypes3 reads of a device, as JSON: {"device,1001": {"object-name": ..., ...}, ...}.

usage: read_device.py --target 127.0.0.2 --port 47808 [--local 127.0.0.9] [--local-port 47821]
Reads the list of objects as a whole or, where the device refuses that, element by element; then the name, the
description, the value and the units of every object with ReadPropertyMultiple in batches of 20.
"""
import argparse, asyncio, json

from bacpypes3.apdu import ErrorRejectAbortNack
from bacpypes3.basetypes import ErrorType, Segmentation
from bacpypes3.ipv4.app import NormalApplication
from bacpypes3.local.device import DeviceObject
from bacpypes3.pdu import Address, IPv4Address
from bacpypes3.primitivedata import ObjectIdentifier

PROPERTIES = ["object-name", "description", "present-value", "units"]


async def objects_of(app, target, device):
    try:
        return list(await app.read_property(target, device, "object-list"))
    except ErrorRejectAbortNack:
        count = await app.read_property(target, device, "object-list", 0)
        return [await app.read_property(target, device, "object-list", index + 1) for index in range(count)]


def shown(name, value):
    """A value as JSON: units by their names, states by their numbers."""
    if name == "units" or isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        return float(value)
    return int(value)


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--target", default="127.0.0.2")
    parser.add_argument("--port", type=int, default=47808)
    parser.add_argument("--local", default="127.0.0.9")
    parser.add_argument("--local-port", type=int, default=47821)
    words = parser.parse_args()
    own = DeviceObject(
        objectIdentifier=("device", 599), objectName="reader", vendorIdentifier=999, maxApduLengthAccepted=1476,
        apduTimeout=3000, numberOfApduRetries=1, segmentationSupported=Segmentation("segmentedBoth"),
        maxSegmentsAccepted=64)
    app = NormalApplication(own, IPv4Address(f"{words.local}/8:{words.local_port}"))
    await asyncio.sleep(0.1)
    target = Address(f"{words.target}:{words.port}")
    told = await app.who_is(0, 4194302, target, timeout=1)
    objects = await objects_of(app, target, ObjectIdentifier(told[0].iAmDeviceIdentifier))
    found = {str(thing): {} for thing in objects}
    for start in range(0, len(objects), 20):
        wanted = []
        for thing in objects[start:start + 20]:
            wanted += [thing, PROPERTIES]
        for thing, name, _, value in await app.read_property_multiple(target, wanted):
            if not isinstance(value, ErrorType):
                found[str(thing)][str(name)] = shown(str(name), value)
    print(json.dumps(found))
    app.close()


asyncio.run(main())
