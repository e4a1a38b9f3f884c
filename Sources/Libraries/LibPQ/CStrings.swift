import Glibc

/// A list of C strings that ends in NULL; wiped when it goes, as one of them may be a password.
struct CStrings: ~Copyable {
    private let list: UnsafeMutableBufferPointer<UnsafePointer<CChar>?>

    init(_ strings: [String]) {
        list = .allocate(capacity: strings.count + 1)
        for (index, string) in strings.enumerated() {
            list.initializeElement(at: index, to: UnsafePointer(strdup(string)))
        }
        list.initializeElement(at: strings.count, to: nil)
    }

    deinit {
        for case let string? in list {
            let bytes = UnsafeMutablePointer(mutating: string)
            explicit_bzero(bytes, strlen(bytes))
            free(bytes)
        }
        list.deallocate()
    }

    /// Valid as long as this value.
    var pointer: UnsafePointer<UnsafePointer<CChar>?>? {
        UnsafePointer(list.baseAddress)
    }
}
