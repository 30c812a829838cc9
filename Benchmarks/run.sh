#!/bin/sh
# Measures PhaseLoom against its budgets: Benchmarks/run.sh [--quick] [--peers]
# --peers runs pm4py beside it, with the interpreter that PM4PY_PYTHON names (a virtual environment that has it).
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
    "${PM4PY_PYTHON:-python3}" Benchmarks/peers/pm4py_soundness.py $quick > "$build/peers.json"
    set -- "$@" --peers "$build/peers.json"
fi
exec "$build/release/PhaseLoomBenchmarks" $quick "$@"
