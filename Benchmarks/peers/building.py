#!/usr/bin/env python3
"""What bacpypes3, pymodbus and libmodbus take for the work of the building's benchmarks, in microseconds.

usage: building.py [--quick]

Prints {"measurement": microseconds}. Needs bacpypes3 and pymodbus in the interpreter that runs it, and a C compiler with
libmodbus for its part; what is missing is left out, with a word on standard error.
"""
import json, pathlib, shutil, subprocess, sys, tempfile

PEERS = pathlib.Path(__file__).resolve().parents[2] / "Scripts" / "peers"
CODECS = {
    "bacpypes3 RP-Ack decode": "bacnet/decode-rp-ack-1000",
    "bacpypes3 RP-Ack encode": "bacnet/encode-rp-ack-1000",
    "bacpypes3 RPM-Ack decode": "bacnet/decode-rpm-ack-1000",
    "bacpypes3 RPM-Ack encode": "bacnet/encode-rpm-ack-1000",
    "pymodbus TCP FC3 rsp 125 regs decode": "modbus/decode-125-1000",
    "pymodbus TCP FC3 rsp 125 regs encode": "modbus/encode-125-1000",
}


def lines(*command):
    run = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, timeout=120)
    if run.returncode:
        raise OSError(run.stderr.strip().splitlines()[-1] if run.stderr.strip() else "it fails")
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def codecs():
    # A thousand of each is what the benchmark does in one sample.
    return {CODECS[line["what"]]: 1000 * line["us_each"] for line in lines(PEERS / "bench_codec.py")
            if line["what"] in CODECS}


def pymodbus_loop(count):
    port = "15027"
    server = subprocess.Popen([sys.executable, str(PEERS / "modbus_sim.py"), "--port", port, "--seconds", "60"],
                              stdout=subprocess.PIPE, text=True)
    try:
        server.stdout.readline()
        found = lines(PEERS / "bench_modbus_loop.py", "--port", port, "--n", count)
        return {"modbus/loopback-125 (pymodbus)": line["us"] for line in found if line["what"].endswith("x125")}
    finally:
        server.terminate()
        server.wait()


def libmodbus_loop(count):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        raise OSError("there is no C compiler")
    with tempfile.TemporaryDirectory() as folder:
        program = f"{folder}/loop"
        source = pathlib.Path(__file__).with_name("libmodbus_loop.c")
        build = subprocess.run([compiler, "-O2", "-o", program, str(source), "-lmodbus"], capture_output=True, text=True)
        if build.returncode:
            raise OSError("libmodbus does not compile: " + build.stderr.strip().splitlines()[0])
        run = subprocess.run([program, str(count)], capture_output=True, text=True, timeout=60, check=True)
        return {"modbus/loopback-125": float(run.stdout)}


if __name__ == "__main__":
    count = 500 if "--quick" in sys.argv else 5000
    results = {}
    for work in (codecs, lambda: pymodbus_loop(count), lambda: libmodbus_loop(20 * count)):
        try:
            results.update(work())
        except (OSError, subprocess.SubprocessError) as error:
            print(f"building: {error}", file=sys.stderr)
    print(json.dumps(results, indent=2))
