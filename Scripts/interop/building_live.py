"""Surveys of devices of other makers, compared with what bacpypes3 and pymodbus read; our devices read by them."""

import json
import math
import pathlib
import struct
import subprocess
import sys
import tempfile

from building_peers import (
    PEERS, DatagramRecorder, StreamRecorder, assert_only_reads, capture, captured, free_port, office, simulator)

ORDERS = ["ABCD", "CDAB", "BADC", "DCBA"]


def collected(program, collector, *options):
    """The inventory that a collector brings, and all that it says."""
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "collect", f"smart-building/{collector}", *map(str, options), "-o", folder, "--json"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert run.returncode == 0, f"{command} ends with {run.returncode}: {run.stderr[-600:]}{run.stdout[-600:]}"
        inventory = (pathlib.Path(folder) / "bms-baseline.json").read_text(encoding="utf-8")
        return json.loads(inventory), json.loads(run.stdout)


def survey(program, *options):
    return collected(program, "bms-survey", "--rate", 100_000, "--listening", 1000, *options)


def read_by_bacpypes3(address, port):
    """What another client reads of the same device."""
    command = [sys.executable, PEERS / "read_device.py", "--target", address, "--port", port, "--local-port",
               free_port()]
    run = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr[-600:]
    return json.loads(run.stdout)


def assert_same_points(device, wanted):
    """A device of an inventory has the objects, names, values and units that somebody else read."""
    found = {entry["object"]: entry for entry in device["objects"]}
    missing = wanted.keys() - found.keys() - {f"device,{device['instance']}"}
    assert not missing, f"{len(missing)} objects are missing, such as {sorted(missing)[:3]}"
    for name, properties in wanted.items():
        if name.startswith("device,"):
            continue
        entry = found[name]
        assert entry.get("name") == properties["object-name"], (entry, properties)
        assert entry.get("description") == properties.get("description"), (entry, properties)
        assert entry.get("units") == properties.get("units"), (entry, properties)
        if "present-value" in properties:
            value = next(iter(entry["presentValue"].values()))
            assert math.isclose(value, properties["present-value"], rel_tol=1e-6), (entry, properties)
    return len(found)


def segmented(program):
    """A device of 500 objects that sends in segments: twice the same, only reading, and the same out of a capture."""
    with simulator("bacnet_device_sim.py", address="127.0.0.2", port=free_port(), objects=500) as told:
        with DatagramRecorder("127.0.0.8", ("127.0.0.2", told["port"])) as recorder:
            place = "{}:{}".format(*recorder.address)
            first, _ = survey(program, "--bacnet", place)
            packets = list(recorder.packets)
            asked = assert_only_reads(recorder, "bacnet")
            second, _ = survey(program, "--bacnet", place)
            wanted = read_by_bacpypes3("127.0.0.2", told["port"])
    assert first["fingerprint"] == second["fingerprint"], "the second survey has another fingerprint"
    count = assert_same_points(first["devices"][0], wanted)
    replayed(program, capture(packets), first)
    return f"{count} objects as bacpypes3 reads them, twice the same, the capture, too; it sent {asked}"


def replayed(program, octets, live):
    """The capture of a survey gives the inventory of the survey."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "survey.pcap"
        path.write_bytes(octets)
        inventory, _ = collected(program, "replay", "--pcap", path)
    assert inventory["fingerprint"] == live["fingerprint"], "the capture gives another fingerprint"
    values = [
        {entry["object"]: entry.get("presentValue") for device in source["devices"] for entry in device["objects"]}
        for source in (inventory, live)]
    assert values[0] == values[1], "the capture gives other values"


def refusing(program):
    """A device that sends no segments and takes 480 octets: bacpypes3's client needs its list element by element."""
    with simulator("bacnet_device_sim.py", address="127.0.0.2", port=free_port(), objects=500, no_segmentation=True,
                   max_apdu=480) as told:
        inventory, _ = survey(program, "--bacnet", f"127.0.0.2:{told['port']}")
        wanted = read_by_bacpypes3("127.0.0.2", told["port"])
    count = assert_same_points(inventory["devices"][0], wanted)
    assert count >= told["objects"] - 1, (count, told)
    return f"{count} objects of {told['objects']}"


def clashing(program):
    """Two devices of one instance on a network: both are in the inventory, and the clash is told."""
    port = free_port()
    options = {"port": port, "objects": 20, "instance": 1001}
    with simulator("bacnet_device_sim.py", address="127.0.0.2", **options), \
            simulator("bacnet_device_sim.py", address="127.0.0.4", **options):
        inventory, report = survey(program, "--bacnet", f"127.255.255.255:{port}")
    addresses = sorted(device["address"] for device in inventory["devices"])
    assert addresses == [f"127.0.0.2:{port}", f"127.0.0.4:{port}"], addresses
    assert all(len(device["objects"]) >= 20 for device in inventory["devices"])
    clashes = [part["measurements"]["instance-clashes"]["value"] for part in report["evidence"]
               if "instance-clashes" in part.get("measurements", {})]
    assert clashes and clashes[0] > 0, report
    return "both devices are read, and the clash is a finding"


def fast(program):
    """The device of rusty-bacnet, which refuses to segment a list of 501; what tcpdump records gives the same."""
    with simulator("bacnet_fast_sim.py", address="127.0.0.1", port=free_port(), objects=500) as told:
        with captured(told["port"]) as recording:
            inventory, _ = survey(program, "--bacnet", f"127.0.0.1:{told['port']}")
    objects = [entry for entry in inventory["devices"][0]["objects"]
               if not entry["object"].startswith(("device,", "network-port,"))]
    assert len(objects) == 500, len(objects)
    for entry in objects:
        kind, number = entry["object"].split(",")
        if kind == "analog-input":
            assert math.isclose(entry["presentValue"]["real"], 20 + int(number) / 10, rel_tol=1e-6), entry
    if recording:
        replayed(program, recording[0], inventory)
        return "500 objects, and the same out of a capture of tcpdump"
    return "500 objects (SKIPPED: tcpdump is not here or may not record)"


def register_map():
    """A map of four word orders in the form of PhaseLoom, with what the registers should give."""
    rows, wanted = ["name,table,address,type,order,convention"], {}
    for start, value in ((100, 21.5), (110, struct.unpack(">f", struct.pack(">f", -1234.56789))[0])):
        for number, order in enumerate(ORDERS):
            rows.append(f"float-{start}-{order},holding,{start + 2 * number},float32,{order},zero-based")
            wanted[f"float-{start}-{order}"] = value
    for kind, address, order, value in (
            ("int32", 120, "ABCD", -123_456), ("int32", 122, "CDAB", -123_456), ("uint32", 124, "ABCD", 4_000_000_000),
            ("uint32", 126, "CDAB", 4_000_000_000), ("float64", 130, "ABCD", math.pi),
            ("float64", 134, "CDAB", math.pi), ("uint64", 140, "ABCD", 123_456_789_012_345)):
        rows.append(f"{kind}-{address},holding,{address},{kind},{order},zero-based")
        wanted[f"{kind}-{address}"] = value
    return "\n".join(rows) + "\n", wanted


def modbus(program):
    """The server of pymodbus in four word orders, through a recorder: equal values, and only reading."""
    text, wanted = register_map()
    with simulator("modbus_sim.py", port=free_port(), address="127.0.0.1") as told, \
            tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "map.csv"
        path.write_text(text, encoding="utf-8")
        with StreamRecorder("127.0.0.1", ("127.0.0.1", told["port"])) as recorder:
            place = "{}:{}".format(*recorder.address)
            inventory, _ = survey(program, "--modbus", place, "--units", "1", "--map", path)
            asked = assert_only_reads(recorder, "modbus")
    found = {entry["name"]: next(iter(entry["value"].values())) for entry in inventory["units"][0]["registers"]}
    for name, value in wanted.items():
        assert math.isclose(found[name], value, rel_tol=1e-6), (name, found[name], value)
    return f"{len(wanted)} values in four orders; it sent {asked}"


def by_bacpypes3(program, simulated):
    """Our devices as bacpypes3 reads them, the list in segments: those of an inventory, whose values rest."""
    with office(simulated, objects=300) as places:
        inventory, _ = survey(program, "--bacnet", "{}:{}".format(*places["bacnet"][0]), "--range", "1001")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "inventory.json"
        path.write_text(json.dumps(inventory), encoding="utf-8")
        with office(simulated, inventory=path) as places:
            found = read_by_bacpypes3(*places["bacnet"][0])
    assert len(found) >= 300, len(found)
    assert_same_points(inventory["devices"][0], {name: found[name] for name in found if "object-name" in found[name]})
    return f"bacpypes3 reads {len(found)} objects of ours as we do"


def by_mbpoll(simulated):
    """Our gateway as mbpoll reads it: numbers in two word orders, and the words of an exception."""
    with office(simulated) as places:
        host, port = places["modbus"][0]

        def poll(*options):
            command = ["mbpoll", "-m", "tcp", "-0", "-1", "-q", "-p", port, *options, host]
            return subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=20)

        for options, value in [
                (("-a", 1, "-t", "3:float", "-B", "-r", 6), "18.25"), (("-a", 1, "-t", "3:float", "-r", 8), "12.5"),
                (("-a", 1, "-t", "3:int", "-B", "-r", 10), "-1850"), (("-a", 1, "-t", "3", "-r", 13), "4998"),
                (("-a", 1, "-t", "4", "-r", 100), "200"), (("-a", 2, "-t", "0", "-r", 0), "1")]:
            run = poll(*options)
            assert run.returncode == 0 and run.stdout.split()[-1] == value, (options, run.stdout, run.stderr)
        run = poll("-a", 1, "-t", "4", "-r", 9000)
        assert run.returncode != 0 and "Illegal data address" in run.stderr + run.stdout, (run.stdout, run.stderr)
    return "six values in two word orders, and an exception"


def by_pymodbus(simulated):
    """Our gateway as pymodbus reads and writes it: tables, exceptions, identification, masks."""
    from pymodbus.client import ModbusTcpClient
    with office(simulated) as places:
        host, port = places["modbus"][0]
        client = ModbusTcpClient(host, port=port, timeout=3, retries=0)
        assert client.connect()
        try:
            kinds = client.DATATYPE
            registers = client.read_input_registers(6, count=6, device_id=1).registers
            assert client.convert_from_registers(registers[:2], kinds.FLOAT32) == 18.25
            assert client.convert_from_registers(registers[2:4], kinds.FLOAT32, word_order="little") == 12.5
            assert client.convert_from_registers(registers[4:], kinds.INT32) == -1850
            assert client.read_coils(0, count=2, device_id=2).bits[:2] == [True, False]
            assert client.read_discrete_inputs(0, count=3, device_id=2).bits[:3] == [True, False, False]
            assert client.read_holding_registers(9000, count=1, device_id=1).exception_code == 2
            assert client.read_holding_registers(100, count=1, device_id=9).exception_code == 11
            assert not client.write_register(1, 365, device_id=2).isError()
            assert client.write_register(10, 1, device_id=2).isError(), "a register that can only be read was written"
            assert not client.mask_write_register(address=1, and_mask=0xFF00, or_mask=0x2A, device_id=2).isError()
            answer = client.readwrite_registers(
                read_address=1, read_count=1, write_address=2, values=[490], device_id=2)
            assert answer.registers == [(365 & 0xFF00) | 0x2A], answer
            names = client.read_device_information(device_id=1).information
            assert names[0] == b"Simulated Meters", names
        finally:
            client.close()
    return "tables, exceptions, masks and identification"
