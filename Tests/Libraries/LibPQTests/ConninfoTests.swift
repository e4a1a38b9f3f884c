import LibPQ
import Testing

@Suite("A connection string is checked before it is used")
struct ConninfoTests {
    @Test(
        "What it says can be asked, except its secrets",
        arguments: [
            "host=db.example port=5433 user=broker password='s e=cret' sslpassword=s-ecret",
            "postgresql://broker:s%20e%3Dcret@db.example:5433/?sslpassword=s-ecret",
        ])
    func secrets(_ text: String) throws {
        let conninfo = try Conninfo(text)
        #expect(conninfo["host"] == "db.example")
        #expect(conninfo["port"] == "5433")
        #expect(conninfo["user"] == "broker")
        #expect(conninfo["dbname"] == nil)
        #expect(conninfo["password"] == nil)
        var dumped = ""
        dump(conninfo, to: &dumped)
        for shown in ["\(conninfo)", String(reflecting: conninfo), dumped] {
            #expect(!shown.contains("cret"), "\(shown)")
        }
        #expect("\(conninfo)".contains("password=…"))
    }

    @Test(
        "A fault says what is wrong",
        arguments: [
            ("hots=db", "\"hots\""), ("host", "missing \"=\" after \"host\""),
            ("host='db", "unterminated quoted string"),
            ("password=x hots=db", "invalid connection option"),
            ("host=db password", "missing"),
        ])
    func faults(_ text: String, _ expected: String) {
        let failed = failure { _ = try Conninfo(text) }
        #expect(failed?.description.contains(expected) == true, "\(String(describing: failed))")
        #expect(failed?.kind == .permanent)
    }

    @Test(
        "A fault never shows a piece of a password",
        arguments: [
            "password=a s3cret", "password=a s3cret=x", "host=h passwrd=s3cret",
            "postgresql://u:s3cret@[::1/db", "postgresql://u:s3cret@h:5432:x/db?a",
            "postgresql://u:s3cret%zz@h/db", "password='s3cret", "password=a \"s3cret\" b",
        ])
    func faultsWithSecrets(_ text: String) {
        let failed = failure { _ = try Conninfo(text) }
        #expect(failed?.description.contains("s3cret") == false, "\(String(describing: failed))")
    }
}
