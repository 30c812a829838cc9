import CSQLiteFiles
import Synchronization

/// What puts disks between SQLite and the file layer of the system.
///
/// Everything but writing, cutting, removing and flushing goes straight to the layer below.
enum DiskLayer {
    static func register(_ disk: FaultyDisk) {
        guard let system = sqlite3_vfs_find(nil) else { return }
        let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        layer.initialize(to: system.pointee)
        layer.pointee.szOsFile += Int32(MemoryLayout<pl_file>.stride)
        layer.pointee.pNext = nil
        layer.pointee.zName = UnsafePointer(copy(disk.name))
        layer.pointee.pAppData = Unmanaged.passRetained(disk).toOpaque()
        layer.pointee.xOpen = openFile
        layer.pointee.xDelete = deleteFile
        sqlite3_vfs_register(layer, 0)
    }

    static func unregister(_ name: String) {
        guard let layer = sqlite3_vfs_find(name) else { return }
        sqlite3_vfs_unregister(layer)
        if let disk = layer.pointee.pAppData { Unmanaged<FaultyDisk>.fromOpaque(disk).release() }
        layer.pointee.zName.deallocate()
        layer.deallocate()
    }

    fileprivate static func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        return copy
    }
}

private typealias File = UnsafeMutablePointer<sqlite3_file>

private func own(_ file: File) -> pl_file { UnsafeRawPointer(file).load(as: pl_file.self) }

private func disk(_ file: File) -> FaultyDisk { Unmanaged.fromOpaque(own(file).disk).takeUnretainedValue() }

private func path(_ file: File) -> String { String(cString: own(file).path.assumingMemoryBound(to: CChar.self)) }

/// The file of the layer below, behind the own one in memory.
private func below(_ file: File) -> File {
    (UnsafeMutableRawPointer(file) + MemoryLayout<pl_file>.stride).assumingMemoryBound(to: sqlite3_file.self)
}

/// The methods of the file below; SQLite calls none of a file that is not open.
private func methods(_ file: File) -> sqlite3_io_methods {
    guard let methods = below(file).pointee.pMethods else { preconditionFailure("the file is not open") }
    return methods.pointee
}

private func openFile(
    _ layer: UnsafeMutablePointer<sqlite3_vfs>, _ name: UnsafePointer<CChar>?, _ file: File, _ flags: Int32,
    _ outFlags: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let system = sqlite3_vfs_find(nil), let disk = layer.pointee.pAppData else { return SQLITE_IOERR_WRITE }
    file.pointee.pMethods = nil
    let code = system.pointee.xOpen(system, name, below(file), flags, outFlags)
    guard code == SQLITE_OK else { return code }
    let path = DiskLayer.copy(name.map { String(cString: $0) } ?? "temporary")
    let opened = pl_file(base: sqlite3_file(pMethods: UnsafePointer(fileMethods)), disk: disk, path: path)
    UnsafeMutableRawPointer(file).storeBytes(of: opened, as: pl_file.self)
    return code
}

private func deleteFile(
    _ layer: UnsafeMutablePointer<sqlite3_vfs>, _ name: UnsafePointer<CChar>, _ syncFolder: Int32
) -> Int32 {
    guard let system = sqlite3_vfs_find(nil), let disk = layer.pointee.pAppData,
        Unmanaged<FaultyDisk>.fromOpaque(disk).takeUnretainedValue().admit(.delete(String(cString: name)))
    else { return SQLITE_IOERR_DELETE }
    return system.pointee.xDelete(system, name, syncFolder)
}

/// The table of methods, which SQLite expects to stay where it is; nobody changes it.
nonisolated(unsafe) private let fileMethods: UnsafeMutablePointer<sqlite3_io_methods> = {
    let pointer = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    pointer.initialize(
        to: sqlite3_io_methods(
            iVersion: 2,
            xClose: { file in
                own(file).path.deallocate()
                return methods(file).xClose(below(file))
            },
            xRead: { methods($0).xRead(below($0), $1, $2, $3) },
            xWrite: { file, bytes, count, offset in
                let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(count))
                let (admitted, code) = disk(file).admit(buffer, at: offset, of: path(file))
                guard admitted > 0 else { return code }
                let written = methods(file).xWrite(below(file), bytes, Int32(admitted), offset)
                return code == SQLITE_OK ? written : code
            },
            xTruncate: { file, size in
                guard disk(file).admit(.truncate(path(file), to: Int(size))) else { return SQLITE_IOERR_TRUNCATE }
                return methods(file).xTruncate(below(file), size)
            },
            xSync: { file, flags in
                guard disk(file).admit(.sync(path(file))) else { return SQLITE_IOERR_FSYNC }
                return methods(file).xSync(below(file), flags)
            },
            xFileSize: { methods($0).xFileSize(below($0), $1) },
            xLock: { methods($0).xLock(below($0), $1) },
            xUnlock: { methods($0).xUnlock(below($0), $1) },
            xCheckReservedLock: { methods($0).xCheckReservedLock(below($0), $1) },
            xFileControl: { methods($0).xFileControl(below($0), $1, $2) },
            xSectorSize: { methods($0).xSectorSize(below($0)) },
            xDeviceCharacteristics: { methods($0).xDeviceCharacteristics(below($0)) },
            xShmMap: { methods($0).xShmMap(below($0), $1, $2, $3, $4) },
            xShmLock: { methods($0).xShmLock(below($0), $1, $2, $3) },
            xShmBarrier: { methods($0).xShmBarrier(below($0)) },
            xShmUnmap: { methods($0).xShmUnmap(below($0), $1) }))
    return pointer
}()
