/// The five characters by which PostgreSQL classifies a condition (its appendix A).
package struct SQLState: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    package let rawValue: String

    /// Nil unless `rawValue` is five digits or upper-case ASCII letters.
    package init?(rawValue: String) {
        let valid = rawValue.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        }
        guard valid, rawValue.utf8.count == 5 else { return nil }
        self.rawValue = rawValue
    }

    private init(_ known: StaticString) {
        rawValue = known.description
    }

    /// The two characters that name the class: `23` holds the integrity violations.
    package var classCode: Substring { rawValue.prefix(2) }
    package var description: String { rawValue }

    package static let connectionFailure = SQLState("08006")
    package static let protocolViolation = SQLState("08P01")
    package static let numericValueOutOfRange = SQLState("22003")
    package static let invalidTextRepresentation = SQLState("22P02")
    package static let integrityConstraintViolation = SQLState("23000")
    package static let notNullViolation = SQLState("23502")
    package static let foreignKeyViolation = SQLState("23503")
    package static let uniqueViolation = SQLState("23505")
    package static let checkViolation = SQLState("23514")
    package static let exclusionViolation = SQLState("23P01")
    package static let readOnlyTransaction = SQLState("25006")
    package static let noActiveTransaction = SQLState("25P01")
    package static let inFailedTransaction = SQLState("25P02")
    package static let idleInTransactionTimeout = SQLState("25P03")
    package static let invalidStatementName = SQLState("26000")
    package static let invalidAuthorization = SQLState("28000")
    package static let invalidPassword = SQLState("28P01")
    package static let invalidCatalogName = SQLState("3D000")
    package static let serializationFailure = SQLState("40001")
    package static let statementCompletionUnknown = SQLState("40003")
    package static let deadlockDetected = SQLState("40P01")
    package static let syntaxError = SQLState("42601")
    package static let insufficientPrivilege = SQLState("42501")
    package static let undefinedTable = SQLState("42P01")
    package static let undefinedColumn = SQLState("42703")
    package static let duplicateStatement = SQLState("42P05")
    package static let duplicateTable = SQLState("42P07")
    package static let diskFull = SQLState("53100")
    package static let outOfMemory = SQLState("53200")
    package static let tooManyConnections = SQLState("53300")
    package static let objectInUse = SQLState("55006")
    package static let lockNotAvailable = SQLState("55P03")
    package static let queryCanceled = SQLState("57014")
    package static let adminShutdown = SQLState("57P01")
    package static let crashShutdown = SQLState("57P02")
    package static let cannotConnectNow = SQLState("57P03")
    package static let databaseDropped = SQLState("57P04")
    package static let idleSessionTimeout = SQLState("57P05")
    package static let ioError = SQLState("58030")
    package static let raisedException = SQLState("P0001")
    package static let internalError = SQLState("XX000")
    package static let dataCorrupted = SQLState("XX001")
}

/// What a caller can do about a fault of the database.
package enum FaultKind: Sendable, Hashable {
    /// This connection, or the server behind it, is of no more use: connect again, then retry
    /// what can be repeated.
    case connection
    /// A transaction may be committed: look for its traces before doing it again.
    case inDoubt
    /// The same work may succeed on the same connection, now or when the pressure is over.
    case transient
    /// The same work will fail again.
    case permanent
}

extension SQLState {
    package var kind: FaultKind {
        switch self {
        case .readOnlyTransaction:
            // The server has become a standby: another one takes writes now.
            .connection
        case .idleInTransactionTimeout, .statementCompletionUnknown, .adminShutdown,
            .crashShutdown, .cannotConnectNow, .databaseDropped, .idleSessionTimeout,
            .tooManyConnections:
            .connection
        case .lockNotAvailable, .objectInUse, .queryCanceled, .ioError:
            .transient
        default:
            switch classCode {
            case "08": .connection
            case "40", "53": .transient
            default: .permanent
            }
        }
    }
}
