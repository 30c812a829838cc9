#!/usr/bin/env bash
# Builds, tests and runs the samples against this checkout, and expects what README shows: bash Scripts/samples.sh
set -euo pipefail
cd "$(dirname "$0")/.."

expect() {
    local wanted=$1 status=0
    shift
    "$@" >.build/sample.out 2>&1 || status=$?
    if ((status != wanted)); then
        cat .build/sample.out
        echo "'$*' ended with $status, not $wanted" >&2
        return 1
    fi
}

phaseloom=.build/release/phaseloom
files=Samples/OverlayFiles
expect 1 "$phaseloom" check cctv --overlay-file $files/card-payment.json --overlay-file $files/privacy.json
grep -q "no value of 'retention-days' meets every bound" .build/sample.out
expect 0 "$phaseloom" check cctv --overlay-file $files/card-payment.json --overlay-file $files/privacy.json \
    --resolutions $files/resolutions.json
expect 0 "$phaseloom" show --overlay-file $files/incident-triage.json
expect 0 "$phaseloom" show smart-home --overlay-file $files/small-business.json

# What is known about an engagement leads to overlays that go together.
for facts in Samples/Facts/*.json; do
    expect 0 "$phaseloom" recommend "$facts"
    expect 0 "$phaseloom" recommend "$facts" --json
done

# A whole engagement from a script, twice with the same bytes; a package that somebody touched is found.
campus=$(mktemp -d)
trap 'rm -rf "$campus"' EXIT
program=$PWD/$phaseloom
for run in one two; do
    cp -r Samples/HospitalCampus "$campus/$run"
    (cd "$campus/$run" && "$program" play campus.script --store campus.db >played.txt)
done
diff -r -x 'campus.db*' "$campus/one" "$campus/two"
expect 0 "$program" handoff --verify "$campus/one/campus-handoff"
sed -i '1s/Ada/Eva/' "$campus/one/campus-handoff/log.jsonl"
expect 1 "$program" handoff --verify "$campus/one/campus-handoff"

# A simulated office, as its guide shows it.
bash Samples/SmartOffice/run.sh

# The outputs that README prints are the program's own.
python3 - "$phaseloom" <<'PYTHON'
import pathlib, re, subprocess, sys
readme = pathlib.Path("README.md").read_text(encoding="utf-8")
shown = re.findall(r"```\w*\n\$ phaseloom ([^\n]*)\n(.*?)```", readme, re.S)
if not shown:
    sys.exit("README.md shows no output of phaseloom")
for arguments, output in shown:
    run = subprocess.run([sys.argv[1], *arguments.split()], capture_output=True, text=True)
    if run.stdout != output:
        sys.exit(f"README.md shows another output of 'phaseloom {arguments}':\n{run.stdout}{run.stderr}")
print(f"README.md shows {len(shown)} real outputs")
PYTHON

cd Samples/EVCharging
swift test
swift run ev-phaseloom check ev-charging smart-building cctv
