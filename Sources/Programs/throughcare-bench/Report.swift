/// A measured value, and what is aimed at.
struct Figure: Sendable {
    enum Aim: Sendable {
        case atLeast(Double)
        case atMost(Double)
        /// Told for comparison.
        case none
    }

    let scenario: String
    let name: String
    let unit: String
    let aim: Aim
    let value: Double

    init(
        _ scenario: Scenario, _ name: String, _ value: Double, _ unit: String, aim: Aim = .none
    ) {
        self.scenario = scenario.rawValue
        self.name = name
        self.value = value
        self.unit = unit
        self.aim = aim
    }
}

/// The figures of several rounds, as a Markdown table of medians.
struct Report {
    private var rows: [(figure: Figure, values: [Double])] = []

    mutating func add(_ figures: [Figure]) {
        for figure in figures {
            let index = rows.firstIndex {
                $0.figure.scenario == figure.scenario && $0.figure.name == figure.name
            }
            if let index {
                rows[index].values.append(figure.value)
            } else {
                rows.append((figure, [figure.value]))
            }
        }
    }

    var markdown: String {
        let head = """
            | scenario | figure | aim | median | lowest | highest | unit | met |
            | --- | --- | ---: | ---: | ---: | ---: | --- | --- |
            """
        return ([head] + rows.map { Self.line($0.figure, $0.values.sorted()) })
            .joined(separator: "\n")
    }

    private static func line(_ figure: Figure, _ sorted: [Double]) -> String {
        let median = Self.median(sorted)
        let (aim, met): (String, String) =
            switch figure.aim {
            case .atLeast(let bound): ("≥ \(text(bound))", median >= bound ? "yes" : "**no**")
            case .atMost(let bound): ("≤ \(text(bound))", median <= bound ? "yes" : "**no**")
            case .none: ("", "")
            }
        let values = [median, sorted.first ?? 0, sorted.last ?? 0].map { text($0) }
        return "| \(figure.scenario) | \(figure.name) | \(aim) | "
            + values.joined(separator: " | ") + " | \(figure.unit) | \(met) |"
    }

    static func median(_ sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Three digits that count.
    static func text(_ value: Double) -> String {
        let places = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * scale).rounded())
        guard places > 0 else { return "\(scaled)" }
        let digits = String(abs(scaled))
        let padded =
            String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return (scaled < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
