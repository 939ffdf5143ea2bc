package com.example.garden;

import java.net.URI;
import java.net.http.HttpRequest;

/** Talks to the Enhanced Chat API. */
final class EnhancedChatClient {
  private static final URI BASE = URI.create("https://alderfinch-example.my.salesforce-scrt.com/iamessage/api/v2");

  HttpRequest token(String json) {
    return HttpRequest.newBuilder(BASE.resolve("/iamessage/api/v2/authorization/unauthenticated/access-token"))
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }
}
