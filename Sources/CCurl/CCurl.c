#include "CCurl.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "addresses.h"
#include "curl_abi.h"

/* MARK: loading */

static struct {
  int (*global_init)(long);
  const char *(*version)(void);
  CURL *(*easy_init)(void);
  int (*easy_setopt)(CURL *, int, ...);
  int (*easy_getinfo)(CURL *, int, ...);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(int);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  CURLM *(*multi_init)(void);
  int (*multi_setopt)(CURLM *, int, ...);
  int (*multi_add_handle)(CURLM *, CURL *);
  int (*multi_remove_handle)(CURLM *, CURL *);
  int (*multi_perform)(CURLM *, int *);
  int (*multi_poll)(CURLM *, void *, unsigned, int, int *);
  int (*multi_wakeup)(CURLM *);
  struct CURLMsg *(*multi_info_read)(CURLM *, int *);
  int (*multi_cleanup)(CURLM *);
} curl;

static const char *load_error = NULL;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib",
                                      "/usr/lib/libcurl.4.dylib", NULL};
  void *library = NULL;
  for (int index = 0; names[index] && !library; index++) library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    load_error = "libcurl isn't installed; install Debian's 'libcurl4' or Fedora's 'libcurl' (macOS has it)";
    return;
  }
#define FIND(member)                                                                     \
  if (!(*(void **)&curl.member = dlsym(library, "curl_" #member))) {                     \
    load_error = "libcurl is older than 7.68: no 'curl_" #member "'; install a newer one"; \
    return;                                                                              \
  }
  FIND(global_init) FIND(version) FIND(easy_init) FIND(easy_setopt) FIND(easy_getinfo) FIND(easy_cleanup)
  FIND(easy_strerror) FIND(slist_append) FIND(slist_free_all) FIND(multi_init) FIND(multi_setopt)
  FIND(multi_add_handle) FIND(multi_remove_handle) FIND(multi_perform) FIND(multi_poll) FIND(multi_wakeup)
  FIND(multi_info_read) FIND(multi_cleanup)
#undef FIND
  if (curl.global_init(CURL_GLOBAL_ALL) != 0) load_error = "libcurl can't be initialised";
}

const char *cc_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return load_error;
}

const char *cc_version(void) { return curl.version(); }

/* MARK: transfers */

typedef struct {
  char *bytes;
  size_t size, capacity, limit;
  bool is_over;
} buffer;

/* Returns false, and keeps what fitted, when the limit is reached. */
static bool buffer_append(buffer *buffer, const void *bytes, size_t size) {
  if (size > buffer->limit - buffer->size) {
    size = buffer->limit - buffer->size;
    buffer->is_over = true;
  }
  if (buffer->size + size > buffer->capacity) {
    size_t capacity = (buffer->size + size) * 2;
    char *grown = realloc(buffer->bytes, capacity);
    if (!grown) {
      buffer->is_over = true;
      return false;
    }
    buffer->bytes = grown;
    buffer->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->size, bytes, size);
  buffer->size += size;
  return !buffer->is_over;
}

struct cc_transfer {
  CURL *easy;
  struct curl_slist *headers;
  char *request_body;
  buffer body, head;
  char error[CURL_ERROR_SIZE];
  char address[64];
  char certificate[512];
  bool allows_local, refused_address, tried_address, has_proxy;
  uint64_t token;
  cc_transfer *next; /* in the driver's list */
  cc_outcome outcome;
  long status;
  cc_timings timings;
};

static size_t take_body(char *bytes, size_t one, size_t count, void *context) {
  cc_transfer *transfer = context;
  /* A short count ends the transfer; nothing more is read from the socket. */
  return buffer_append(&transfer->body, bytes, one * count) ? one * count : 0;
}

static size_t take_header(char *bytes, size_t one, size_t count, void *context) {
  cc_transfer *transfer = context;
  size_t size = one * count;
  /* A new status line: what came before was an interim answer or the proxy's. */
  if (size > 5 && memcmp(bytes, "HTTP/", 5) == 0) transfer->head.size = 0;
  return buffer_append(&transfer->head, bytes, size) ? size : 0;
}

static int open_socket(void *context, int purpose, struct curl_sockaddr *address) {
  cc_transfer *transfer = context;
  (void)purpose;
  char text[INET6_ADDRSTRLEN] = "";
  const struct sockaddr *socket_address = &address->addr;
  if (socket_address->sa_family == AF_INET)
    inet_ntop(AF_INET, &((const struct sockaddr_in *)socket_address)->sin_addr, text, sizeof text);
  else if (socket_address->sa_family == AF_INET6)
    inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)socket_address)->sin6_addr, text, sizeof text);
  snprintf(transfer->address, sizeof transfer->address, "%s", text);
  /* The very address the connection would use, so no second answer of the name server can differ.
     A proxy was named by the user and may well be a neighbour. */
  if (!transfer->allows_local && !transfer->has_proxy && cc_is_local(socket_address)) {
    transfer->refused_address = true;
    return CURL_SOCKET_BAD;
  }
  transfer->tried_address = true;
  return socket(address->family, address->socktype, address->protocol);
}

cc_transfer *cc_transfer_new(const char *url, const char *method) {
  cc_transfer *transfer = calloc(1, sizeof *transfer);
  CURL *easy = transfer->easy = curl.easy_init();
  transfer->body.limit = 1 << 20;
  transfer->head.limit = 1 << 16;
  curl.easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl.easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt(easy, CURLOPT_URL, url);
  if (strcmp(method, "GET") != 0) curl.easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method);
  curl.easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl.easy_setopt(easy, CURLOPT_PROTOCOLS, (long)CURLPROTO_HTTPS);
  curl.easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS, 0L);
  curl.easy_setopt(easy, CURLOPT_NETRC, 0L);
  curl.easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
  curl.easy_setopt(easy, CURLOPT_PROXY, ""); /* not from the environment behind our back */
  curl.easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->error);
  curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl.easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
  curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl.easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
  curl.easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl.easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl.easy_setopt(easy, CURLOPT_OPENSOCKETDATA, transfer);
  curl.easy_setopt(easy, CURLOPT_CERTINFO, 1L);
  curl.easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  return transfer;
}

void cc_transfer_header(cc_transfer *transfer, const char *line) {
  transfer->headers = curl.slist_append(transfer->headers, line);
  curl.easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
}

void cc_transfer_body(cc_transfer *transfer, const void *bytes, size_t size) {
  transfer->request_body = malloc(size ? size : 1);
  if (size) memcpy(transfer->request_body, bytes, size);
  curl.easy_setopt(transfer->easy, CURLOPT_POSTFIELDS, transfer->request_body);
  curl.easy_setopt(transfer->easy, CURLOPT_POSTFIELDSIZE, (long)size);
}

void cc_transfer_timeouts(cc_transfer *transfer, long connect_ms, long total_ms) {
  curl.easy_setopt(transfer->easy, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl.easy_setopt(transfer->easy, CURLOPT_TIMEOUT_MS, total_ms);
}

void cc_transfer_caps(cc_transfer *transfer, size_t body_bytes, size_t header_bytes) {
  transfer->body.limit = body_bytes;
  transfer->head.limit = header_bytes;
}

void cc_transfer_allow_http(cc_transfer *transfer) {
  curl.easy_setopt(transfer->easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
}

void cc_transfer_allow_local_addresses(cc_transfer *transfer) { transfer->allows_local = true; }

void cc_transfer_proxy(cc_transfer *transfer, const char *url) {
  transfer->has_proxy = true;
  curl.easy_setopt(transfer->easy, CURLOPT_PROXY, url);
}

void cc_transfer_ca_file(cc_transfer *transfer, const char *path) {
  curl.easy_setopt(transfer->easy, CURLOPT_CAINFO, path);
}

void cc_transfer_user_agent(cc_transfer *transfer, const char *name) {
  curl.easy_setopt(transfer->easy, CURLOPT_USERAGENT, name);
}

void cc_transfer_free(cc_transfer *transfer) {
  if (transfer->easy) curl.easy_cleanup(transfer->easy);
  curl.slist_free_all(transfer->headers);
  free(transfer->request_body);
  free(transfer->body.bytes);
  free(transfer->head.bytes);
  free(transfer);
}

cc_outcome cc_transfer_outcome(const cc_transfer *transfer) { return transfer->outcome; }
const char *cc_transfer_error(const cc_transfer *transfer) { return transfer->error; }
long cc_transfer_status(const cc_transfer *transfer) { return transfer->status; }
const char *cc_transfer_address(const cc_transfer *transfer) { return transfer->address; }
cc_timings cc_transfer_timings(const cc_transfer *transfer) { return transfer->timings; }

const char *cc_transfer_certificate(const cc_transfer *transfer) {
  return transfer->certificate[0] ? transfer->certificate : NULL;
}

const void *cc_transfer_body_bytes(const cc_transfer *transfer, size_t *size) {
  *size = transfer->body.size;
  return transfer->body.bytes;
}

const void *cc_transfer_header_bytes(const cc_transfer *transfer, size_t *size) {
  *size = transfer->head.size;
  return transfer->head.bytes;
}

/* MARK: results */

static cc_outcome outcome_of(const cc_transfer *transfer, int code) {
  if (transfer->body.is_over) return CC_BODY_CAP;
  if (transfer->head.is_over) return CC_HEADER_CAP;
  switch (code) {
    case CURLE_OK: return CC_DONE;
    case CURLE_COULDNT_RESOLVE_HOST: return CC_RESOLVE;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return CC_PROXY;
    case CURLE_COULDNT_CONNECT: return transfer->refused_address && !transfer->tried_address ? CC_ADDRESS_REFUSED : CC_CONNECT;
    case CURLE_OPERATION_TIMEDOUT: return CC_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return CC_TLS;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return CC_BROKEN;
    case CURLE_TOO_LARGE: return CC_HEADER_CAP;
    default: return CC_OTHER;
  }
}

static int64_t microseconds(CURL *easy, int info) {
  curl_off_t value = 0;
  curl.easy_getinfo(easy, info, &value);
  return value;
}

static void read_certificate(cc_transfer *transfer) {
  struct curl_certinfo *info = NULL;
  if (curl.easy_getinfo(transfer->easy, CURLINFO_CERTINFO, &info) != 0 || !info || info->num_of_certs < 1) return;
  static const char *const wanted[] = {"X509v3 Subject Alternative Name:", "Subject:"};
  for (int index = 0; index < 2; index++) {
    for (struct curl_slist *line = info->certinfo[0]; line; line = line->next) {
      size_t length = strlen(wanted[index]);
      if (strncmp(line->data, wanted[index], length) == 0) {
        snprintf(transfer->certificate, sizeof transfer->certificate, "%s", line->data + length);
        return;
      }
    }
  }
}

static void finish(cc_transfer *transfer, int code) {
  CURL *easy = transfer->easy;
  transfer->outcome = outcome_of(transfer, code);
  if (code != CURLE_OK && !transfer->error[0])
    snprintf(transfer->error, sizeof transfer->error, "%s", curl.easy_strerror(code));
  curl.easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &transfer->status);
  transfer->timings.name = microseconds(easy, CURLINFO_NAMELOOKUP_TIME_T);
  transfer->timings.connect = microseconds(easy, CURLINFO_CONNECT_TIME_T);
  transfer->timings.tls = microseconds(easy, CURLINFO_APPCONNECT_TIME_T);
  transfer->timings.first_byte = microseconds(easy, CURLINFO_STARTTRANSFER_TIME_T);
  transfer->timings.total = microseconds(easy, CURLINFO_TOTAL_TIME_T);
  /* A connection that is used again opens no socket. */
  char *address = NULL;
  curl.easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
  if (address && address[0]) snprintf(transfer->address, sizeof transfer->address, "%s", address);
  read_certificate(transfer);
}

/* MARK: driver */

struct cc_driver {
  CURLM *multi;
  pthread_t thread;
  void (*done)(void *, uint64_t, cc_transfer *);
  void *context;
  cc_transfer *running; /* the thread's own */
  /* Below: guarded by the mutex. */
  pthread_mutex_t mutex;
  cc_transfer *submitted;
  uint64_t *cancelled;
  size_t cancelled_count, cancelled_capacity;
  bool stops;
};

static void end(cc_driver *driver, cc_transfer *transfer, int code, bool is_cancelled) {
  finish(transfer, code);
  if (is_cancelled) transfer->outcome = CC_CANCELLED;
  curl.multi_remove_handle(driver->multi, transfer->easy);
  for (cc_transfer **link = &driver->running; *link; link = &(*link)->next)
    if (*link == transfer) {
      *link = transfer->next;
      break;
    }
  driver->done(driver->context, transfer->token, transfer);
}

static void take_orders(cc_driver *driver, bool *stops) {
  pthread_mutex_lock(&driver->mutex);
  cc_transfer *submitted = driver->submitted;
  uint64_t *cancelled = driver->cancelled;
  size_t count = driver->cancelled_count;
  driver->submitted = NULL;
  driver->cancelled = NULL;
  driver->cancelled_count = driver->cancelled_capacity = 0;
  *stops = driver->stops;
  pthread_mutex_unlock(&driver->mutex);
  while (submitted) {
    cc_transfer *transfer = submitted;
    submitted = transfer->next;
    transfer->next = driver->running;
    driver->running = transfer;
    curl.multi_add_handle(driver->multi, transfer->easy);
  }
  for (size_t index = 0; index < count; index++)
    for (cc_transfer *transfer = driver->running; transfer; transfer = transfer->next)
      if (transfer->token == cancelled[index]) {
        end(driver, transfer, CURLE_OK, true);
        break;
      }
  free(cancelled);
}

static void *drive(void *raw) {
  cc_driver *driver = raw;
  for (bool stops = false;;) {
    take_orders(driver, &stops);
    if (stops) break;
    int running = 0, left = 0, ready = 0;
    curl.multi_perform(driver->multi, &running);
    for (struct CURLMsg *message; (message = curl.multi_info_read(driver->multi, &left));) {
      if (message->msg != CURLMSG_DONE) continue;
      int code = message->data.result;
      cc_transfer *transfer = NULL;
      curl.easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
      end(driver, transfer, code, false);
    }
    /* Orders given meanwhile have woken this already; it then returns at once. */
    curl.multi_poll(driver->multi, NULL, 0, 1000, &ready);
  }
  while (driver->running) end(driver, driver->running, CURLE_OK, true);
  return NULL;
}

cc_driver *cc_driver_start(void (*done)(void *, uint64_t, cc_transfer *), void *context) {
  cc_driver *driver = calloc(1, sizeof *driver);
  driver->multi = curl.multi_init();
  driver->done = done;
  driver->context = context;
  pthread_mutex_init(&driver->mutex, NULL);
  curl.multi_setopt(driver->multi, CURLMOPT_MAXCONNECTS, 64L);
  /* Signals go to the program's own threads. */
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int status = pthread_create(&driver->thread, NULL, drive, driver);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (status == 0) return driver;
  curl.multi_cleanup(driver->multi);
  free(driver);
  return NULL;
}

void cc_driver_submit(cc_driver *driver, cc_transfer *transfer, uint64_t token) {
  transfer->token = token;
  pthread_mutex_lock(&driver->mutex);
  transfer->next = driver->submitted;
  driver->submitted = transfer;
  pthread_mutex_unlock(&driver->mutex);
  curl.multi_wakeup(driver->multi);
}

void cc_driver_cancel(cc_driver *driver, uint64_t token) {
  pthread_mutex_lock(&driver->mutex);
  if (driver->cancelled_count == driver->cancelled_capacity) {
    size_t capacity = driver->cancelled_capacity * 2 + 8;
    uint64_t *grown = realloc(driver->cancelled, capacity * sizeof *grown);
    if (grown) {
      driver->cancelled = grown;
      driver->cancelled_capacity = capacity;
    }
  }
  if (driver->cancelled_count < driver->cancelled_capacity) driver->cancelled[driver->cancelled_count++] = token;
  pthread_mutex_unlock(&driver->mutex);
  curl.multi_wakeup(driver->multi);
}

void cc_driver_stop(cc_driver *driver) {
  pthread_mutex_lock(&driver->mutex);
  driver->stops = true;
  pthread_mutex_unlock(&driver->mutex);
  curl.multi_wakeup(driver->multi);
  pthread_join(driver->thread, NULL);
  curl.multi_cleanup(driver->multi);
  pthread_mutex_destroy(&driver->mutex);
  free(driver->cancelled);
  free(driver);
}
