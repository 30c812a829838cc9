#!/usr/bin/env bash
# Builds the documentation of every target that has a catalogue; a warning, such as a dead link, fails: bash Scripts/docs.sh
#
# The archives go to .build/documentation. `docc preview` or any web server shows them.
set -euo pipefail
cd "$(dirname "$0")/.."

swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >.build/symbols.log 2>&1 \
    || { cat .build/symbols.log; exit 1; }
graphs=$(find .build/ -type d -name symbolgraph | head -n 1)
output=.build/documentation
rm -rf "$output" && mkdir -p "$output"

failed=()
for catalogue in Sources/*/*.docc Plugins/*/*.docc; do
    target=$(basename "$catalogue" .docc)
    # A directory of its own, because docc would take all of its graphs for one module's; @ marks extensions of others.
    mkdir -p "$output/graphs/$target"
    cp "$graphs/$target.symbols.json" "$output/graphs/$target/"
    docc convert "$catalogue" --additional-symbol-graph-dir "$output/graphs/$target" --warnings-as-errors \
        --fallback-display-name "$target" --fallback-bundle-identifier "org.phaseloom.$target" \
        --output-dir "$output/$target.doccarchive" || failed+=("$target")
done
if ((${#failed[@]})); then
    echo "documentation of ${failed[*]} has warnings" >&2
    exit 1
fi
echo "documentation of $(ls -d "$output"/*.doccarchive | wc -l) targets in $output"
