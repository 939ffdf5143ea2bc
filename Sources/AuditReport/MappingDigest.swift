import AuditModel

/// What several formats say about deployments and the features that they use.
struct MappingDigest {
  let deployments: [DeploymentMapping]

  init(_ plan: Plan) {
    deployments = plan.deployments
  }

  /// Whether records told how much any deployment is used.
  var knowsUse: Bool { deployments.contains { $0.chats30 != nil || $0.chats90 != nil } }

  /// A feature with the deployments that use it, in the order of the rows.
  struct Feature {
    var feature: DeploymentMapping.Feature
    var users: [(name: String, findings: Int)]
  }

  /// Every feature once: what nothing replaces first, then what must be rebuilt.
  var features: [Feature] {
    var features: [Feature] = []
    var places: [String: Int] = [:]
    for deployment in deployments {
      for feature in deployment.features {
        let key = "\(feature.id)\n\(feature.feature)"
        let user = (deployment.name, feature.findings.count)
        if let place = places[key] {
          features[place].users.append(user)
        } else {
          places[key] = features.count
          features.append(Feature(feature: feature, users: [user]))
        }
      }
    }
    return [MappingKind.none, .rebuild, .direct].flatMap { maps in
      features.filter { $0.feature.maps == maps }
    }
  }
}

extension DeploymentMapping {
  /// The deployment as people know it.
  var name: String { deployment?.name ?? "no single deployment" }

  /// The deployment's kind; nothing for the row of the rest.
  var kind: String { deployment.map { Words.title(of: $0.kind) } ?? "" }

  func share(_ maps: MappingKind) -> Share {
    shares.first { $0.maps == maps } ?? Share(maps: maps, features: 0, percent: 0)
  }

  /// All shares in one line, `25 % direct, 67 % rebuild, 8 % no equivalent`.
  var sentence: String {
    shares.filter { $0.features > 0 }.map { "\($0.percent) % \(Words.title(of: $0.maps))" }
      .joined(separator: ", ")
  }

  /// The conversations of a period, or that nobody told.
  static func use(_ chats: Int?) -> String { chats.map(Words.grouped) ?? "not known" }
}
