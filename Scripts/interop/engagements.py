"""Checks what engagements leave behind with other programs: hashes, chains, tables, packages.

Usage: engagements.py PHASELOOM
"""

import csv
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PHASELOOM = sys.argv[1]

SCRIPT = """\
at 2026-01-05T09:00:00Z
by Ada
start campus --title 'Hospital "Süd" campus'
submit campus authority-proof proof.txt
submit campus access-grant proof.txt
at 2026-01-06T09:00:00Z
by '=cmd()'
open campus intake
submit campus qualified-request proof.txt --measure beds=12.5
! gate campus intake
submit campus readiness-report proof.txt
submit campus licence-register proof.txt
gate campus intake
assign campus assessment 'Grace Hopper' --due 2026-02-01
order campus raise CO-1 --finding "the yard is dark" --add "lamp:Lamp:0.1:2"
waive campus scoping/scope-bounded --reason "a pilot" --authority Board --until 2026-03-01
hold campus --reason 'snow'
! open campus assessment
resume campus --reason 'thaw'
"""


def run(folder, *arguments, expected=0):
    result = subprocess.run([PHASELOOM, *arguments], cwd=folder, capture_output=True)
    assert result.returncode == expected, (arguments, result.returncode, result.stderr.decode())
    return result.stdout


def check_chain(lines):
    head = "sha256:" + 64 * "0"
    for number, line in enumerate(lines, 1):
        record = json.loads(line)
        assert record["number"] == number and record["previous"] == head, number
        assert list(record) == sorted(record) and record["engagement"] == "campus"
        head = "sha256:" + hashlib.sha256(line).hexdigest()
    return head


def check_log(folder):
    lines = run(folder, "export", "campus", "--format", "jsonl").split(b"\n")
    assert lines.pop() == b""
    head = check_chain(lines)
    assert json.loads(run(folder, "audit", "campus", "--verify", "--json"))["head"] == head
    records = json.loads(run(folder, "export", "campus", "--format", "json"))["records"]
    for line, record in zip(lines, records, strict=True):
        assert record.pop("hash") == "sha256:" + hashlib.sha256(line).hexdigest()
        assert record == json.loads(line)
    table = run(folder, "export", "campus", "--format", "csv").decode()
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert len(rows) == len(lines) + 1 and len({len(row) for row in rows}) == 1
    assert not any(cell[:1] in tuple("=+-@\t\r") for row in rows for cell in row if cell)
    assert [row[6] for row in rows[1:]] == [hashlib.sha256(line).hexdigest() for line in lines]
    return head


def check_json(folder):
    for arguments in (["status", "campus"], ["status"], ["log", "campus"], ["order", "campus"], ["metrics"],
                      ["audit", "campus"]):
        text = run(folder, *arguments, "--json").decode()
        value = json.loads(text)
        again = json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False) + "\n"
        assert again == text, arguments


def check_handoff(folder, head):
    run(folder, "handoff", "campus", "-o", "package")
    package = pathlib.Path(folder, "package")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=package, check=True)
    code = re.search(r"python3 - <<'END'\n(.*?)\n *END\n", (package / "README.md").read_text(), re.S).group(1)
    code = re.sub(r"^    ", "", code, flags=re.M)

    def by_readme():
        return subprocess.run([sys.executable, "-c", code], cwd=package, capture_output=True, text=True)

    assert by_readme().stdout == f"whole {head}\n"
    tried = 0
    for path in sorted(p for p in package.rglob("*") if p.is_file()):
        content = path.read_bytes()
        changed = bytearray(content or b"x")
        if content:
            changed[len(content) // 2] ^= 1
        path.write_bytes(changed)
        run(folder, "handoff", "--verify", "package", expected=1)
        if path.name == "log.jsonl" or path.parent.name == "evidence":
            assert by_readme().returncode != 0, path
        path.write_bytes(content)
        tried += 1
    link = package / "evidence" / "link"
    link.symlink_to("/etc/passwd")
    run(folder, "handoff", "--verify", "package", expected=1)
    link.unlink()
    run(folder, "handoff", "--verify", "package", "--head", head)
    return tried


with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "proof.txt").write_text("a proof\n")
    pathlib.Path(folder, "visit.script").write_text(SCRIPT)
    os.environ.pop("PHASELOOM_STORE", None)
    run(folder, "play", "visit.script")
    head = check_log(folder)
    check_json(folder)
    tried = check_handoff(folder, head)
print(f"Python hashes and reads the log as PhaseLoom does, and finds each of {tried} files that was changed")
