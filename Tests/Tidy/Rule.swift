import Testing

/// A rule of style that is worth a test: a pure function of one file.
struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    let check: @Sendable (SourceFile) -> [Violation]

    var testDescription: String { name }

    static let all: [Rule] = [
        .importsPointInward, .packagesOfRing, .unsafeCode, .fileLength, .functionLength,
        .lineLength, .bannedCalls, .unfinished, .typeNames, .machinePaths,
    ]
}

// MARK: Rings

extension Rule {
    /// Imports of our own modules point inward, and formats use no library.
    static let importsPointInward = Rule(name: "imports point inward") { file in
        guard let (ring, _) = file.module else { return [] }
        return Import.all(in: file).compactMap { found in
            guard let other = SourceTree.rings[found.module] else { return nil }
            let isAllowed = ring == .formats ? other == .formats : other <= ring
            guard !isAllowed else { return nil }
            return file.violation(
                line: found.line,
                "\(ring.rawValue) may not import \(found.module) of \(other.rawValue): move the "
                    + "code outward, or pass in what it needs")
        }
    }

    /// What each ring may import of the system's modules and of packages. Programs may all.
    private static let packages: [Ring: Set<String>] = [
        .libraries: [
            "Glibc", "Synchronization", "NIOCore", "NIOConcurrencyHelpers", "Logging",
        ],
        .formats: ["DequeModule", "NIOCore", "Yams"],
        .core: [],
        .broker: ["DequeModule", "NIOConcurrencyHelpers", "Logging"],
        .doors: [
            "NIOCore", "NIOPosix", "NIOConcurrencyHelpers", "Logging", "Synchronization",
            "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "HTTPTypes", "Hummingbird",
            "HummingbirdCore", "ServiceLifecycle",
        ],
    ]

    /// Core has no clock, no logger and no I/O; formats have no socket.
    static let packagesOfRing = Rule(name: "each ring imports the packages that are for it") {
        file in
        guard let (ring, _) = file.module, let allowed = packages[ring] else { return [] }
        return Import.all(in: file).compactMap { found in
            guard SourceTree.rings[found.module] == nil, !allowed.contains(found.module),
                found.module != "Foundation", found.module != "FoundationEssentials"
            else { return nil }
            return file.violation(
                line: found.line,
                "\(ring.rawValue) does not use \(found.module); it may import "
                    + (allowed.isEmpty
                        ? "our own modules only" : allowed.sorted().joined(separator: ", ")))
        }
    }

    /// What the compiler cannot check lives in `Sources/Libraries`.
    static let unsafeCode = Rule(name: "unsafe code lives in Sources/Libraries") { file in
        guard let (ring, _) = file.module, ring != .libraries else { return [] }
        let words: Set<Substring> = ["unchecked", "unsafe", "unsafeBitCast"]
        let tokens = file.tokens
        return tokens.indices.filter { index in
            let text = tokens[index].text
            // NIO's way to a socket's options: it hands out a descriptor, and no pointer.
            if text == "withUnsafeTransportIfAvailable" { return false }
            // `.unsafe` is somebody's name for a case.
            let isCase = index > 0 && [".", "case"].contains(tokens[index - 1].text)
            return words.contains(text) && !isCase || text.hasPrefix("Unsafe")
                || text.hasPrefix("withUnsafe")
        }.map {
            file.violation(
                line: tokens[$0].line,
                "unsafe code is for Sources/Libraries: put a safe interface there and use it here")
        }
    }
}

// MARK: Lengths

extension Rule {
    static let fileLength = Rule(name: "files have at most 500 lines") { file in
        guard file.isSwift else { return [] }
        let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
        guard count > 500 else { return [] }
        return [file.violation(line: 500, "\(count) lines: split it by subject, at most 500")]
    }

    static let functionLength = Rule(name: "functions have at most 60 lines") { file in
        Function.all(in: file).filter { $0.length > 60 }.map {
            file.violation(
                line: $0.line, "\($0.name) has \($0.length) lines: split it by step, at most 60")
        }
    }

    static let lineLength = Rule(name: "lines have at most 100 columns") { file in
        guard file.isSwift else { return [] }
        // What a literal says is as long as it is.
        return zip(file.lines, file.isLiteral).enumerated().filter {
            $0.element.0.utf8.count > 100 && $0.element.0.count > 100 && !$0.element.1
        }.map {
            file.violation(
                line: $0.offset + 1, "\($0.element.0.count) columns: break it, at most 100")
        }
    }
}

// MARK: Words

extension Rule {
    /// A call that is not made here, and what is used instead.
    private struct Ban: Sendable {
        /// Its tokens.
        let call: [Substring]
        let instead: String
        /// Where it may be used all the same.
        let isAllowed: @Sendable (SourceFile) -> Bool

        init(
            _ call: Substring..., instead: String,
            isAllowed: @escaping @Sendable (SourceFile) -> Bool = { _ in false }
        ) {
            self.call = call
            self.instead = instead
            self.isAllowed = isAllowed
        }
    }

    private static let isOurs: @Sendable (SourceFile) -> Bool = { $0.path.hasPrefix("Sources/") }

    /// Files that may import Foundation, each with its reason.
    private static let foundation: [String: String] = [:]

    private static let bans: [Ban] = [
        Ban("fatalError", "(", instead: "throw, or make the state impossible") {
            $0.path == "Package.swift"
        },
        Ban("try", "!", instead: "throw the error on, or #require in a test"),
        Ban("as", "!", instead: "as? with a refusal, or a type that needs no cast"),
        Ban("print", "(", instead: "the logger that was passed in") {
            $0.path.hasPrefix("Sources/Programs/") || $0.path.hasPrefix("Tests/")
        },
        Ban("Task", ".", "sleep", instead: "wait for the event, or drive the clock passed in"),
        Ban("Thread", ".", "sleep", instead: "wait for the event"),
        Ban("usleep", "(", instead: "wait for the event"),
        Ban("DispatchQueue", instead: "an actor, or an event loop") { !isOurs($0) },
        Ban("Date", "(", ")", instead: "the `now` that was passed in") {
            // A program that runs once may ask what time it is; the daemon's clock is passed in.
            !isOurs($0) || $0.path.hasPrefix("Sources/Programs/throughcare")
        },
        Ban("import", "Foundation", instead: "Glibc in Libraries, plain Swift elsewhere") {
            !isOurs($0) || $0.path.hasPrefix("Sources/Programs/") || foundation[$0.path] != nil
        },
    ]

    static let bannedCalls = Rule(name: "calls with a better replacement are not made") { file in
        bans.flatMap { ban in
            ban.isAllowed(file)
                ? []
                : file.tokens.lines(of: ban.call).map {
                    file.violation(
                        line: $0, "`\(ban.call.joined())`: instead, \(ban.instead)")
                }
        }
    }

    /// What is to be done is an issue, not a comment.
    static let unfinished = Rule(name: "nothing is left to do in a comment") { file in
        guard file.isSwift || file.path.hasSuffix(".sql") else { return [] }
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        guard words.contains(where: file.text.contains) else { return [] }
        return file.lines.enumerated().flatMap { index, line in
            let parts = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            return words.filter { parts.contains(Substring($0)) }.map {
                file.violation(line: index + 1, "\($0): do it, or open an issue and say so there")
            }
        }
    }

    private static let suffixes = ["Manager", "Helper", "Util", "Utils", "Common", "Base", "Impl"]

    static let typeNames = Rule(name: "types are named after what they are") { file in
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "actor", "protocol", "typealias",
        ]
        return zip(file.tokens, file.tokens.dropFirst()).compactMap { kind, name in
            guard kinds.contains(kind.text),
                let suffix = suffixes.first(where: name.text.hasSuffix)
            else { return nil }
            return file.violation(
                line: name.line,
                "\(name.text): «\(suffix)» says nothing; name it after what it is or does")
        }
    }

    /// A path of the machine on which something was written is of no use on another.
    static let machinePaths = Rule(name: "no path of a machine is in the tree") { file in
        let paths = ["/wo" + "rk/", "/ro" + "ot/"]
        guard paths.contains(where: file.text.contains) else { return [] }
        return file.lines.enumerated().flatMap { index, line in
            paths.filter { line.contains($0) }.map {
                file.violation(line: index + 1, "\($0): make it relative to the tree")
            }
        }
    }
}
