/* Sockets, TLS and threads for the fake server: what Swift can't spell alike on Linux and macOS.
   Addresses are loopback only. OpenSSL is loaded when a scenario first asks for TLS. */

#ifndef CLOOPBACK_H
#define CLOOPBACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Listens on 127.0.0.1; returns the descriptor or -1. `port` 0 takes a free one and is set. */
int cl_listen(uint16_t *port);

/* Waits a moment for the next connection; returns its descriptor, or CL_TICK when none came. */
int cl_accept(int listener);
enum { CL_TICK = -2 };

void cl_close_listener(int listener);

/* A certificate and key that live in memory only. */
typedef struct cl_identity cl_identity;

/* Makes a self-signed certificate for a host name, valid between two offsets from now in seconds.
   NULL with words in `error` where OpenSSL is absent. */
cl_identity *cl_identity_new(const char *host, long not_before, long not_after, char *error, size_t error_size);

/* The certificate as PEM; the caller frees it. */
char *cl_identity_pem(const cl_identity *identity);
void cl_identity_free(cl_identity *identity);

typedef struct cl_connection cl_connection;

/* Takes over a descriptor. With an identity it does the TLS handshake; NULL when that failed. */
cl_connection *cl_connection_new(int descriptor, const cl_identity *identity);

/* Bytes read, 0 at the end, -1 on failure or after ten idle minutes. */
long cl_read(cl_connection *connection, void *buffer, size_t size);

/* True when every byte was taken. Never raises SIGPIPE. */
bool cl_write(cl_connection *connection, const void *bytes, size_t size);

/* True when the other side has closed or reset. */
bool cl_is_gone(cl_connection *connection);

/* Closes, with a reset instead of an orderly end where `reset` is true, and frees. */
void cl_close(cl_connection *connection, bool reset);

/* Makes a blocked `cl_read` of another thread return. */
void cl_interrupt(cl_connection *connection);

/* Runs `body(context)` on a new detached thread. */
bool cl_spawn(void (*body)(void *), void *context);

#endif
