/// A place that keeps the files of evidence by their hash.
///
/// A log holds only the hash of a file; the vault gives back what was hashed. Files come in pieces, so that one of any
/// size needs little memory.
public protocol EvidenceVault: Sendable {
    /// Reads a file piece by piece, from its beginning to its end.
    ///
    /// Whoever needs to be sure hashes the pieces: the vault may be damaged.
    ///
    /// - Parameters:
    ///   - name: the hash of the content.
    ///   - each: takes a piece; what it throws ends the reading and comes out.
    /// - Returns: whether the vault has the file; if not, `each` was never called.
    /// - Throws: what `each` throws, and errors of the place.
    /// - Complexity: O(*n*) in the size of the file, with memory for one piece.
    func read(_ name: Digest, _ each: ([UInt8]) throws -> Void) throws -> Bool
}
