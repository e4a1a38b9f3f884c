/// A `timestamptz`: microseconds since 1970-01-01 00:00 UTC.
package struct Timestamptz: BinaryValue, Hashable, Comparable {
    package let microsecondsSinceUnixEpoch: Int64

    package init(microsecondsSinceUnixEpoch: Int64) {
        self.microsecondsSinceUnixEpoch = microsecondsSinceUnixEpoch
    }

    /// PostgreSQL's `infinity`.
    package static let distantFuture = Timestamptz(microsecondsSinceUnixEpoch: .max)
    /// PostgreSQL's `-infinity`.
    package static let distantPast = Timestamptz(microsecondsSinceUnixEpoch: .min)

    package static func < (left: Timestamptz, right: Timestamptz) -> Bool {
        left.microsecondsSinceUnixEpoch < right.microsecondsSinceUnixEpoch
    }

    package static var postgresType: PostgresType { .timestamptz }
    package static var postgresArrayType: PostgresType { .timestamptzArray }

    /// PostgreSQL counts from 2000-01-01 00:00 UTC.
    static var postgresEpoch: Int64 { 946_684_800_000_000 }

    /// A moment before PostgreSQL's first one becomes `-infinity`.
    package func encode(into buffer: inout WireBuffer) {
        let unix = microsecondsSinceUnixEpoch
        guard unix != .max, unix != .min else { return buffer.append(unix) }
        let (wire, overflow) = unix.subtractingReportingOverflow(Self.postgresEpoch)
        buffer.append(overflow ? Int64.min : wire)
    }

    /// The last 30 years before the year 294277 do not fit and are `outOfRange`.
    package init(binary bytes: RawSpan) throws(BinaryFault) {
        guard bytes.byteCount == 8 else { throw .wrongLength(bytes.byteCount) }
        let wire = bytes.bigEndian(Int64.self)
        guard wire != .max, wire != .min else {
            self.init(microsecondsSinceUnixEpoch: wire)
            return
        }
        let (unix, overflow) = wire.addingReportingOverflow(Self.postgresEpoch)
        guard !overflow else { throw .outOfRange }
        self.init(microsecondsSinceUnixEpoch: unix)
    }
}
