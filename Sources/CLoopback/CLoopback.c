#include "CLoopback.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "tls.h"

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* Darwin: SO_NOSIGPIPE on the socket instead */
#endif

int cl_listen(uint16_t *port) {
  int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  if (descriptor < 0) return -1;
  int yes = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(*port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (bind(descriptor, (struct sockaddr *)&address, length) != 0 || listen(descriptor, 1024) != 0 ||
      getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) {
    close(descriptor);
    return -1;
  }
  *port = ntohs(address.sin_port);
  return descriptor;
}

int cl_accept(int listener) {
  /* A tick instead of a wake-up: what a shut-down listener does to poll differs between systems. */
  struct pollfd waiting = {.fd = listener, .events = POLLIN};
  if (poll(&waiting, 1, 200) <= 0) return CL_TICK;
  int descriptor = accept(listener, NULL, NULL);
  if (descriptor < 0) {
    if (errno == EMFILE || errno == ENFILE) usleep(10000); /* the next connection to end frees one */
    return CL_TICK;
  }
  int yes = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
#ifdef SO_NOSIGPIPE
  setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  struct timeval idle = {.tv_sec = 600};
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &idle, sizeof idle);
  setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &idle, sizeof idle);
  return descriptor;
}

void cl_close_listener(int listener) { close(listener); }

struct cl_connection {
  int descriptor;
  void *ssl;
};

cl_connection *cl_connection_new(int descriptor, const cl_identity *identity) {
  void *ssl = NULL;
  if (identity) {
    ssl = cl_tls_accept(identity, descriptor);
    if (!ssl) {
      close(descriptor);
      return NULL;
    }
  }
  cl_connection *connection = calloc(1, sizeof *connection);
  connection->descriptor = descriptor;
  connection->ssl = ssl;
  return connection;
}

long cl_read(cl_connection *connection, void *buffer, size_t size) {
  if (connection->ssl) return cl_tls_read(connection->ssl, buffer, size);
  for (;;) {
    long count = recv(connection->descriptor, buffer, size, 0);
    if (count >= 0 || errno != EINTR) return count;
  }
}

bool cl_write(cl_connection *connection, const void *bytes, size_t size) {
  if (connection->ssl) return cl_tls_write(connection->ssl, bytes, size);
  const char *next = bytes;
  while (size > 0) {
    long count = send(connection->descriptor, next, size, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    next += count;
    size -= (size_t)count;
  }
  return true;
}

bool cl_is_gone(cl_connection *connection) {
  struct pollfd state = {.fd = connection->descriptor, .events = POLLIN};
  if (poll(&state, 1, 0) <= 0) return false;
  if (state.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  char byte;
  return recv(connection->descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

void cl_interrupt(cl_connection *connection) { shutdown(connection->descriptor, SHUT_RDWR); }

void cl_close(cl_connection *connection, bool reset) {
  if (reset) {
    struct linger now = {.l_onoff = 1, .l_linger = 0};
    setsockopt(connection->descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }
  if (connection->ssl) cl_tls_free(connection->ssl, !reset);
  close(connection->descriptor);
  free(connection);
}

struct cl_start {
  void (*body)(void *);
  void *context;
};

static void *cl_run(void *raw) {
  struct cl_start start = *(struct cl_start *)raw;
  free(raw);
  /* OpenSSL writes without MSG_NOSIGNAL. */
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, NULL);
  start.body(start.context);
  return NULL;
}

bool cl_spawn(void (*body)(void *), void *context) {
  struct cl_start *start = malloc(sizeof *start);
  *start = (struct cl_start){body, context};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 512 * 1024);
  pthread_t thread;
  int status = pthread_create(&thread, &attributes, cl_run, start);
  pthread_attr_destroy(&attributes);
  if (status != 0) free(start);
  return status == 0;
}
