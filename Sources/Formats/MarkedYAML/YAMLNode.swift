/// A value of a document with its position: Yams's tree without what a file of ours may not use.
struct YAMLNode: Sendable {
    var kind: Kind
    /// From 1.
    var line: Int?
    var column: Int?
    /// Where the value came from, if not from the document's own file.
    var source: String?

    enum Kind: Sendable {
        /// No value: an empty place, `~` or `null`.
        case nothing
        /// `plain` is false where the file has quotes or a block, which make it text and not a
        /// number.
        case scalar(String, plain: Bool)
        case list([YAMLNode])
        /// In the order of the file, with each key once.
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var keyLine: Int?
        var keyColumn: Int?
        var value: YAMLNode
    }

    /// The node in words, for "expected a list, found …".
    var words: String {
        switch kind {
        case .nothing: "nothing"
        case .scalar(let text, plain: true): text.quoted
        case .scalar(let text, plain: false): "the text \(text.quoted)"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// The keys and indices from the top of a document to a node.
indirect enum YAMLPath: Sendable {
    case top
    case key(String, of: YAMLPath)
    case index(Int, of: YAMLPath)

    /// As in `agencies[3]."free key".id`.
    var text: String {
        switch self {
        case .top:
            return ""
        case .key(let key, .top):
            return Self.word(key)
        case .key(let key, let parent):
            return "\(parent.text).\(Self.word(key))"
        case .index(let index, let parent):
            return "\(parent.text)[\(index)]"
        }
    }

    private static func word(_ key: String) -> String {
        let isWord = key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default:
                false
            }
        }
        return isWord && !key.isEmpty ? key : key.quoted
    }
}
