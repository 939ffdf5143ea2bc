import PackagePlugin

/// Runs `EmbedRules` over the rule packs before their target is compiled.
@main
struct EmbedRulesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SourceModuleTarget else { return [] }
    let packs = target.sourceFiles.filter { $0.url.pathExtension == "yaml" }.map(\.url)
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInRules+Packs.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(packs.count) rule files",
        executable: try context.tool(named: "EmbedRules").url,
        arguments: [target.directoryURL.path(), output.path()],
        inputFiles: packs,
        outputFiles: [output]
      )
    ]
  }
}
