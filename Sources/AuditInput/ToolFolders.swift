/// Folders that hold no sources of the audited party: repositories, caches, installed packages.
enum ToolFolders {
  private static let names: Set<[UInt8]> = Set(
    [
      ".hg", ".svn", ".bzr", "CVS", ".sfdx", ".sf", ".localdevserver", ".local_store", ".describe",
      "node_modules",
      "__pycache__", ".gradle", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".tox", ".nyc_output",
      ".terraform",
    ].map { Array($0.utf8) })

  /// Whether the name is that of a tool's folder.
  static func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    // All but four begin with a dot; a set of arrays is dear for something that is asked for every folder.
    switch unsafe name.first {
    case UInt8(ascii: "."), UInt8(ascii: "n"), UInt8(ascii: "_"), UInt8(ascii: "C"):
      unsafe names.contains(Array(name))
    default: false
    }
  }

  /// Whether the name is that of a Git repository's data, which nobody audits.
  static func isRepository(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe name.count == 4 && name.elementsEqual(".git".utf8)
  }
}
