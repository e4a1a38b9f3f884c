import Foundation

/// Something that happened on a connection of a `ProtonPeer`.
package struct PeerEvent: Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// The broker's open, session, link, or its refusal as a link with a null terminus.
        case opened, begun, attached
        /// Their ends, with the condition, if the broker gave one.
        case closed, ended, detached
        /// A sender's credit; a receiver's, as the broker sees it.
        case credit, flow
        case delivery, outcome
        /// The engine's own error, and the end of the line.
        case failed, gone
        /// Of a raw connection: TLS, a protocol header, a frame.
        case established, header, frame
        /// The test's: the command could not be done.
        case mistake
    }

    package let connection: String
    package let kind: Kind
    package let fields: [String: Field]

    init?(_ line: String) {
        guard let all = try? JSONDecoder().decode([String: Field].self, from: Data(line.utf8)),
            case .text(let connection) = all["on"], case .text(let event) = all["event"],
            let kind = Kind(rawValue: event)
        else { return nil }
        self.connection = connection
        self.kind = kind
        fields = all
    }

    /// With which a message was settled.
    package var outcome: String? { text("outcome") }

    package func text(_ name: String) -> String? { fields[name]?.text }
    package func number(_ name: String) -> Double? { fields[name]?.number }
    package func flag(_ name: String) -> Bool? { fields[name]?.flag }

    /// The condition of an end or a refusal.
    package var condition: String? { text("condition") }
    package var description: String { "\(kind) \(fields)" }
    /// What a condition says.
    package var words: String { text("description") ?? "" }

    package func info(_ name: String) -> Field? {
        guard case .object(let info) = fields["info"] else { return nil }
        return info[name]
    }

    /// A field of the JSON that was delivered.
    package func body(_ name: String) -> Field? {
        guard let text = text("body"),
            let body = try? JSONDecoder().decode([String: Field].self, from: Data(text.utf8))
        else { return nil }
        return body[name]
    }
}

/// A value in JSON.
package enum Field: Sendable, Hashable, Codable, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    case none
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Field])
    case object([String: Field])

    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .number(Double(number)) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(arrayLiteral items: Field...) { self = .list(items) }
    package init(dictionaryLiteral pairs: (String, Field)...) {
        self = .object(Dictionary(pairs) { $1 })
    }

    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .none
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Field].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Field].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .none: try value.encodeNil()
        case .flag(let flag): try value.encode(flag)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .object(let object): try value.encode(object)
        }
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var number: Double? { if case .number(let number) = self { number } else { nil } }
    package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
}
