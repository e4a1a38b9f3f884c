extension String {
    /// The text in single quotes for a fault: cut at 60 characters, and with its control characters
    /// escaped so that a file cannot write to the operator's terminal.
    var quoted: String {
        var result = "'"
        for (count, scalar) in unicodeScalars.enumerated() {
            guard count < 60 else { return result + "…'" }
            if scalar.properties.generalCategory == .control {
                result += scalar.escaped(asASCII: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }
}

/// The word among `candidates` that was probably meant by `word`, if one is near enough.
func nearest(to word: String, among candidates: [String]) -> String? {
    let folded = fold(word)
    guard folded.count <= 64 else { return nil }
    let bound = max(1, folded.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
        let other = fold(candidate)
        guard abs(other.count - folded.count) <= bound else { continue }
        let distance = editDistance(folded, other)
        if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
}

/// The letters and digits of a word: `maxDeliveries`, `max_deliveries`, `max-deliveries` are one.
private func fold(_ word: String) -> [Character] {
    word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words
/// (optimal string alignment).
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
        var current = [row + 1]
        for column in second.indices {
            let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
            var cost = min(previous[column + 1] + 1, current[column] + 1, replaced)
            let swapped =
                row > 0 && column > 0 && first[row] == second[column - 1]
                && first[row - 1] == second[column]
            if swapped { cost = min(cost, beforePrevious[column - 1] + 1) }
            current.append(cost)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[second.count]
}
