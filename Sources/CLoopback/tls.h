#ifndef CLOOPBACK_TLS_H
#define CLOOPBACK_TLS_H

#include "CLoopback.h"

void *cl_tls_accept(const cl_identity *identity, int descriptor);
long cl_tls_read(void *ssl, void *buffer, size_t size);
bool cl_tls_write(void *ssl, const void *bytes, size_t size);
void cl_tls_free(void *ssl, bool orderly);

#endif
