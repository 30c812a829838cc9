import BACnet

/// Why a simulated device does not do what it is asked.
enum DeviceRefusal: Error, Hashable, Sendable {
    case error(ServiceError)
    case writeError(ServiceError, ObjectIdentifier, PropertyReference)
    case reject(RejectReason)
    case abort(AbortReason)
    case silence
}
