/// Why bytes are not a value: always the peer's violation, never ours.
package struct DecodingFault: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Reason: Equatable, Sendable {
        /// The bytes end inside the value, or a size reaches beyond what encloses it.
        case truncated
        /// A constructor that the standard does not define.
        case unknownFormatCode(UInt8)
        /// A constructor of another type than the field has.
        case unexpectedType(code: UInt8)
        /// A described type that may not stand here.
        case unexpectedDescriptor
        case missing
        /// What is wrong with the value, in words.
        case invalid(String)
        /// A limit of ours, in words with its figure.
        case limitExceeded(String)
    }

    package let reason: Reason
    /// The field in which it was found, as `performative.field`.
    package let field: String

    init(_ reason: Reason, in field: String) {
        self.reason = reason
        self.field = field
    }

    package var description: String {
        switch reason {
        case .truncated: "\(field): the bytes end before the value does"
        case .unknownFormatCode(let code):
            "\(field): 0x\(String(code, radix: 16)) is not a constructor of AMQP 1.0"
        case .unexpectedType(let code):
            "\(field): the constructor 0x\(String(code, radix: 16)) is of another type"
        case .unexpectedDescriptor: "\(field): a described type that may not stand here"
        case .missing: "\(field): must be given"
        case .invalid(let words): "\(field): \(words)"
        case .limitExceeded(let words): "\(field): \(words)"
        }
    }

    /// The condition with which it is answered.
    package var condition: AMQPCondition {
        switch reason {
        case .truncated, .unknownFormatCode: .decodeError
        case .unexpectedType, .unexpectedDescriptor, .missing, .invalid: .invalidField
        case .limitExceeded: .resourceLimitExceeded
        }
    }
}
