/// The shipped rule packs, compiled into the binary.
///
/// `swift run EmbedRules` reads every pack below this folder, checks it, and writes the extension that
/// holds its text, so that a moved binary needs no file beside it. A test fails while that extension and
/// the packs differ.
public enum BuiltInRules {}
