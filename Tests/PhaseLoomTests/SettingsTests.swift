import Testing

// The compiler takes a misspelt upcoming feature in silence; this file does not compile without any of the six.
#if !hasFeature(ExistentialAny)
#error("the upcoming feature ExistentialAny is off")
#endif
#if !hasFeature(ImmutableWeakCaptures)
#error("the upcoming feature ImmutableWeakCaptures is off")
#endif
#if !hasFeature(InferIsolatedConformances)
#error("the upcoming feature InferIsolatedConformances is off")
#endif
#if !hasFeature(InternalImportsByDefault)
#error("the upcoming feature InternalImportsByDefault is off")
#endif
#if !hasFeature(MemberImportVisibility)
#error("the upcoming feature MemberImportVisibility is off")
#endif
#if !hasFeature(NonisolatedNonsendingByDefault)
#error("the upcoming feature NonisolatedNonsendingByDefault is off")
#endif

/// The settings loop of the manifest reaches every target; all of them take the same settings as this one.
@Suite struct SettingsTests {
    @Test func `the language mode is Swift 6`() {
        #if swift(>=6)
        let isSix = true
        #else
        let isSix = false
        #endif
        #expect(isSix)
    }
}
