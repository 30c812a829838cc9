"""Reads the outputs of phaseloom with Python's json and hashlib, networkx and Graphviz."""

import hashlib
import json
import subprocess
import sys
import xml.etree.ElementTree

import networkx

PROGRAM = sys.argv[1]
FILES = "Samples/OverlayFiles"
COMPOSITIONS = [
    [],
    ["smart-home"],
    ["smart-building", "cctv"],
    ["cloud-migration:waves=3"],
    ["ml-feedback", "cloud-migration"],
    ["smart-home", "smart-building:writes=yes", "cctv:federal=yes", "cloud-migration", "ml-feedback"],
    ["--overlay-file", f"{FILES}/incident-triage.json"],
    ["smart-home", "--overlay-file", f"{FILES}/small-business.json"],
]


def phaseloom(*arguments, status=0):
    run = subprocess.run([PROGRAM, *arguments], capture_output=True)
    assert run.returncode == status, (arguments, run.returncode, run.stderr.decode())
    return run.stdout


def canonical(value):
    """What Python writes, with whole numbers in their shortest form."""

    def shortest(part):
        if isinstance(part, float) and part.is_integer() and abs(part) < 2**53:
            return int(part)
        if isinstance(part, list):
            return [shortest(item) for item in part]
        if isinstance(part, dict):
            return {key: shortest(item) for key, item in part.items()}
        return part

    return json.dumps(shortest(value), sort_keys=True, indent=2, ensure_ascii=False) + "\n"


def same(composition, output):
    assert canonical(json.loads(output)) == output.decode("utf-8"), f"not canonical: {composition}"
    return json.loads(output)


def digest(sequence):
    parts = {key: value for key, value in sequence.items() if key not in ("digest", "findings")}
    return "sha256:" + hashlib.sha256(canonical(parts).encode("utf-8")).hexdigest()


def order(sequence):
    graph = networkx.DiGraph()
    graph.add_nodes_from(phase["id"] for phase in sequence["phases"])
    graph.add_edges_from((first, phase["id"]) for phase in sequence["phases"] for first in phase["after"])
    assert networkx.is_directed_acyclic_graph(graph)
    assert set(networkx.transitive_reduction(graph).edges) == set(graph.edges), "an edge too many"
    expected = list(networkx.lexicographical_topological_sort(graph))
    assert expected == [phase["id"] for phase in sequence["phases"]], expected


def picture(composition, sequence):
    dot = phaseloom("show", *composition, "--format", "dot")
    svg = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, check=True)
    assert not svg.stderr, svg.stderr.decode()
    text = " ".join(" ".join(xml.etree.ElementTree.fromstring(svg.stdout).itertext()).split())
    for phase in sequence["phases"]:
        words = phase["title"].split()
        assert phase["title"] in text or all(word in text for word in words), phase["title"]


for composition in COMPOSITIONS:
    sequence = same(composition, phaseloom("show", *composition, "--format", "json"))
    assert sequence["digest"] == digest(sequence), composition
    order(sequence)
    picture(composition, sequence)
    same(composition, phaseloom("check", *composition, "--json"))
same([], phaseloom("list", "--json"))
same([], phaseloom("diff", "--to", "cctv,smart-building", "--json"))
clash = ["cctv", "--overlay-file", f"{FILES}/card-payment.json", "--overlay-file", f"{FILES}/privacy.json"]
same(clash, phaseloom("show", *clash, "--format", "json", status=1))
print(f"{len(COMPOSITIONS)} compositions: canonical JSON, digests, order and pictures agree with Python, "
      "networkx and Graphviz")
