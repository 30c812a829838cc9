#!/usr/bin/env python3
"""What reading a whole device takes us, and bacpypes3 and rusty-bacnet beside us: survey.py PROGRAM [--quick]

Starts devices of both on loopback, lets PROGRAM (PhaseLoomBenchmarks) and the peers read the list of objects and then
name, value and units of each object, and compares with `surveys` in thresholds.json: a time, or a share of the peer's
time, where it is the device that takes the time. Exits 1 when a budget is exceeded by more than the tolerance. Needs
bacpypes3 and rusty-bacnet; what is missing is left out with a word.
"""
import contextlib, json, pathlib, socket, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT / "Scripts" / "peers"
DEVICES = {
    "survey/segmented-500": ("bacnet_device_sim.py", "127.0.0.2", 1001, 500, "bacpypes3", "127.0.0.9"),
    # Answers from 127.0.0.1 wherever it is asked, and refuses to segment a list of 501.
    "survey/refusing-500": ("bacnet_fast_sim.py", "127.0.0.1", 3001, 500, None, None),
    "survey/fast-250": ("bacnet_fast_sim.py", "127.0.0.1", 3002, 250, "rusty", "0.0.0.0"),
}


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.bind(("0.0.0.0", 0))
        return udp.getsockname()[1]


@contextlib.contextmanager
def device(script, address, instance, objects):
    port = free_port()
    command = [sys.executable, str(PEERS / script), "--address", address, "--port", str(port), "--instance",
               str(instance), "--objects", str(objects), "--seconds", "120"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        if not process.stdout.readline().startswith("READY"):
            raise OSError(f"{script} does not start")
        yield port
    finally:
        process.terminate()
        process.wait()


def peer(client, local, address, port, instance, times):
    """The median of what a client needs, in milliseconds."""
    found = []
    for _ in range(times):
        run = subprocess.run(
            [sys.executable, str(PEERS / "bench_discovery.py"), client, "--target", address, "--port", str(port),
             "--instance", str(instance), "--local", local, "--local-port", str(free_port())],
            capture_output=True, text=True, timeout=60)
        line = next((line for line in run.stdout.splitlines() if line.startswith("{")), None)
        if line is None:
            raise OSError(f"{client} reads nothing: {run.stderr.strip()[-200:]}")
        found.append(json.loads(line)["total_no_whois_ms"])
    return sorted(found)[len(found) // 2]


def ours(program, name, address, port, instance, quick):
    run = subprocess.run(
        [program, *(["--quick"] if quick else []), "--devices", f"{name}={address}:{port}/{instance}"],
        capture_output=True, text=True, timeout=120)
    if run.returncode:
        raise OSError(f"our client fails: {run.stderr.strip()[-300:]}")
    return json.loads(run.stdout)[0]


def main():
    program, quick = sys.argv[1], "--quick" in sys.argv
    thresholds = json.loads((ROOT / "Benchmarks" / "thresholds.json").read_text(encoding="utf-8"))
    kept = True
    print(f"{'survey':28} {'median':>10} {'fastest':>10} {'budget':>10} {'peer':>22}")
    for budget in thresholds["surveys"]:
        name = budget["name"]
        script, address, instance, objects, client, local = DEVICES[name]
        try:
            with device(script, address, instance, objects) as port:
                beside = peer(client, local, address, port, instance, 3 if quick else 5) if client else None
                measured = ours(program, name, address, port, instance, quick)
        except (OSError, subprocess.SubprocessError) as error:
            print(f"SKIPPED: {name}: {error}")
            continue
        median, fastest = measured["median"] / 1000, measured["minimum"] / 1000
        limit = budget["ofPeer"] * beside if "ofPeer" in budget else budget["milliseconds"]
        exceeded = median > limit
        kept = kept and median <= limit * thresholds["tolerance"]
        shown = f"{client} {beside:.1f} ms" if client else ""
        print(f"{name:28} {median:7.1f} ms {fastest:7.1f} ms {limit:7.1f} ms {shown:>22}"
              f"  {'EXCEEDED ' if exceeded else ''}{measured['counts']['values']} values")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
