import PhaseLoom
import Testing

@Suite struct TextPositionTests {
    @Test(arguments: [
        ("", 0, 1, 1), ("ab", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("\n\n\n", 3, 4, 1),
        ("é😀x", 6, 1, 3), ("é\né😀x", 9, 2, 3), ("ab", 99, 1, 3), ("a\r\n\r\nb", 5, 3, 1),
    ])
    func countsLinesAndCharacters(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
        let position = TextPosition.position(of: offset, in: Array(text.utf8))
        #expect((position.line, position.column) == (line, column))
    }

    @Test func countsSeveralInOnePass() {
        let positions = TextPosition.positions(of: [0, 0, 2, 4], in: Array("a\nb\nc".utf8))
        #expect(positions.map(\.line) == [1, 1, 2, 3])
        #expect(positions.map(\.column) == [1, 1, 1, 1])
    }
}
