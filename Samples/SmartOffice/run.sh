#!/usr/bin/env bash
# Surveys a simulated office, checks a design against it, and fails when something else comes out than the guide says.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD/../..
for product in phaseloom simulated-building; do
    [[ -x $root/.build/release/$product ]] || swift build -c release --package-path "$root" --product "$product"
done
phaseloom=$root/.build/release/phaseloom
out=$(mktemp -d)
"$root/.build/release/simulated-building" --broadcast 127.255.255.255 --seconds 120 >"$out/ready" &
office=$!
trap 'kill $office 2>/dev/null || true; rm -rf "$out"' EXIT
for _ in {1..50}; do
    grep -q ready "$out/ready" && break
    sleep 0.1
done

# run STATUS TEXT COLLECTOR OPTIONS…: runs a collector, which has to end with the status and to say the text.
run() {
    local wanted=$1 text=$2 status=0
    shift 2
    "$phaseloom" collect "smart-building/$1" "${@:2}" >"$out/said" 2>&1 || status=$?
    if ((status != wanted)) || ! grep -qF -- "$text" "$out/said"; then
        cat "$out/said"
        echo "'$1' ended with $status, not $wanted, or did not say '$text'" >&2
        exit 1
    fi
    echo "$1: $text"
}

run 0 "points 63" bms-survey --bacnet 127.255.255.255 --network 65535 --local 127.0.0.9 \
    --modbus plant=127.0.0.1:1502 --units 1,2 --map meters.csv --site "Smart office" -o "$out/survey"
run 1 "duplicate-device-instances 2" integration-check --inventory "$out/survey/bms-baseline.json" \
    --points "$out/survey/bms-baseline_EDE.csv,$out/survey/bms-baseline_StateTexts.csv,meters.csv" \
    --matrix matrix.csv --plan network.csv -o "$out/design"
run 0 "58.9 % " budget --plan network.csv --matrix matrix.csv --points meters.csv \
    --inventory "$out/survey/bms-baseline.json" -o "$out/budget"
run 1 "agrees-points 11" point-checkout --matrix matrix.csv --expected expected.csv \
    --devices "$out/survey/bms-baseline.json" --local 127.0.0.9 --modbus plant=127.0.0.1:1502 --map meters.csv \
    --site "Smart office" -o "$out/checkout"
grep -q "31,days" "$out/checkout/point-checkout.csv"
