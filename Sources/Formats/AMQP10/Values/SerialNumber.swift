/// Arithmetic of serial numbers (RFC 1982): distances wrap around, so 2 comes after 4,294,967,295.
enum SerialNumber {
    /// How far `later` is behind `earlier`, negative when it is before it.
    static func distance(from earlier: UInt32, to later: UInt32) -> Int {
        Int(Int32(bitPattern: later &- earlier))
    }

    static func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        distance(from: left, to: right) > 0
    }

    /// The window or credit that a sender has left (part 2, 2.5.6 and 2.6.7): what the receiver
    /// granted from its own count on, less what has been sent since.
    static func left(of granted: UInt32, from theirs: UInt32, to ours: UInt32) -> UInt32 {
        UInt32(clamping: Int64(granted) - Int64(distance(from: theirs, to: ours)))
    }
}
