import Fixtures
import Foundation
import Testing

@Suite("The master key", .timeLimit(.minutes(5)))
struct MasterKeyTests {
    @Test("is the file that the configuration names, whatever credential lies beside it")
    func file() async throws {
        let credentials = try ScratchDirectory()
        try credentials.write("not a key", to: "master-key")
        let rig = try await Rig(environment: ["CREDENTIALS_DIRECTORY": credentials.url.path])
        #expect(try await rig.daemon.stop() == 0)
    }

    @Test("that is not 32 bytes ends the start, and the log says how one is made")
    func tooShort() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        try Data("not a key".utf8).write(to: URL(filePath: rig.authority.masterKey))
        try rig.daemon.launch()
        #expect(try await rig.daemon.process.exit() == EX_CONFIG)
        let words = try await rig.daemon.logged("critical stopped")
        #expect(words.contains("openssl rand -out FILE 32"), "\(words)")
    }

    @Test("that is another than the database was made with ends the start")
    func another() async throws {
        let rig = try await Rig()
        #expect(try await rig.daemon.stop() == 0)
        try Data(repeating: 7, count: 32).write(to: URL(filePath: rig.authority.masterKey))
        try rig.daemon.launch()
        #expect(try await rig.daemon.process.exit() == EX_CONFIG)
    }
}
