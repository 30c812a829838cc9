/// Writes the completion script for bash; it needs nothing but bash itself, 3.2 or later.
struct BashCompletions {
    let program: String
    let vocabulary: Vocabulary

    private var function: String { "_" + program.functionName }

    /// The script: tables of words as functions, and the code that looks them up.
    var script: String {
        """
        # Completes command lines of \(program.functionName) in bash; written by its command 'completions bash'.

        \(table("words", closedWords))
        \(table("options", options))
        \(table("kind", kinds))
        \(table("keys", vocabulary.overlays.map { ($0.id, vocabulary.keys(of: $0)) }))
        \(machinery)
        complete -F \(function) \(program.shellQuoted)

        """
    }

    private var closedWords: [(String, [String])] {
        ValueSyntax.Kind.allCases.compactMap { kind in
            vocabulary.closedWords(for: kind).map { ("\(kind)", $0) }
        } + [("overlay", vocabulary.overlays.map(\.id))]
    }

    private var options: [(String, [String])] {
        [("", ["--help", "--version"])] + vocabulary.syntaxes.map { ($0, $1.allOptions.map(\.spelling)) }
    }

    /// What the values of a command's options are, and its arguments.
    private var kinds: [(String, [String])] {
        var kinds: [(String, [String])] = []
        for (words, command) in vocabulary.syntaxes {
            // A collector that stands there already is not completed again.
            if let argument = command.arguments.last, !argument.help.isEmpty {
                kinds.append((words, ["\(argument.value.kind)"]))
            }
            for option in command.allOptions {
                guard let value = option.value else { continue }
                kinds.append(("\(words) \(option.spelling)", ["\(value.kind)"]))
                if let letter = option.letter { kinds.append(("\(words) -\(letter)", ["\(value.kind)"])) }
            }
        }
        return kinds
    }

    private func table(_ name: String, _ rows: [(key: String, words: [String])]) -> String {
        var text = "\(function)_\(name)() {\n    case $1 in\n"
        for row in rows where !row.words.isEmpty {
            let words = row.words.map(\.shellQuoted).joined(separator: " ")
            text += "        \(row.key.shellQuoted)) printf '%s\\n' \(words) ;;\n"
        }
        return text + "        *) ;;\n    esac\n}\n"
    }

    /// Bash breaks words at ':' and '=' and wants only the rest of them; so whole words are matched here, and what
    /// stands before the last break is taken off again.
    private var machinery: String {
        """
        \(function)_overlay() {
            local typed=$1 head key id=''
            if [[ $typed == *:* ]]; then
                id=${typed%%:*}
                head=${typed%"${typed##*[:,]}"}
                \(function)_keys "$id" | while IFS= read -r key; do printf '%s\\n' "$head$key"; done
            else
                \(function)_words overlay
            fi
        }

        \(function)_overlayList() {
            local typed=$1 head last word before
            last=${typed##*,}
            head=${typed%"$last"}
            { \(function)_overlay "$last"
              if [[ $head == *:* && $last != *:* ]]; then
                  before=${head%:*}
                  \(function)_keys "${before##*,}"
              fi
            } | while IFS= read -r word; do printf '%s\\n' "$head$word"; done
        }

        \(function)() {
            local line=${COMP_LINE:0:COMP_POINT} typed='' command='' previous='' kind='' prefix='' broken='' word
            local -a words
            read -ra words <<<"$line"
            if [[ $line != *[[:space:]] ]]; then
                typed=${words[${#words[@]} - 1]}
                unset "words[${#words[@]} - 1]"
            fi
            for word in "${words[@]:1}"; do
                if [[ -z $command ]]; then
                    [[ $word == -* ]] || command=$word
                elif [[ -n $(\(function)_options "$command $word") ]]; then
                    command="$command $word"
                fi
                previous=$word
            done
            local current=$typed
            if [[ -z $command ]]; then
                kind=command
            elif [[ $typed == --*=* ]]; then
                prefix=${typed%%=*}=
                current=${typed#*=}
                kind=$(\(function)_kind "$command ${prefix%=}")
            else
                [[ $previous != -* ]] || kind=$(\(function)_kind "$command $previous")
            fi
            if [[ -z $kind && $typed == -* || -z $command && $typed == -* ]]; then
                kind=options
            elif [[ -z $kind ]]; then
                kind=$(\(function)_kind "$command")
            fi
            COMPREPLY=()
            case $kind in
                file | directory)
                    [[ $kind == file ]] && kind=-f || kind=-d
                    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$kind" -- "$current")
                    compopt -o filenames 2>/dev/null
                    return 0
                    ;;
            esac
            case $COMP_WORDBREAKS in
                *[:=]*) broken=${typed%"${typed##*[:=]}"} ;;
            esac
            while IFS= read -r word; do
                word=$prefix$word
                [[ $word == "$typed"* ]] && COMPREPLY+=("${word#"$broken"}")
            done < <(
                case $kind in
                    options) \(function)_options "$command" ;;
                    overlay) \(function)_overlay "$current" ;;
                    overlayList) \(function)_overlayList "$current" ;;
                    ?*) \(function)_words "$kind" ;;
                esac
            )
            # An overlay may go on with ':' and an option, an option with its value.
            case $kind in
                overlay | overlayList) compopt -o nospace 2>/dev/null ;;
            esac
            return 0
        }
        """
    }
}
