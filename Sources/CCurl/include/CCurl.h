/* One HTTP exchange at a time through libcurl, many at once through its multi interface.

   libcurl is loaded at the first use with dlopen, so that a program that links this pays nothing
   until it asks, and builds without libcurl's headers. What Swift can't call (variadic
   curl_easy_setopt) and what must not call into Swift (callbacks) stays on this side. */

#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Loads libcurl once. NULL when it is there, else words that say what to install. */
const char *cc_load(void);

/* The version of the loaded library, such as "8.5.0". */
const char *cc_version(void);

typedef struct cc_transfer cc_transfer;

/* How an exchange ended. */
typedef enum {
  CC_DONE = 0,
  CC_RESOLVE,         /* the name has no address */
  CC_ADDRESS_REFUSED, /* every address was private or of this machine */
  CC_CONNECT,         /* no TCP connection */
  CC_TLS,             /* handshake or certificate */
  CC_TIMEOUT,
  CC_BODY_CAP,        /* more body than allowed */
  CC_HEADER_CAP,
  CC_BROKEN,          /* the connection ended before the answer did */
  CC_PROXY,
  CC_CANCELLED,
  CC_OTHER
} cc_outcome;

/* A transfer for one URL; the strings are copied. */
cc_transfer *cc_transfer_new(const char *url, const char *method);
void cc_transfer_header(cc_transfer *transfer, const char *line);
void cc_transfer_body(cc_transfer *transfer, const void *bytes, size_t size);
void cc_transfer_timeouts(cc_transfer *transfer, long connect_ms, long total_ms);
void cc_transfer_caps(cc_transfer *transfer, size_t body_bytes, size_t header_bytes);
void cc_transfer_allow_http(cc_transfer *transfer);
/* Private, loopback, link-local and other addresses that are not of the public Internet. */
void cc_transfer_allow_local_addresses(cc_transfer *transfer);
void cc_transfer_proxy(cc_transfer *transfer, const char *url);
void cc_transfer_ca_file(cc_transfer *transfer, const char *path);
void cc_transfer_user_agent(cc_transfer *transfer, const char *name);
void cc_transfer_free(cc_transfer *transfer);

/* After the end. Strings live as long as the transfer. */
cc_outcome cc_transfer_outcome(const cc_transfer *transfer);
const char *cc_transfer_error(const cc_transfer *transfer);
/* True when a status line arrived, whatever came after it. */
long cc_transfer_status(const cc_transfer *transfer);
const void *cc_transfer_body_bytes(const cc_transfer *transfer, size_t *size);
/* Raw header lines of the final answer, each with its line end. */
const void *cc_transfer_header_bytes(const cc_transfer *transfer, size_t *size);
const char *cc_transfer_address(const cc_transfer *transfer);
/* "Subject" or "Subject Alternative Name" lines of the server's certificate, or NULL. */
const char *cc_transfer_certificate(const cc_transfer *transfer);

/* Microseconds from the start to the end of each phase, 0 where it wasn't reached. */
typedef struct {
  int64_t name, connect, tls, first_byte, total;
} cc_timings;
cc_timings cc_transfer_timings(const cc_transfer *transfer);

/* Runs transfers on a thread of its own. */
typedef struct cc_driver cc_driver;

/* `done` is called on that thread once for every transfer submitted; the transfer is then the
   callee's to free. */
cc_driver *cc_driver_start(void (*done)(void *context, uint64_t token, cc_transfer *transfer), void *context);

/* Both may be called on any thread. Cancelling what has ended, or is unknown, does nothing. */
void cc_driver_submit(cc_driver *driver, cc_transfer *transfer, uint64_t token);
void cc_driver_cancel(cc_driver *driver, uint64_t token);

/* Cancels what is left, waits for the thread and frees. Not to be called by `done`. */
void cc_driver_stop(cc_driver *driver);

/* For tests: whether an address in text form is one that is refused without permission. */
bool cc_is_local_address(const char *text);

#endif
