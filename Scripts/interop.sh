#!/usr/bin/env bash
# Compares the outputs of the release build with what other programs make of them: bash Scripts/interop.sh
set -euo pipefail
cd "$(dirname "$0")/.."

phaseloom=$PWD/.build/release/phaseloom
tools=$PWD/.build-tools
[[ -x $phaseloom ]] || swift build -c release --product phaseloom
if ! "$tools/bin/python3" -c 'import networkx' >/dev/null 2>&1; then
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet networkx==3.6.1
fi
pm4py=yes
if ! "$tools/bin/python3" -c 'import pm4py' >/dev/null 2>&1; then
    "$tools/bin/pip" install --quiet pm4py==2.7.23.11 || pm4py=no
fi

"$tools/bin/python3" Scripts/interop/outputs.py "$phaseloom"
"$tools/bin/python3" Scripts/interop/determinism.py "$phaseloom"
"$tools/bin/python3" Scripts/interop/engagements.py "$phaseloom"
if [[ $pm4py == yes ]]; then
    # A program of its own, run from outside; nothing of PhaseLoom links to it.
    "$tools/bin/python3" Scripts/interop/soundness.py "$phaseloom"
else
    echo "SKIPPED: pip cannot install pm4py, so WOFLAN was not asked about soundness"
fi

# What bacpypes3 and others say of BACnet and Modbus, on loopback; where pip cannot install one, its part is left out.
for peer in bacpypes3==0.0.110 pymodbus==3.16.1 rusty-bacnet==0.14.0; do
    "$tools/bin/pip" show --quiet "${peer%%=*}" >/dev/null 2>&1 || "$tools/bin/pip" install --quiet "$peer" \
        || echo "SKIPPED: pip cannot install $peer"
done
swift build -c release --product simulated-building
"$tools/bin/python3" Scripts/interop/building.py "$phaseloom" "$PWD/.build/release/simulated-building"

bash -n <("$phaseloom" completions bash)
"$phaseloom" completions bash >.build/completions.bash && bash -c 'source .build/completions.bash && complete -p phaseloom' >/dev/null
"$phaseloom" completions zsh >.build/_phaseloom && zsh -n .build/_phaseloom
"$phaseloom" completions fish >.build/phaseloom.fish && fish --no-execute .build/phaseloom.fish
echo "bash, zsh and fish read their completions"
