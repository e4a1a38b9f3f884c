import Fixtures
import Foundation

/// A unit file of `Deploy/systemd`.
struct Unit {
    let name: String
    var text: String

    static func all() throws -> [Unit] {
        let directory = TestSurroundings.source.appending(path: "Deploy/systemd")
        return try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { $0.hasSuffix(".service") || $0.hasSuffix(".socket") }
            .sorted()
            .map { name in
                try Unit(
                    name: name,
                    text: String(contentsOf: directory.appending(path: name), encoding: .utf8))
            }
    }
}
