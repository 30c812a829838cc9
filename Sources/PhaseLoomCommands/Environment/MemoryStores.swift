public import PhaseLoom
import Synchronization

/// Places for engagements that exist in memory only, for tests of a program built on ``CommandLineTool``.
public final class MemoryStores: StoreAccess {
    private let places: Mutex<[String: EngagementPlace]>

    /// Makes places in memory.
    ///
    /// - Parameter places: the places that there are, by path.
    public init(_ places: [String: EngagementPlace] = [:]) { self.places = Mutex(places) }

    /// Opens the place at a path.
    public func open(_ path: String, creates: Bool) -> Result<EngagementPlace, StoreError> {
        places.withLock { places in
            if let place = places[path] { return .success(place) }
            guard creates else {
                return .failure(
                    StoreError(
                        .unavailable, "there is no store at '\(path.excerpt)'",
                        hint: "look at the path; the first engagement that starts makes one"))
            }
            let place = EngagementPlace(store: MemoryStore(), archive: MemoryArchive())
            places[path] = place
            return .success(place)
        }
    }
}
