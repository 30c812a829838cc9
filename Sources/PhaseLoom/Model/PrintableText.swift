extension String {
    /// Whether the text may be shown to a person: nothing in it steers a terminal, reorders what is read or hides.
    package var isPrintable: Bool {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return true }
        var isFine = true
        eachScalar { _, isPrintable in isFine = isFine && isPrintable }
        return isFine
    }

    /// The text with everything that may not be shown replaced, or left out where nothing takes its place.
    package func replacingUnprintable(_ replacement: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        // Hardly any text has something to replace; that is found out without copying it.
        if unicodeScalars.allSatisfy({ $0.isPrintable || replacement($0) == $0 }) { return self }
        var result = String.UnicodeScalarView()
        eachScalar { scalar, isPrintable in
            if let shown = isPrintable ? scalar : replacement(scalar) { result.append(shown) }
        }
        return String(result)
    }

    private func eachScalar(_ body: (Unicode.Scalar, Bool) -> Void) {
        var before: Unicode.Scalar?
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            body(scalar, scalar.isPrintable || scalar.isJoiner(between: before, rest.first))
            before = scalar
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a joiner or non-joiner where scripts and pictures need one (Unicode Standard Annex 31, 2.3):
    /// between letters from Arabic on, whose shape depends on it, or parts of an emoji. Elsewhere it would only let
    /// one name pass for another.
    fileprivate func isJoiner(between before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard value == 0x200C || value == 0x200D, let before, let after else { return false }
        return before.takesJoiners && after.takesJoiners
    }

    private var takesJoiners: Bool {
        guard value >= 0x600 else { return false }
        return switch properties.generalCategory {
        case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .otherSymbol, .modifierSymbol: true
        default: false
        }
    }
}
