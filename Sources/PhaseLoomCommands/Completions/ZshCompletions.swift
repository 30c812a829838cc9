/// Writes the completion script for zsh.
struct ZshCompletions {
    let program: String
    let vocabulary: Vocabulary

    private var function: String { "_" + program.functionName }

    /// The script, which works from `$fpath` and when it is sourced.
    var script: String {
        """
        #compdef \(program)
        # Completes command lines of \(program.functionName) in zsh; written by its command 'completions zsh'.

        \(function)_ids() {
            local -a overlays
            overlays=(\(described(vocabulary.overlays.map { ($0.id, $0.title.safeForTerminal) })))
            _describe -t overlays overlay overlays "$@"
        }

        \(function)_overlays() {
            local head=${PREFIX%"${PREFIX##*[:,]}"}
            if [[ $PREFIX != *:* ]]; then
                \(function)_ids -S ''
                return
            fi
            case ${PREFIX%%:*} in
        \(keys)
            (*) return 1 ;;
            esac
        }

        \(function)_overlay_list() {
            compset -P '*,'
            \(function)_overlays
        }

        \(function)() {
            local -a commands
            commands=(\(described(vocabulary.commands.map { ($0.name, $0.summary) })))
            if (( CURRENT == 2 )); then
                _describe -t commands command commands
                [[ $PREFIX == -* ]] && compadd -- --help --version
                return
            fi
            local command=$words[2]
            shift words
            (( CURRENT-- ))
            local word
            for word in "${(@)words[2,CURRENT-1]}"; do
                case "$command $word" in
        \(narrowed)
                (*) ;;
                esac
            done
            case $command in
        \(vocabulary.syntaxes.map(commandCase).joined(separator: "\n"))
            esac
        }

        if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
            \(function) "$@"
        else
            compdef \(function) \(program.shellQuoted)
        fi

        """
    }

    private var keys: String {
        vocabulary.overlays.compactMap { overlay in
            let keys = vocabulary.keys(of: overlay)
            guard !keys.isEmpty else { return nil }
            let words = keys.map { "\"$head\"\($0.shellQuoted)" }.joined(separator: " ")
            return "    (\(overlay.id.shellQuoted)) compadd -S '' -- \(words) ;;"
        }.joined(separator: "\n")
    }

    private func described(_ rows: [(word: String, text: String)]) -> String {
        rows.map { "\($0.word):\($0.text)".shellQuoted }.joined(separator: " ")
    }

    private var narrowed: String {
        vocabulary.syntaxes.dropFirst(vocabulary.commands.count).map {
            "        (\($0.words.shellQuoted)) command=\($0.words.shellQuoted) ;;"
        }.joined(separator: "\n")
    }

    private func commandCase(_ words: String, _ command: CommandSyntax) -> String {
        var specifications = command.allOptions.flatMap(specifications)
        for argument in command.arguments {
            let star = argument.isRepeatable ? "*" : ""
            specifications.append("\(star):\(argument.value.placeholder):\(action(argument.value.kind))".shellQuoted)
        }
        let lines = specifications.map { "            \($0)" }.joined(separator: " \\\n")
        return "    (\(words.shellQuoted))\n        _arguments \\\n\(lines)\n        ;;"
    }

    private func specifications(_ option: OptionSyntax) -> [String] {
        let help = option.help.escaping(["[": "\\[", "]": "\\]", ":": "\\:", "\\": "\\\\"])
        let value = option.value.map { ":\($0.placeholder):\(action($0.kind))" } ?? ""
        let letter = option.letter.map { "-\($0)" }
        let exclusion = option.isRepeatable ? "*" : letter.map { "(\($0) \(option.spelling))" } ?? ""
        let long = exclusion + option.spelling + (option.value == nil ? "" : "=") + "[\(help)]\(value)"
        let short = letter.map { exclusion + $0 + (option.value == nil ? "" : "+") + "[\(help)]\(value)" }
        return ([long] + (short.map { [$0] } ?? [])).map(\.shellQuoted)
    }

    private func action(_ kind: ValueSyntax.Kind) -> String {
        switch kind {
        case .text: " "
        case .file: "_files"
        case .directory: "_files -/"
        case .overlay: "\(function)_overlays"
        case .overlayList: "\(function)_overlay_list"
        case .format, .view, .base, .command, .shell, .answer, .state, .orderAction, .logFormat, .collector:
            "(" + (vocabulary.closedWords(for: kind) ?? []).filter(\.isPlainWord).joined(separator: " ") + ")"
        }
    }
}
