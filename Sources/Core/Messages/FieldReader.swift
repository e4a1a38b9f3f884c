import BoundedJSON
import Referrals

/// Reads the fields of one object of a message. Each method gives nil where the field is absent,
/// `null` or faulty, and adds a refusal where that is wrong, so that a message is read to its end
/// whatever is wrong with it.
struct FieldReader {
    enum Presence {
        case required, optional
    }

    let refusals: RefusalList
    private var cursor: JSONObject.MemberCursor

    init(_ object: JSONObject, refusals: RefusalList) {
        self.refusals = refusals
        cursor = JSONObject.MemberCursor(object)
    }

    var object: JSONObject { cursor.object }

    /// The JSON Pointer of a field, whether it is there or not.
    func pointer(_ name: String) -> String { "\(object.value.pointer)/\(name)" }

    func refuse(_ name: String, _ problem: String, _ remedy: String) {
        refusals.add(.invalid, pointer(name), problem, remedy)
    }

    mutating func text(_ name: String, _ shape: TextShape, _ presence: Presence) -> String? {
        guard let text = string(name, presence, shape.demand) else { return nil }
        guard shape.accepts(text) else {
            refuse(name, "the text has not the shape of this field", shape.demand)
            return nil
        }
        return text
    }

    mutating func identifier<ID: Identifier>(
        _ name: String, _ shape: TextShape, _ presence: Presence
    ) -> ID? {
        text(name, shape, presence).map(ID.init(rawValue:))
    }

    /// A code of a closed set.
    mutating func code<Code: RawRepresentable & CaseIterable>(
        _ name: String, _ presence: Presence
    ) -> Code? where Code.RawValue == String {
        guard let value = take(name, presence, { "write " + Self.list(Code.self) }) else {
            return nil
        }
        guard let text = value.string else {
            mismatch(value, name, "a string", "write " + Self.list(Code.self))
            return nil
        }
        if let code = Code(rawValue: text) { return code }
        let known = Code.allCases.map(\.rawValue)
        refuse(
            name, "there is no such code",
            NearestName.question(about: text, among: known) + "write " + Self.list(Code.self))
        return nil
    }

    mutating func date(_ name: String, _ presence: Presence) -> CalendarDate? {
        let demand = "write a day, such as 2026-12-24"
        guard let text = string(name, presence, demand) else { return nil }
        do {
            return try Moment.date(text)
        } catch {
            refuse(name, error.problem, demand)
            return nil
        }
    }

    /// A day, or a day with time and offset.
    mutating func moment(_ name: String, _ presence: Presence) -> Moment? {
        let demand = "write a day, such as 2026-12-24, or a time, such as 2026-12-24T09:00:00Z"
        guard let text = string(name, presence, demand) else { return nil }
        do {
            return try Moment(text)
        } catch {
            refuse(name, error.problem, demand)
            return nil
        }
    }

    mutating func instant(_ name: String, _ presence: Presence) -> Instant? {
        let demand = "write a time with its offset, such as 2026-12-24T09:00:00+02:00"
        guard let text = string(name, presence, demand) else { return nil }
        do {
            return try Moment(dateTime: text).instant
        } catch {
            refuse(name, error.problem, demand)
            return nil
        }
    }

    mutating func boolean(_ name: String, _ presence: Presence) -> Bool? {
        guard let value = take(name, presence, { "write true or false" }) else { return nil }
        if let boolean = value.boolean { return boolean }
        mismatch(value, name, "true or false", "write true or false")
        return nil
    }

    /// The number that a field must be.
    mutating func constant(_ name: String, _ number: Int64) {
        guard let value = take(name, .required, { "write \(number)" }) else { return }
        guard value.integer != number else { return }
        refuse(name, "this broker serves version \(number) of the contract", "write \(number)")
    }

    /// A reader for an object within.
    mutating func object(_ name: String, _ presence: Presence) -> FieldReader? {
        guard let value = take(name, presence, { "write an object" }) else { return nil }
        if let object = value.object { return FieldReader(object, refusals: refusals) }
        mismatch(value, name, "an object", "write an object")
        return nil
    }

    /// The elements of an array; none where it is absent, `null` or faulty.
    mutating func elements(_ name: String, limit: Int) -> [JSONValue] {
        guard let value = take(name, .optional, { "" }) else { return [] }
        guard let array = value.array else {
            mismatch(value, name, "an array", "write an array")
            return []
        }
        guard array.count <= limit else {
            refusals.add(
                .limit, pointer(name), "there are more than \(limit) of these",
                "send at most \(limit)")
            return []
        }
        return Array(array)
    }

    /// Whether a field is there and not `null`, faulty or not.
    func isPresent(_ name: String) -> Bool {
        object[name].map { !$0.isNull } ?? false
    }

    /// Refuses each member that is none of the known ones.
    func finish(known names: @autoclosure () -> [String]) {
        guard !cursor.isExhausted else { return }
        let known = names()
        for (name, value) in object where !known.contains(name) {
            refusals.add(
                .invalid, value.pointer, "there is no such field here",
                NearestName.question(about: name, among: known) + "the fields are "
                    + known.joined(separator: ", "))
        }
    }

    static func list<Code: RawRepresentable & CaseIterable>(_ codes: Code.Type) -> String
    where Code.RawValue == String {
        codes.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private mutating func take(
        _ name: String, _ presence: Presence, _ demand: () -> String
    ) -> JSONValue? {
        if let value = cursor.take(name), !value.isNull { return value }
        if presence == .required { refuse(name, "this field is missing", demand()) }
        return nil
    }

    mutating func string(
        _ name: String, _ presence: Presence, _ demand: @autoclosure () -> String
    ) -> String? {
        guard let value = take(name, presence, demand) else { return nil }
        if let string = value.string { return string }
        mismatch(value, name, "a string", demand())
        return nil
    }

    private func mismatch(_ value: JSONValue, _ name: String, _ wanted: String, _ remedy: String) {
        refuse(name, "\(wanted) is wanted, and here is \(value.kind.article)", remedy)
    }
}

extension JSONValue.Kind {
    /// The kind with its article, for a sentence.
    var article: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        }
    }
}

extension Moment.Fault {
    fileprivate var problem: String {
        switch self {
        case .notADate: "this is not a day as RFC 3339 writes it"
        case .notADateTime: "this is not a time as RFC 3339 writes it"
        case .impossible: "the calendar has no such day or time"
        }
    }
}
