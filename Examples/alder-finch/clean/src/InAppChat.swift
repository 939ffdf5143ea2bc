import SMIClientCore
import SMIClientUI

/// The garden shop's app, on the new chat from its first day.
func makeChat(configURL: URL) -> UIConfiguration? {
  UIConfiguration(url: configURL, conversationId: UUID())
}
