/// A value of a document, where it stands, and where to report what is wrong with it: what a
/// `YAMLShape` reads.
package struct YAMLReader {
    let node: YAMLNode
    let path: YAMLPath
    let file: String
    let faults: FaultList

    /// Where the value stands.
    package var place: YAMLPlace {
        YAMLPlace(
            file: node.source ?? file, line: node.line, column: node.column, path: path.text)
    }

    /// Records a fault of this value; the decoding fails, but goes on to look for others.
    package func report(_ problem: String, remedy: String = "") {
        faults.append(YAMLFault(at: place, problem, remedy: remedy))
    }

    /// Records a fault elsewhere in the file.
    package func report(at place: YAMLPlace, _ problem: String, remedy: String = "") {
        faults.append(YAMLFault(at: place, problem, remedy: remedy))
    }

    /// Reports that the value is not what is expected.
    func mismatch(_ expected: String) {
        report("is \(node.words)", remedy: "expected \(expected)")
    }

    func reader(of node: YAMLNode, _ path: YAMLPath) -> YAMLReader {
        YAMLReader(node: node, path: path, file: file, faults: faults)
    }
}
