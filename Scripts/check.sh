#!/usr/bin/env bash
# Everything that has to hold before a change lands, each step with its duration: bash Scripts/check.sh
#
# Needs the Swift toolchain, graphviz, zsh, fish and python3 with venv; .ci/run installs what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

step() {
    local name=$1 start=$SECONDS
    shift
    echo "=== $name"
    "$@"
    echo "=== $name: done in $((SECONDS - start)) s"
}

format() { swift format lint --strict --recursive Sources Plugins Tests Samples Fuzz Benchmarks Package.swift; }

# Every import names a dependency that the manifest declares. Compiles the debug build which the tests use afterwards.
imports() { swift build --build-tests --explicit-target-dependency-import-check error; }

# A while of made-up files for each reader that has a fuzzer, beginning with real ones.
fuzz() {
    rm -rf .build-fuzz/seeds && mkdir -p .build-fuzz/seeds/{OverlayFileFuzz,PlanFileFuzz}
    cp Samples/OverlayFiles/*.json .build-fuzz/seeds/OverlayFileFuzz
    local trial=.build-fuzz/trial
    rm -rf "$trial" && mkdir -p "$trial"
    .build/release/phaseloom start trial --store "$trial/store" >/dev/null
    .build/release/phaseloom handoff trial -o "$trial/handoff" --store "$trial/store" >/dev/null 2>&1
    cp "$trial/handoff/plan-1.json" .build-fuzz/seeds/PlanFileFuzz
    python3 Fuzz/seeds.py .build-fuzz/seeds
    fuzz_one OverlayFileFuzz 30
    fuzz_one PlanFileFuzz 15
    fuzz_one BACnetFuzz 20
    fuzz_one ModbusFuzz 20
    fuzz_one CaptureFuzz 20
    fuzz_one PointListFuzz 30
}

fuzz_one() {
    local seeds=.build-fuzz/seeds/$1 found=.build-fuzz/found/$1
    PHASELOOM_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --product "$1"
    rm -rf "$found" && mkdir -p "$found"
    ".build-fuzz/debug/$1" -max_total_time="$2" -timeout=10 -print_final_stats=1 \
        -artifact_prefix="$found/" "$seeds" 2>.build-fuzz/log || { tail -n 40 .build-fuzz/log; return 1; }
    grep -E 'stat::(number_of_executed_units|peak_rss_mb)' .build-fuzz/log
}

# A million of real inputs with seeded damage for each parser of the building, or as many as half a minute suffices
# for: a message within 10 ms, a file within 100 ms, and without memory that grows.
mutations() {
    local name
    python3 Fuzz/seeds.py .build/seeds
    PHASELOOM_FUZZ=1 swift build -c release --product FieldMutations
    for name in BACnetFuzz ModbusFuzz CaptureFuzz PointListFuzz; do
        .build/release/FieldMutations "$name" 1000000 30 .build/seeds/"$name"/*
    done
}

benchmarks() {
    sh Benchmarks/run.sh --quick
}

# Two hundred processes that die while they write; the tests kill a few only.
kills() { PHASELOOM_KILLS=200 swift test --filter KillTests; }

step "format" format
step "imports" imports
step "documentation" bash Scripts/docs.sh
step "release build" swift build -c release --product phaseloom
step "comparisons with other programs" bash Scripts/interop.sh
step "samples" bash Scripts/samples.sh
step "benchmarks" benchmarks
step "fuzzing" fuzz
step "mutations" mutations
step "killed processes" kills
# Last, so that the summary of the tests closes the log.
step "tests" swift test
