import ServiceChat
import ServiceCore

/// Opens the chat over the shop.
final class ChatLauncher {
  private let configuration = SCSChatConfiguration(
    liveAgentPod: "d.la9-c9-xyz.salesforceliveagent.com",
    orgId: "00D9A000000AfOx",
    deploymentId: "5729A0000004MbL",
    buttonId: "5739A0000008FtG")

  func open(orderNumber: String?) {
    if let orderNumber {
      let order = SCSPrechatObject(label: "Order", value: orderNumber)
      order.transcriptFields = ["Order_Number__c"]
      configuration?.prechatFields = [order]
    }
    ServiceCloud.shared().chatUI.showChat(with: configuration!)
  }
}
