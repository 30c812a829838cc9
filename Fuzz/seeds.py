#!/usr/bin/env python3
"""Puts the inputs of the tests where the fuzzers of the building begin: Fuzz/seeds.py FOLDER.

Makes FOLDER/BACnetFuzz, ModbusFuzz, CaptureFuzz and PointListFuzz out of the fixtures under Tests and of Fuzz/Seeds.
"""
import hashlib
import json
import pathlib
import sys

FUZZ = pathlib.Path(__file__).resolve().parent
TESTS = FUZZ.parent / "Tests"


def rows(path):
    return json.loads((TESTS / path).read_text(encoding="utf-8"))["vectors"]


def vectors(*sources):
    """The octets of the rows of files, whose keys hold them in hexadecimal."""
    return [bytes.fromhex(row[key]) for path, keys in sources for row in rows(path) for key in keys if row.get(key)]


def files(*patterns, limit=1 << 14):
    """The beginnings of files: what is longer only makes each attempt slower."""
    paths = [path for pattern in patterns for path in sorted(TESTS.glob(pattern)) if path.is_file()]
    return [path.read_bytes()[:limit] for path in paths]


SEEDS = {
    "BACnetFuzz": vectors(
        ("BACnetTests/Fixtures/bacnet_apdu_vectors.json", ["hex"]),
        ("BACnetTests/Fixtures/bacnet_primitive_vectors.json", ["hex"]),
        ("BACnetTests/Fixtures/bacnet_malformed.json", ["datagram"])),
    "ModbusFuzz": vectors(
        ("ModbusTests/Fixtures/modbus_vectors.json", ["hex", "adu_tcp_unit17_tid1", "adu_rtu_unit17"]),
        ("ModbusTests/Fixtures/modbus_malformed.json", ["hex"])),
    "CaptureFuzz": files("*/Fixtures/**/*.pcap", "*/Fixtures/**/*.pcapng"),
    "PointListFuzz": files("*Building*/Fixtures/**/*.csv", limit=1 << 11)
    + files("*Building*/Fixtures/**/*.json", limit=1 << 12),
}

if __name__ == "__main__":
    for name, seeds in SEEDS.items():
        folder = pathlib.Path(sys.argv[1]) / name
        folder.mkdir(parents=True, exist_ok=True)
        for octets in seeds + [path.read_bytes() for path in sorted((FUZZ / "Seeds" / name).glob("*"))]:
            # Equal ones stand there once.
            (folder / hashlib.sha1(octets).hexdigest()).write_bytes(octets)
        print(f"{name}: {len(list(folder.iterdir()))} seeds")
