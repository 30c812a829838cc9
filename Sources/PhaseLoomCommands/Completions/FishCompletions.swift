/// Writes the completion script for fish.
struct FishCompletions {
    let program: String
    let vocabulary: Vocabulary

    private var function: String { "__" + program.functionName }

    /// The script: functions that look up overlays, then one line for each word.
    var script: String {
        var lines = [
            "# Completes command lines of \(program.functionName) in fish; written by its command 'completions fish'.",
            "", functions, "complete -c \(program.fishQuoted) -f",
        ]
        for option in [OptionSyntax.help, .version] { lines.append(line(option, under: "\(function)_at ''")) }
        for command in vocabulary.commands {
            lines.append(
                complete("\(function)_at ''", "-a \(command.name.fishQuoted) -d \(command.summary.fishQuoted)"))
        }
        for (words, command) in vocabulary.syntaxes {
            let condition = "\(function)_at \(words.fishQuoted)"
            for option in command.allOptions { lines.append(line(option, under: condition)) }
            for argument in command.arguments where !argument.help.isEmpty {
                lines.append(complete(condition, values(argument.value.kind, isOption: false)))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func complete(_ condition: String, _ rest: String) -> String {
        "complete -c \(program.fishQuoted) -n \(condition.fishQuoted) \(rest)"
    }

    private func line(_ option: OptionSyntax, under condition: String) -> String {
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let values = option.value.map { " " + self.values($0.kind, isOption: true) } ?? ""
        return complete(condition, "-l \(option.name)\(letter)\(values) -d \(option.help.fishQuoted)")
    }

    private func values(_ kind: ValueSyntax.Kind, isOption: Bool) -> String {
        let flag = isOption ? "-x " : ""
        switch kind {
        case .text: return isOption ? "-x" : ""
        case .file: return isOption ? "-r -F" : "-F"
        case .directory: return flag + "-a '(__fish_complete_directories)'"
        case .overlay: return flag + "-a '(\(function)_overlays (commandline -ct))'"
        case .overlayList: return flag + "-a '(\(function)_overlay_list (commandline -ct))'"
        case .format, .view, .base, .command, .shell, .answer, .state, .orderAction, .logFormat, .collector:
            let words = (vocabulary.closedWords(for: kind) ?? []).filter(\.isPlainWord)
            return flag + "-a \(words.joined(separator: " ").fishQuoted)"
        }
    }

    private var functions: String {
        """
        function \(function)_at
            set -l words (commandline -opc)
            set -l found ''
            for word in $words[2..-1]
                if test -z "$found"; and not string match -q -- '-*' $word
                    set found $word
                else if contains -- "$found $word" \(narrowed)
                    set found "$found $word"
                end
            end
            test "$found" = "$argv[1]"
        end

        function \(function)_keys
            switch $argv[1]
        \(keys)
            end
        end

        function \(function)_overlays
            set -l typed $argv[1]
            if string match -q -- '*:*' $typed
                set -l head (string replace -r -- '[^:,]*$' '' $typed)
                for key in (\(function)_keys (string replace -r -- ':.*$' '' $typed))
                    printf '%s\\n' $head$key
                end
            else
                \(function)_ids
            end
        end

        function \(function)_overlay_list
            set -l typed (string replace -r -- '^--[^=]*=' '' $argv[1])
            set -l head (string replace -r -- '[^,]*$' '' $typed)
            for word in (\(function)_overlays (string replace -r -- '^.*,' '' $typed))
                printf '%s\\n' $head$word
            end
        end

        function \(function)_ids
        \(ids)
        end

        """
    }

    private var narrowed: String {
        vocabulary.syntaxes.dropFirst(vocabulary.commands.count).map(\.words.fishQuoted).joined(separator: " ")
    }

    private var keys: String {
        vocabulary.overlays.compactMap { overlay in
            let keys = vocabulary.keys(of: overlay).map(\.fishQuoted).joined(separator: " ")
            guard !keys.isEmpty else { return nil }
            return "        case \(overlay.id.fishQuoted)\n            printf '%s\\n' \(keys)"
        }.joined(separator: "\n")
    }

    private var ids: String {
        let lines = vocabulary.overlays.map {
            "    printf '%s\\t%s\\n' \($0.id.fishQuoted) \($0.title.safeForTerminal.fishQuoted)"
        }
        return lines.isEmpty ? "    true" : lines.joined(separator: "\n")
    }
}
