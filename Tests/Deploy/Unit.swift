import Fixtures
import Foundation

/// A unit file of `Deploy/systemd`.
struct Unit {
    let name: String
    var text: String

    static let directory = TestSurroundings.source.appending(path: "Deploy/systemd")

    /// What the lines of a key say, in their order.
    func values(of key: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("\(key)=") }
            .map { String($0.dropFirst(key.count + 1)) }
    }

    static func all() throws -> [Unit] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { $0.hasSuffix(".service") || $0.hasSuffix(".socket") }
            .sorted()
            .map { name in
                try Unit(
                    name: name,
                    text: String(contentsOf: directory.appending(path: name), encoding: .utf8))
            }
    }
}
