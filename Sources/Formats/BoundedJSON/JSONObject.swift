/// An object of a document; its members are in the order of the text.
package struct JSONObject: Sendable, Sequence {
    package typealias Element = (name: String, value: JSONValue)

    let document: JSONDocument
    let position: Int

    package var count: Int { Int(document.index[position].count) }

    /// The object as a value, for its pointer and bytes.
    package var value: JSONValue { JSONValue(document: document, position: position) }

    /// The member of a name, found by looking at each: right for one or two; to read all of an
    /// object, use a `MemberCursor`.
    package subscript(name: String) -> JSONValue? {
        var cursor = MemberCursor(self)
        return cursor.take(name)
    }

    package func makeIterator() -> Iterator { Iterator(self) }

    package struct Iterator: IteratorProtocol {
        private let document: JSONDocument
        private var name: Int
        private let end: Int

        init(_ object: JSONObject) {
            document = object.document
            name = object.position + 1
            end = Int(object.document.index[object.position].next)
        }

        package mutating func next() -> Element? {
            guard name < end else { return nil }
            let value = JSONValue(document: document, position: name + 1)
            defer { name = Int(document.index[name + 1].next) }
            return (document.string(at: name) ?? "", value)
        }
    }

    /// Takes members by name, quickest in the order in which they stand, and knows which were
    /// never asked for.
    package struct MemberCursor {
        package let object: JSONObject
        private let end: Int
        /// The name entry to look at first: behind the one that was taken last.
        private var next: Int
        private var untaken: Int

        package init(_ object: JSONObject) {
            self.object = object
            end = Int(object.document.index[object.position].next)
            next = object.position + 1
            untaken = object.count
        }

        /// Whether each member was taken, if no name was asked for twice.
        package var isExhausted: Bool { untaken == 0 }

        /// The member of a name, or nil. Ask for each name once.
        package mutating func take(_ name: String) -> JSONValue? {
            let first = object.position + 1
            guard let found = find(name, from: next, to: end) ?? find(name, from: first, to: next)
            else { return nil }
            next = Int(object.document.index[found + 1].next)
            untaken -= 1
            return JSONValue(document: object.document, position: found + 1)
        }

        private func find(_ name: String, from start: Int, to end: Int) -> Int? {
            let wanted = name.utf8.span
            let fingerprint = JSONIndexer.fingerprint(0, wanted.count, wanted)
            let (index, bytes) = (object.document.index, object.document.bytes)
            let text = bytes.span
            var entry = start
            while entry < end {
                let found = index[entry]
                if found.kind == .escapedString {
                    if object.document.string(at: entry) == name { return entry }
                } else if found.count == fingerprint, text.holds(wanted, at: found) {
                    return entry
                }
                entry = Int(index[entry + 1].next)
            }
            return nil
        }
    }
}

extension Span<UInt8> {
    /// Whether an entry's bytes are these.
    fileprivate func holds(_ wanted: Span<UInt8>, at entry: JSONDocument.Entry) -> Bool {
        let start = Int(entry.start)
        guard wanted.count == Int(entry.end) - start else { return false }
        for place in 0..<wanted.count where wanted[place] != self[start + place] { return false }
        return true
    }
}

/// An array of a document.
package struct JSONArray: Sendable, Sequence {
    let document: JSONDocument
    let position: Int

    package var count: Int { Int(document.index[position].count) }

    package func makeIterator() -> Iterator { Iterator(self) }

    package struct Iterator: IteratorProtocol {
        private let document: JSONDocument
        private var entry: Int
        private let end: Int

        init(_ array: JSONArray) {
            document = array.document
            entry = array.position + 1
            end = Int(array.document.index[array.position].next)
        }

        package mutating func next() -> JSONValue? {
            guard entry < end else { return nil }
            defer { entry = Int(document.index[entry].next) }
            return JSONValue(document: document, position: entry)
        }
    }
}
