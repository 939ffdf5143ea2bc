/// The shipped rule packs, compiled into the binary.
///
/// The build plugin reads every pack below this folder, checks it, and writes the extension that
/// holds its text, so that a moved binary needs no file beside it.
public enum BuiltInRules {}
