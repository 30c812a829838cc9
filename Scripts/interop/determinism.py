"""Equal input gives equal bytes: whatever the hash seed of the process, and in whatever order overlays are named."""

import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

PROGRAM = sys.argv[1]
POINTS = ["intake", "assessment", "scoping", "design", "execution", "validation", "transfer", "closeout"]
SHIPPED = ["cctv", "cloud-migration:waves=2", "ml-feedback", "smart-building:writes=yes", "smart-home"]


def run(arguments):
    # Swift seeds its hashing anew in every process unless this variable is set.
    environment = {key: value for key, value in os.environ.items() if key != "SWIFT_DETERMINISTIC_HASHING"}
    answer = subprocess.run([PROGRAM, *arguments], capture_output=True, env=environment)
    assert answer.returncode in (0, 1) and answer.stdout, (arguments, answer.stderr.decode())
    return hashlib.sha256(answer.stdout).hexdigest()


def overlay(number, others):
    """An overlay that inserts, orders, bounds, loops and interacts with the others of its kind."""
    point = number % (len(POINTS) - 1)
    name = f"generated-{number:02}"
    return {
        "format": "phaseloom.overlay/1", "id": name, "version": "1.0.0", "title": f"Generated {number}",
        "summary": "Made up for a comparison.", "cites": [f"Source {number}"],
        "artifacts": [{"id": f"{name}-report", "title": f"Report {number}"}, {"id": "shared", "title": "Shared"}],
        "tracks": [{"id": "generated", "title": "Generated"}],
        "changes": [
            {"insert": {"phase": {"id": f"{name}-phase", "title": f"Phase {number}", "produces": [f"{name}-report"]},
                        "after": [f"@{POINTS[point]}"], "before": [f"@{POINTS[point + 1]}"], "track": "generated"}},
            {"activity": {"in": "*", "id": f"{name}-log", "title": f"Log {number}"}},
            {"criterion": {"at": "track:generated", "id": "shared-quality", "statement": "The quality is measured",
                           "bound": {"measure": "quality", "min": number / 100}}},
            {"criterion": {"at": f"{name}-phase", "id": f"{name}-done", "statement": f"Phase {number} is done",
                           "needs": [f"{name}-report"]}},
            {"loop": {"id": f"{name}-again", "from": f"{name}-phase", "to": f"@{POINTS[point]}",
                      "while": [f"{name}-done"], "limit": 1 + number % 4}},
            {"waive": {"obligation": "@closeout/retrospective-held", "reason": f"Reason {number}",
                       "authority": f"Authority {number % 3}"}},
        ],
        "interactions": [{"with": others, "changes": [
            {"activity": {"in": f"{name}-phase", "id": f"{name}-meet", "title": "Meet the neighbour"}}]}],
    }


def permutations(names, count, command):
    """The digests of many orders of the same arguments."""
    source = random.Random(20)

    def arguments():
        order = names[:]
        source.shuffle(order)
        return command(order)

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return set(pool.map(run, [arguments() for _ in range(count)]))


for form in ["text", "brief", "json", "markdown", "mermaid", "dot"]:
    assert len({run(["show", *SHIPPED, "--format", form]) for _ in range(20)}) == 1, form
assert len({run(["explain", *SHIPPED]) for _ in range(20)}) == 1
print("20 processes with hash seeds of their own write the same bytes in every format")

assert len(permutations(SHIPPED, 120, lambda order: ["show", *order, "--format", "json"])) == 1
with tempfile.TemporaryDirectory() as folder:
    files = []
    for number in range(20):
        file = pathlib.Path(folder, f"{number}.json")
        file.write_text(json.dumps(overlay(number, [f"generated-{(number + 7) % 20:02}"])), encoding="utf-8")
        files.append(str(file))

    def flags(order):
        return [word for file in order for word in ("--overlay-file", file)]

    status = subprocess.run([PROGRAM, "show", *flags(files)], capture_output=True).returncode
    assert status == 0, "the generated overlays do not compose"
    assert len(permutations(files, 1000, lambda order: ["show", *flags(order), "--format", "json"])) == 1
    clash = str(pathlib.Path("Samples/OverlayFiles/card-payment.json").resolve())
    report = permutations(files + [clash], 50, lambda order: ["show", *flags(order), "--format", "json"])
    assert len(report) == 1
print("1,000 permutations of 20 overlay files compose to the same bytes; so do 120 of the shipped overlays")
