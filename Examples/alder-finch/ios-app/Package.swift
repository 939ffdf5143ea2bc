// swift-tools-version: 5.7
import PackageDescription

let package = Package(
  name: "ShopChat",
  platforms: [.iOS(.v14)],
  dependencies: [
    .package(url: "https://github.com/Salesforce-Async-Messaging/Swift-Package-ServiceChat", from: "246.0.1")
  ],
  targets: [
    .target(
      name: "ShopChat",
      dependencies: [.product(name: "ServiceChat", package: "Swift-Package-ServiceChat")]
    )
  ]
)
