package com.example.alderfinch.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands calls from the telephone menu over to a chat with an advisor. */
public final class ChatGateway {
  private static final String VERSION_HEADER = "X-LIVEAGENT-API-VERSION";
  private static final String AFFINITY_HEADER = "X-LIVEAGENT-AFFINITY";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger sequence = new AtomicInteger();
  private final URI endpoint;

  /** @param endpoint ends in {@code /chat/rest/} */
  public ChatGateway(URI endpoint) {
    this.endpoint = endpoint;
  }

  public String openSession() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("System/SessionId"))
        .header(VERSION_HEADER, "55")
        .header(AFFINITY_HEADER, "null")
        .GET()
        .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  public void post(String key, String affinity, String noun, String json) throws IOException, InterruptedException {
    // The first call is always Chasitor/ChasitorInit, with sequence 1.
    HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("Chasitor/" + noun))
        .header(VERSION_HEADER, "55")
        .header(AFFINITY_HEADER, affinity)
        .header("X-LIVEAGENT-SESSION-KEY", key)
        .header("X-LIVEAGENT-SEQUENCE", Integer.toString(sequence.incrementAndGet()))
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
    client.send(request, HttpResponse.BodyHandlers.discarding());
  }

  public void reconnect(String key, long offset) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(
            endpoint.resolve("System/ReconnectSession?ReconnectSession.offset=" + offset))
        .header(VERSION_HEADER, "55")
        .header(AFFINITY_HEADER, "null")
        .header("X-LIVEAGENT-SESSION-KEY", key)
        .GET()
        .build();
    client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
