package com.example.alderfinch

import android.app.Activity
import com.salesforce.android.chat.core.ChatConfiguration
import com.salesforce.android.chat.core.model.ChatUserData
import com.salesforce.android.chat.ui.ChatUI
import com.salesforce.android.chat.ui.ChatUIConfiguration

/** Opens the chat over the shop. */
class ChatLauncher(private val activity: Activity) {
  fun open(orderNumber: String?) {
    val chat = ChatConfiguration.Builder("00D9A000000AfOx", "5739A0000008FtG", "5729A0000004MbL", BuildConfig.CHAT_POD)
      .chatUserData(listOf(ChatUserData("Order", orderNumber, true)))
      .build()
    ChatUI.configure(ChatUIConfiguration.Builder().chatConfiguration(chat).build())
      .createClient(activity)
      .onResult { _, client -> client.startChatSession(activity) }
  }
}
