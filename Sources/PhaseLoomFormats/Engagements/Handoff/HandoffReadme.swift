import PhaseLoom

extension Handoff {
    /// The page that tells the recipient what the package is and how to check it.
    var readme: String {
        ([heading, contents, sectionList, checking].joined(separator: "\n\n")) + "\n"
    }

    private var heading: String {
        let state = engagement.state.rawValue
        let ending =
            engagement.state.isFinal ? "" : " It is not finished: this is how it stood when the package was written."
        return """
            # Handoff of \(engagement.title.markdown)

            Engagement \(engagement.id.text.code), started \(engagement.started.description), is \(state).\(ending)
            Written \(time.description) by \(author.markdown).
            """
    }

    private var contents: String {
        """
        ## What is in here

        - `handoff.json`: the index of everything, among it each piece of evidence with its number in the log
        - `log.jsonl`: the log, one event a line, each with the hash of the line before it
        - `plan-1.json` and so on: the plans that the log names, complete
        - `sequence.txt` and `sequence.json`: the phases, gates and criteria at the end
        - `evidence/`: the files that were handed in; the number before the name is that of the event
        - `SHA256SUMS`: the hash of every file but itself
        """
    }

    private var sectionList: String {
        let lines = Self.sections.map { artifact -> String in
            let items = engagement.evidence.filter { $0.draft.artifact == artifact && !$0.isStale }
            if items.isEmpty { return "- \(artifact.text.code): none was handed in" }
            let files = items.map { Self.path(of: $0)?.code ?? "event \($0.number), without a file" }
            return "- \(artifact.text.code): \(files.joined(separator: ", "))"
        }
        return "## What operations and audit ask for first\n\n" + lines.joined(separator: "\n")
    }

    private var checking: String {
        """
        ## How to check it

        With PhaseLoom, which checks everything, also whether the events keep the rules of the plans:

            phaseloom handoff --verify .

        Without it, whether the files are as they were written, and whether the log is one chain:

            sha256sum --check --strict SHA256SUMS

            python3 - <<'END'
            import hashlib, json
            index = json.load(open("handoff.json", encoding="utf-8"))
            head = "sha256:" + 64 * "0"
            lines = open("log.jsonl", "rb").read().split(b"\\n")[:-1]
            for number, line in enumerate(lines, 1):
                record = json.loads(line)
                assert record["previous"] == head and record["number"] == number, f"line {number}"
                head = "sha256:" + hashlib.sha256(line).hexdigest()
            assert (head, len(lines)) == (index["log"]["head"], index["log"]["length"]), "the end is missing"
            for item in index["evidence"]:
                if item["path"]:
                    content = open(item["path"], "rb").read()
                    assert hashlib.sha256(content).hexdigest() == item["sha256"], item["path"]
            print("whole", head)
            END

        Whoever can change all of this can also make it agree again. Compare the head of the log with the one that you
        were told on another way; `--head` does so:

            \(records.last?.hash.description ?? Digest.none.description)
        """
    }
}
