/// The reader's one pass: it checks the text and writes the index.
struct JSONIndexer {
    typealias Entry = JSONDocument.Entry

    /// A fault before its path is known: the path is worked out only for a text that fails.
    struct Fault: Error {
        let kind: JSONError.Kind
        let offset: Int
        /// The entry of the name that stands twice.
        var name: Int?

        init(_ kind: JSONError.Kind, at offset: Int, name: Int? = nil) {
            self.kind = kind
            self.offset = offset
            self.name = name
        }
    }

    let limits: JSONLimits
    var index: [Entry] = []
    /// The objects and arrays around the place that is being read; after a fault, around it.
    var open: [Int] = []

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func read(_ text: Span<UInt8>) throws(Fault) {
        guard text.count <= min(limits.bytes, Int(Int32.max)) else {
            throw Fault(.textTooLong(limit: limits.bytes), at: limits.bytes)
        }
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            throw Fault(.byteOrderMark, at: 0)
        }
        index.reserveCapacity(min(text.count / 8 + 8, limits.values))
        var position = 0
        try readValue(text, &position)
        Self.skipSpace(text, &position)
        guard position == text.count else { throw Fault(.trailingBytes, at: position) }
    }

    private mutating func readValue(_ text: Span<UInt8>, _ position: inout Int) throws(Fault) {
        Self.skipSpace(text, &position)
        guard position < text.count else { throw Fault(.truncated, at: position) }
        switch text[position] {
        case UInt8(ascii: "\""):
            let string = try Self.readString(text, &position)
            guard string.end - string.start <= limits.string else {
                throw Fault(.stringTooLong(limit: limits.string), at: string.start)
            }
            try append(string.isEscaped ? .escapedString : .string, string.start, string.end)
        case UInt8(ascii: "{"):
            try readObject(text, &position)
        case UInt8(ascii: "["):
            try readArray(text, &position)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let start = position
            try Self.readNumber(text, &position)
            guard position - start <= limits.number else {
                throw Fault(.numberTooLong(limit: limits.number), at: start)
            }
            try append(.number, start, position)
        case UInt8(ascii: "t"):
            try readLiteral(.true, 0x7472_7565, length: 4, text, &position)
        case UInt8(ascii: "f"):
            try readLiteral(.false, 0x66_616C_7365, length: 5, text, &position)
        case UInt8(ascii: "n"):
            try readLiteral(.null, 0x6E75_6C6C, length: 4, text, &position)
        default:
            throw Fault(.unexpectedByte(expected: .value), at: position)
        }
    }

    private mutating func readObject(_ text: Span<UInt8>, _ position: inout Int) throws(Fault) {
        let object = try begin(.object, at: position)
        position += 1
        var count = 0
        var hasEscapedName = false
        Self.skipSpace(text, &position)
        if position < text.count, text[position] == UInt8(ascii: "}") {
            end(object, count: 0, &position)
            return
        }
        var expected = JSONError.Expected.nameOrEnd
        while true {
            guard position < text.count else { throw Fault(.truncated, at: position) }
            guard text[position] == UInt8(ascii: "\"") else {
                throw Fault(.unexpectedByte(expected: expected), at: position)
            }
            guard count < limits.members else {
                throw Fault(.tooManyMembers(limit: limits.members), at: position)
            }
            count += 1
            let name = try Self.readString(text, &position)
            guard name.end - name.start <= limits.name else {
                throw Fault(.nameTooLong(limit: limits.name), at: name.start)
            }
            hasEscapedName = hasEscapedName || name.isEscaped
            try append(
                name.isEscaped ? .escapedString : .string, name.start, name.end,
                count: Self.fingerprint(name.start, name.end, text))
            Self.skipSpace(text, &position)
            guard position < text.count else { throw Fault(.truncated, at: position) }
            guard text[position] == UInt8(ascii: ":") else {
                throw Fault(.unexpectedByte(expected: .colon), at: position)
            }
            position += 1
            try readValue(text, &position)
            Self.skipSpace(text, &position)
            guard position < text.count else { throw Fault(.truncated, at: position) }
            if text[position] == UInt8(ascii: "}") { break }
            guard text[position] == UInt8(ascii: ",") else {
                throw Fault(.unexpectedByte(expected: .commaOrObjectEnd), at: position)
            }
            position += 1
            Self.skipSpace(text, &position)
            expected = .name
        }
        try refuseDuplicates(in: object, count: count, hasEscapedName: hasEscapedName, text)
        end(object, count: count, &position)
    }

    private mutating func readArray(_ text: Span<UInt8>, _ position: inout Int) throws(Fault) {
        let array = try begin(.array, at: position)
        position += 1
        var count = 0
        Self.skipSpace(text, &position)
        if position < text.count, text[position] == UInt8(ascii: "]") {
            end(array, count: 0, &position)
            return
        }
        while true {
            guard count < limits.members else {
                throw Fault(.tooManyMembers(limit: limits.members), at: position)
            }
            try readValue(text, &position)
            count += 1
            Self.skipSpace(text, &position)
            guard position < text.count else { throw Fault(.truncated, at: position) }
            if text[position] == UInt8(ascii: "]") { break }
            guard text[position] == UInt8(ascii: ",") else {
                throw Fault(.unexpectedByte(expected: .commaOrArrayEnd), at: position)
            }
            position += 1
        }
        end(array, count: count, &position)
    }

    /// Reads `true`, `false` or `null`.
    ///
    /// - Parameter word: the literal's bytes, big-endian.
    private mutating func readLiteral(
        _ kind: Entry.Kind, _ word: UInt64, length: Int, _ text: Span<UInt8>,
        _ position: inout Int
    ) throws(Fault) {
        let start = position
        var read: UInt64 = 0
        while position < text.count, position < start + length {
            read = read << 8 | UInt64(text[position])
            position += 1
        }
        guard read == word else {
            let isCut = position == text.count && position < start + length
            guard isCut, word >> UInt64(8 * (length - (position - start))) == read else {
                throw Fault(.invalidLiteral, at: start)
            }
            throw Fault(.truncated, at: position)
        }
        try append(kind, start, position)
    }

    // MARK: The index

    private mutating func append(
        _ kind: Entry.Kind, _ start: Int, _ end: Int, count: UInt32 = 0
    ) throws(Fault) {
        guard index.count < limits.values else {
            throw Fault(.tooManyValues(limit: limits.values), at: start)
        }
        index.append(
            Entry(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: index.count + 1), count: count, kind: kind))
    }

    private mutating func begin(_ kind: Entry.Kind, at start: Int) throws(Fault) -> Int {
        let depth = min(limits.depth, 256)
        guard open.count < depth else { throw Fault(.tooDeep(limit: depth), at: start) }
        let entry = index.count
        try append(kind, start, start)
        index[entry].next = 0
        open.append(entry)
        return entry
    }

    private mutating func end(_ entry: Int, count: Int, _ position: inout Int) {
        position += 1
        index[entry].end = UInt32(truncatingIfNeeded: position)
        index[entry].next = UInt32(truncatingIfNeeded: index.count)
        index[entry].count = UInt32(truncatingIfNeeded: count)
        open.removeLast()
    }
}
