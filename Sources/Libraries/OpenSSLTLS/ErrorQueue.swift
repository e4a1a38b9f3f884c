import COpenSSL

/// OpenSSL's error queue of this thread. It is cleared before each call whose outcome is read from
/// it, since `SSL_get_error` looks at whatever earlier calls left there.
enum ErrorQueue {
    struct Entry {
        /// `ERR_GET_LIB`
        let library: Int32
        /// `ERR_GET_REASON`
        let reason: Int32
        let text: String
    }

    static func clear() { ERR_clear_error() }

    /// Takes the oldest entry, which is the cause, and drops the rest.
    static func take() -> Entry? {
        let code = ERR_get_error()
        guard code != 0 else { return nil }
        defer { ERR_clear_error() }
        let text = ERR_reason_error_string(code).map { String(cString: $0) }
        return Entry(
            library: ERR_GET_LIB(code), reason: ERR_GET_REASON(code),
            text: text ?? "error \(String(code, radix: 16))")
    }

    static func takeText() -> String { take()?.text ?? "no reason given" }
}
