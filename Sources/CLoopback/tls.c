/* The few functions of OpenSSL 3 that a test server needs, found at run time: the fake server
   builds and runs without OpenSSL, only its TLS scenarios ask for it.
   Prototypes as in OpenSSL 3's ssl.h, x509.h, evp.h, bio.h; all are stable over 3.x. */

#include "tls.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
  void *(*TLS_server_method)(void);
  void *(*SSL_CTX_new)(const void *);
  void (*SSL_CTX_free)(void *);
  int (*SSL_CTX_use_certificate)(void *, void *);
  int (*SSL_CTX_use_PrivateKey)(void *, void *);
  void *(*SSL_new)(void *);
  int (*SSL_set_fd)(void *, int);
  int (*SSL_accept)(void *);
  int (*SSL_read)(void *, void *, int);
  int (*SSL_write)(void *, const void *, int);
  int (*SSL_shutdown)(void *);
  void (*SSL_free)(void *);
  void *(*EVP_PKEY_Q_keygen)(void *, const char *, const char *, ...);
  void (*EVP_PKEY_free)(void *);
  void *(*EVP_sha256)(void);
  void *(*X509_new)(void);
  void (*X509_free)(void *);
  int (*X509_set_version)(void *, long);
  void *(*X509_get_serialNumber)(void *);
  int (*ASN1_INTEGER_set)(void *, long);
  void *(*X509_getm_notBefore)(void *);
  void *(*X509_getm_notAfter)(void *);
  void *(*X509_gmtime_adj)(void *, long);
  int (*X509_set_pubkey)(void *, void *);
  void *(*X509_get_subject_name)(void *);
  int (*X509_NAME_add_entry_by_txt)(void *, const char *, int, const unsigned char *, int, int, int);
  int (*X509_set_issuer_name)(void *, void *);
  void *(*X509V3_EXT_conf_nid)(void *, void *, int, const char *);
  int (*X509_add_ext)(void *, void *, int);
  void (*X509_EXTENSION_free)(void *);
  int (*X509_sign)(void *, void *, void *);
  void *(*BIO_s_mem)(void);
  void *(*BIO_new)(void *);
  int (*BIO_read)(void *, void *, int);
  int (*BIO_free)(void *);
  int (*PEM_write_bio_X509)(void *, void *);
} openssl;

static const char *missing = NULL;

static void *first_library(const char *const *names) {
  for (; *names; names++) {
    void *library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static void load(void) {
  const char *crypto_names[] = {"libcrypto.so.3", "libcrypto.3.dylib",
                                "/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib",
                                "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib", NULL};
  const char *ssl_names[] = {"libssl.so.3", "libssl.3.dylib", "/opt/homebrew/opt/openssl@3/lib/libssl.3.dylib",
                             "/usr/local/opt/openssl@3/lib/libssl.3.dylib", NULL};
  void *crypto = first_library(crypto_names);
  void *ssl = first_library(ssl_names);
  if (!crypto || !ssl) {
    missing = "OpenSSL 3 (libssl.so.3); install Debian's 'libssl3' or Homebrew's 'openssl@3'";
    return;
  }
#define FIND(library, name)                                   \
  if (!(*(void **)&openssl.name = dlsym(library, #name))) {   \
    missing = "function '" #name "' of OpenSSL 3";            \
    return;                                                   \
  }
  FIND(ssl, TLS_server_method) FIND(ssl, SSL_CTX_new) FIND(ssl, SSL_CTX_free) FIND(ssl, SSL_CTX_use_certificate)
  FIND(ssl, SSL_CTX_use_PrivateKey) FIND(ssl, SSL_new) FIND(ssl, SSL_set_fd) FIND(ssl, SSL_accept)
  FIND(ssl, SSL_read) FIND(ssl, SSL_write) FIND(ssl, SSL_shutdown) FIND(ssl, SSL_free)
  FIND(crypto, EVP_PKEY_Q_keygen) FIND(crypto, EVP_PKEY_free) FIND(crypto, EVP_sha256)
  FIND(crypto, X509_new) FIND(crypto, X509_free) FIND(crypto, X509_set_version) FIND(crypto, X509_get_serialNumber)
  FIND(crypto, ASN1_INTEGER_set) FIND(crypto, X509_getm_notBefore) FIND(crypto, X509_getm_notAfter)
  FIND(crypto, X509_gmtime_adj) FIND(crypto, X509_set_pubkey) FIND(crypto, X509_get_subject_name)
  FIND(crypto, X509_NAME_add_entry_by_txt) FIND(crypto, X509_set_issuer_name) FIND(crypto, X509V3_EXT_conf_nid)
  FIND(crypto, X509_add_ext) FIND(crypto, X509_EXTENSION_free) FIND(crypto, X509_sign) FIND(crypto, BIO_s_mem)
  FIND(crypto, BIO_new) FIND(crypto, BIO_read) FIND(crypto, BIO_free) FIND(crypto, PEM_write_bio_X509)
#undef FIND
}

struct cl_identity {
  void *certificate;
  void *key;
  void *context;
};

enum { NID_basic_constraints = 87, NID_subject_alt_name = 85, MBSTRING_ASC = 0x1001 };

static void add_extension(void *certificate, int nid, const char *value) {
  void *extension = openssl.X509V3_EXT_conf_nid(NULL, NULL, nid, value);
  if (!extension) return;
  openssl.X509_add_ext(certificate, extension, -1);
  openssl.X509_EXTENSION_free(extension);
}

cl_identity *cl_identity_new(const char *host, long not_before, long not_after, char *error, size_t error_size) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  if (missing) {
    snprintf(error, error_size, "TLS scenarios need %s", missing);
    return NULL;
  }
  cl_identity *identity = calloc(1, sizeof *identity);
  identity->key = openssl.EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
  void *certificate = identity->certificate = openssl.X509_new();
  identity->context = openssl.SSL_CTX_new(openssl.TLS_server_method());
  if (!identity->key || !certificate || !identity->context) {
    snprintf(error, error_size, "OpenSSL makes no certificate");
    cl_identity_free(identity);
    return NULL;
  }
  openssl.X509_set_version(certificate, 2);
  openssl.ASN1_INTEGER_set(openssl.X509_get_serialNumber(certificate), 1);
  openssl.X509_gmtime_adj(openssl.X509_getm_notBefore(certificate), not_before);
  openssl.X509_gmtime_adj(openssl.X509_getm_notAfter(certificate), not_after);
  openssl.X509_set_pubkey(certificate, identity->key);
  void *name = openssl.X509_get_subject_name(certificate);
  openssl.X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *)host, -1, -1, 0);
  openssl.X509_set_issuer_name(certificate, name);
  char alternative[300];
  bool is_address = host[strspn(host, "0123456789.")] == 0;
  snprintf(alternative, sizeof alternative, is_address ? "IP:%s" : "DNS:%s", host);
  add_extension(certificate, NID_subject_alt_name, alternative);
  add_extension(certificate, NID_basic_constraints, "critical,CA:TRUE");
  openssl.X509_sign(certificate, identity->key, openssl.EVP_sha256());
  openssl.SSL_CTX_use_certificate(identity->context, certificate);
  openssl.SSL_CTX_use_PrivateKey(identity->context, identity->key);
  return identity;
}

char *cl_identity_pem(const cl_identity *identity) {
  void *memory = openssl.BIO_new(openssl.BIO_s_mem());
  openssl.PEM_write_bio_X509(memory, identity->certificate);
  enum { MOST = 16384 };
  char *text = calloc(1, MOST);
  int count = openssl.BIO_read(memory, text, MOST - 1);
  if (count < 0) text[0] = 0;
  openssl.BIO_free(memory);
  return text;
}

void cl_identity_free(cl_identity *identity) {
  if (identity->context) openssl.SSL_CTX_free(identity->context);
  if (identity->certificate) openssl.X509_free(identity->certificate);
  if (identity->key) openssl.EVP_PKEY_free(identity->key);
  free(identity);
}

void *cl_tls_accept(const cl_identity *identity, int descriptor) {
  void *ssl = openssl.SSL_new(identity->context);
  openssl.SSL_set_fd(ssl, descriptor);
  if (openssl.SSL_accept(ssl) == 1) return ssl;
  openssl.SSL_free(ssl);
  return NULL;
}

long cl_tls_read(void *ssl, void *buffer, size_t size) {
  return openssl.SSL_read(ssl, buffer, size > 1 << 20 ? 1 << 20 : (int)size);
}

bool cl_tls_write(void *ssl, const void *bytes, size_t size) {
  const char *next = bytes;
  while (size > 0) {
    int count = openssl.SSL_write(ssl, next, size > 1 << 20 ? 1 << 20 : (int)size);
    if (count <= 0) return false;
    next += count;
    size -= (size_t)count;
  }
  return true;
}

void cl_tls_free(void *ssl, bool orderly) {
  if (orderly) openssl.SSL_shutdown(ssl);
  openssl.SSL_free(ssl);
}
