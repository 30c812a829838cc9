import PhaseLoom
import PhaseLoomStores

/// The places of the machine: a store of SQLite, and the evidence in a folder beside it.
struct SystemStores: StoreAccess {
    func open(_ path: String, creates: Bool) -> Result<EngagementPlace, StoreError> {
        Result { () throws(StoreError) in
            EngagementPlace(
                store: try SQLiteStore(path: path, creates: creates),
                archive: FileArchive(folder: path + "-evidence"))
        }
    }
}
