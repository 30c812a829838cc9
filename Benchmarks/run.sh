#!/bin/sh
# Measures PhaseLoom against its budgets: Benchmarks/run.sh [--quick] [--peers]
# --peers runs pm4py, transitions, SpiffWorkflow, bacpypes3, rusty-bacnet and pymodbus beside it, with the interpreter
# that PEERS_PYTHON names (a virtual environment that has them); what it lacks is left out.
# The table goes to standard output; exits 1 when a budget is exceeded. BUILD names the scratch path.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD:-.build}
quick= peers=
for word in "$@"; do
    case $word in
    --quick) quick=--quick ;;
    --peers) peers=yes ;;
    *) echo "usage: Benchmarks/run.sh [--quick] [--peers]" >&2; exit 2 ;;
    esac
done
export PHASELOOM_BENCHMARKS=1
swift build -c release --scratch-path "$build" --product phaseloom >&2
swift build -c release --scratch-path "$build" --product PhaseLoomBenchmarks >&2
set -- --thresholds Benchmarks/thresholds.json --program "$build/release/phaseloom" --json "$build/benchmarks.json" \
    --stores "$build/benchmark-stores"
if [ -n "$peers" ]; then
    python=${PEERS_PYTHON:-python3}
    "$python" Benchmarks/peers/pm4py_soundness.py $quick > "$build/peers-soundness.json"
    "$python" Benchmarks/peers/process_engines.py $quick > "$build/peers-engines.json"
    "$python" Benchmarks/peers/building.py $quick > "$build/peers-building.json"
    "$python" -c 'import json, sys; print(json.dumps({k: v for p in sys.argv[1:] for k, v in json.load(open(p)).items()}))' \
        "$build/peers-soundness.json" "$build/peers-engines.json" "$build/peers-building.json" > "$build/peers.json"
    set -- "$@" --peers "$build/peers.json"
fi
status=0
"$build/release/PhaseLoomBenchmarks" $quick "$@" || status=1
if [ -n "$peers" ]; then
    "$python" Benchmarks/peers/survey.py "$build/release/PhaseLoomBenchmarks" $quick || status=1
fi
exit $status
